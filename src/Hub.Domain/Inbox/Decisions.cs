using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agreements;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>All that was decided about sharing with one event: every yes and every no, each with its because. Sealed beside the event.</summary>
/// <param name="Edition">The name of the edition of the rules that was in force.</param>
/// <param name="Lane">standing, directed or emergency.</param>
/// <param name="Purpose">What information passes for.</param>
/// <param name="Recipients">One per team that might have heard of it.</param>
public sealed record Decisions(
    [property: JsonPropertyName("edition")] string Edition,
    [property: JsonPropertyName("lane")] string Lane,
    [property: JsonPropertyName("purpose")] Purpose Purpose,
    [property: JsonPropertyName("recipients")] ImmutableArray<Decision> Recipients)
{
    /// <summary>Automatic.</summary>
    public const string Standing = "standing";

    /// <summary>By the word of a named person of the holder.</summary>
    public const string Directed = "directed";
}

/// <summary>What was decided for one recipient.</summary>
/// <param name="Team">The team.</param>
/// <param name="Role">In which role.</param>
/// <param name="SubjectKind">Whether it hears under a child or an adult; null when under a concern alone.</param>
/// <param name="Subject">The person under whom it hears, or the 16 bytes of the concern, or those of a name of its own that the delivery is filed under.</param>
/// <param name="Route">How it comes to hear.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Because">Why.</param>
/// <param name="Shown">Categories that it was shown.</param>
/// <param name="Withheld">How many pieces it was not shown.</param>
/// <param name="Basis">What the verdict rests on.</param>
/// <param name="View">The view delivered, by its ordinal; −1 when nothing was.</param>
/// <param name="Asked">The holder's team that is asked to decide; null when nobody is.</param>
/// <param name="Hidden">Elements of categories that it may see, and which it was not shown all the same, each with its because.</param>
/// <param name="Hearer">Who hears, where it is kept from somebody of the team or nobody is there; null for the team at its machine's door.</param>
/// <param name="Consent">What is on record of the person's consent toward the team's agency, or that an informee is told; null for nothing.</param>
/// <param name="Apart">True for what only the person's door may show, because it is about a member of the team; its subject is what that is filed under.</param>
public sealed record Decision(
    [property: JsonPropertyName("team")] TeamId Team,
    [property: JsonPropertyName("role")] Role? Role,
    [property: JsonPropertyName("subject_kind")] PersonKind? SubjectKind,
    [property: JsonPropertyName("subject")] PersonId Subject,
    [property: JsonPropertyName("route")] Route Route,
    [property: JsonPropertyName("verdict")] VerdictKind Verdict,
    [property: JsonPropertyName("because")] Because Because,
    [property: JsonPropertyName("shown")] CategorySet Shown,
    [property: JsonPropertyName("withheld")] int Withheld,
    [property: JsonPropertyName("basis")] Basis Basis,
    [property: JsonPropertyName("view")] int View,
    [property: JsonPropertyName("asked")] TeamId? Asked = null,
    [property: JsonPropertyName("hidden")] ImmutableArray<HiddenElement>? Hidden = null,
    [property: JsonPropertyName("hearer")] Hearer? Hearer = null,
    [property: JsonPropertyName("consent")] ConsentState? Consent = null,
    [property: JsonPropertyName("apart")] bool? Apart = null);

/// <summary>How views, decisions and bases are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(Decisions))]
[JsonSerializable(typeof(Basis))]
public sealed partial class OutwardJson : JsonSerializerContext;
