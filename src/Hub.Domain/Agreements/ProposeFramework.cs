using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.framework-proposed</c>. The owner is the agency that called.</summary>
/// <param name="Name">What its members call it.</param>
/// <param name="LegalSource">Act and section; may be empty.</param>
/// <param name="Sectors">Who may join; in order, each once; empty for all.</param>
/// <param name="Purposes">In order, each once.</param>
/// <param name="Categories">What passes between any two members; in order, each once.</param>
/// <param name="StartsOn">First day; null for at once.</param>
/// <param name="EndsOn">Last day; null for no end.</param>
public sealed record FrameworkProposed(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("legal_source")] string LegalSource,
    [property: JsonPropertyName("sectors")] ImmutableArray<Sector> Sectors,
    [property: JsonPropertyName("purposes")] ImmutableArray<Purpose> Purposes,
    [property: JsonPropertyName("categories")] ImmutableArray<Category> Categories,
    [property: JsonPropertyName("starts_on")] DateOnly? StartsOn,
    [property: JsonPropertyName("ends_on")] DateOnly? EndsOn) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(FrameworkProposed);
}

/// <summary>Writes down a framework that agencies may join. Nothing passes by it before two have.</summary>
/// <param name="Agreement">Derived from (hub, agency, request id), so that a retry meets the same framework.</param>
/// <param name="Name">What its members are to call it.</param>
/// <param name="LegalSource">Act and section that it is recorded from, or empty.</param>
/// <param name="Sectors">Numbers of the sectors whose agencies may join; none for all.</param>
/// <param name="Purposes">Numbers of the purposes.</param>
/// <param name="Categories">Numbers of the categories that pass between any two members.</param>
/// <param name="StartsOn">ISO date of the first day, or empty for at once.</param>
/// <param name="EndsOn">ISO date of the last day, or empty for no end.</param>
[GenerateSerializer, Immutable, Alias("hub.ProposeFramework")]
public sealed record ProposeFramework(
    [property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement,
    [property: JsonPropertyName("name")][Id(1)] string Name,
    [property: JsonPropertyName("legal_source")][Id(2)] string LegalSource,
    [property: JsonPropertyName("sectors")][Id(3)] ImmutableArray<int> Sectors,
    [property: JsonPropertyName("purposes")][Id(4)] ImmutableArray<int> Purposes,
    [property: JsonPropertyName("categories")][Id(5)] ImmutableArray<int> Categories,
    [property: JsonPropertyName("starts_on")][Id(6)] string StartsOn,
    [property: JsonPropertyName("ends_on")][Id(7)] string EndsOn)
{
    /// <summary>Bytes of a legal source.</summary>
    public const int MaxLegalSource = 512;

    /// <summary>Refuses an empty or long name, a long source, unknown words, no purpose, no category, bad dates, an end before the start or in the
    /// past, and a framework that is there already.</summary>
    public Decided Decide(AgreementFile file, Moment now)
    {
        var broken = new FieldRules();
        var name = broken.Name(Name);
        broken.Text("legal_source", LegalSource, MaxLegalSource);
        var sectors = broken.Words<Sector>("sectors", Sectors);
        var purposes = broken.Words<Purpose>("purposes", Purposes);
        broken.Must(!Purposes.IsEmpty, "purposes", "must not be empty");
        var categories = broken.Words<Category>("categories", Categories);
        broken.Must(!Categories.IsEmpty, "categories", "must not be empty");
        var starts = broken.Date("starts_on", StartsOn);
        var ends = broken.Date("ends_on", EndsOn);
        broken.Days(starts, ends, now);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : !file.IsEmpty ? Decided.Refuse(RefusalReason.StateConflict, "request_id", "made an agreement before")
            : Decided.Commit(new FrameworkProposed(name, LegalSource.Trim(), sectors, purposes, categories, starts, ends));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ProposeFramework);
}
