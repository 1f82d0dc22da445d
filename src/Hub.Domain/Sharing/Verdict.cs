using System.Text.Json.Serialization;
using Hub.Domain.Agreements;

namespace Hub.Domain.Sharing;

/// <summary>What is decided for one recipient. Stored; its words never change.</summary>
public enum VerdictKind
{
    /// <summary>All of it.</summary>
    [JsonStringEnumMemberName("permit")]
    Permit = 1,

    /// <summary>Some of it.</summary>
    [JsonStringEnumMemberName("part")]
    Part = 2,

    /// <summary>None of it.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny = 3,

    /// <summary>A named person of the holder has to decide.</summary>
    [JsonStringEnumMemberName("needs-decision")]
    NeedsDecision = 4,
}

/// <summary>Why. Stored; its words never change.</summary>
public enum Because
{
    /// <summary>The recipient is of the holder's own agency.</summary>
    [JsonStringEnumMemberName("own-agency")]
    OwnAgency = 1,

    /// <summary>An agreement in force covers purpose and direction, and the role needs what passes.</summary>
    [JsonStringEnumMemberName("agreement")]
    Agreement = 2,

    /// <summary>No agreement is in force, and both bodies are under a duty to share: a person of the holder decides.</summary>
    [JsonStringEnumMemberName("no-agreement-in-force")]
    NoAgreementInForce = 3,

    /// <summary>No agreement is in force, and the recipient is under no duty.</summary>
    [JsonStringEnumMemberName("no-agreement")]
    NoAgreement = 4,

    /// <summary>The hub does not know the recipient's team or its sector.</summary>
    [JsonStringEnumMemberName("recipient-not-known")]
    RecipientNotKnown = 5,

    /// <summary>A team of this sector has no role in which it could hear of a linked plan.</summary>
    [JsonStringEnumMemberName("no-role")]
    NoRole = 6,

    /// <summary>A rule failed: this recipient gets nothing.</summary>
    [JsonStringEnumMemberName("rule-error")]
    RuleError = 7,

    /// <summary>The recipient was one when the event was committed, and is none any more.</summary>
    [JsonStringEnumMemberName("access-ended")]
    AccessEnded = 8,

    /// <summary>Somebody told the hub of a concern: whoever must hear of it hears, and no agreement is needed.</summary>
    [JsonStringEnumMemberName("told")]
    Told = 9,

    /// <summary>A named person of the holder decided to share it, and answers for that: no agreement is needed.</summary>
    [JsonStringEnumMemberName("directed")]
    Directed = 10,

    /// <summary>A named person of the holder decided not to share it.</summary>
    [JsonStringEnumMemberName("not-shared")]
    NotShared = 11,

    /// <summary>Somebody whom it is about, or who belongs to them, would come to see it.</summary>
    [JsonStringEnumMemberName("about-you")]
    AboutYou = 30,

    /// <summary>A carer, parent or relative would come to see it, who hears only words that the lead released.</summary>
    [JsonStringEnumMemberName("not-to-carers")]
    NotToCarers = 31,

    /// <summary>Its words would tell something of the person that the recipient may not know.</summary>
    [JsonStringEnumMemberName("leak-guard")]
    LeakGuard = 32,

    /// <summary>A member of the lead's team released these words for somebody whom this team reaches.</summary>
    [JsonStringEnumMemberName("released")]
    Released = 33,

    /// <summary>An allegation about a practitioner or carer also goes to the designated officer.</summary>
    [JsonStringEnumMemberName("designated-officer")]
    DesignatedOfficer = 34,

    /// <summary>A restriction keeps it from this team. On record only, never on the wire.</summary>
    [JsonStringEnumMemberName("restricted")]
    Restricted = 20,

    /// <summary>It rests on the person's consent, toward a recipient under no duty or that an informee is told, and that was asked for and not given,
    /// refused, or withdrawn.</summary>
    [JsonStringEnumMemberName("no-consent")]
    NoConsent = 21,

    /// <summary>Consent was given for the person by somebody who may not give it any more: a person of the holder decides.</summary>
    [JsonStringEnumMemberName("consent-to-be-asked-for-again")]
    ConsentToBeAskedForAgain = 22,

    /// <summary>A safety plan has somebody told upon this alert, with the person's consent, through this team.</summary>
    [JsonStringEnumMemberName("safety-plan")]
    SafetyPlan = 40,

    /// <summary>Somebody asks to be rung back, and the team guards a restriction of the person.</summary>
    [JsonStringEnumMemberName("guards")]
    Guards = 41,

    /// <summary>Somebody asks to be rung back, and the team leads the person's circle.</summary>
    [JsonStringEnumMemberName("leads")]
    Leads = 42,
}

/// <summary>A verdict before anything is cut by it: what this recipient may see at all.</summary>
/// <param name="Because">The rule that decided.</param>
/// <param name="Categories">What the recipient may see.</param>
/// <param name="Untagged">Whether it also sees what has no category.</param>
/// <param name="NeedsDecision">Whether a person of the holder has to decide instead.</param>
/// <param name="Basis">What the verdict rests on.</param>
public sealed record Verdict(Because Because, CategorySet Categories, bool Untagged, bool NeedsDecision, Basis Basis)
{
    /// <summary>A no, which rests on what made the team a recipient.</summary>
    internal static Verdict No(Because because, Recipient recipient)
        => new(because, default, Untagged: false, NeedsDecision: false, Basis.Of(recipient.Grounds));

    /// <summary>What is left where a rule on an element failed: nothing, and a person of the holder decides.</summary>
    public static Verdict Failed(Recipient recipient, Basis basis) => No(Because.RuleError, recipient) with { NeedsDecision = true, Basis = basis };

    /// <summary>Whether the recipient may be told that there is more than it sees.</summary>
    public bool MayHearOfMore => Categories.Has(Category.ExistenceOfInvolvement);

    /// <summary>One verdict of several for one team, the same in whatever order they come: categories are united among those that show
    /// something, unless a rule failed for one of them. Source: delivery, "One delivery per event, inbox, subject person"; sharing rules, "an
    /// error in a rule denies that recipient".</summary>
    public static Verdict United(params IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts is [var only])
        {
            return only;
        }

        var all = Basis.Of(verdicts.SelectMany(v => v.Basis.Grounds), verdicts.Select(v => v.Basis.NotAfter));
        if (verdicts.FirstOrDefault(v => v.Because == Because.RuleError) is { } failed)
        {
            return failed with { Basis = all };
        }

        var shows = verdicts.Where(v => v.Untagged || !v.Categories.IsEmpty).ToList();
        return shows.Count == 0
            ? verdicts.OrderByDescending(v => v.NeedsDecision).ThenBy(v => v.Because).First() with { Basis = all }
            : new Verdict(
                shows.Min(v => v.Because),
                shows.Aggregate(default(CategorySet), (seen, v) => seen.Or(v.Categories)),
                shows.Exists(v => v.Untagged),
                NeedsDecision: false,
                Basis.Of(shows.SelectMany(v => v.Basis.Grounds), shows.Select(v => v.Basis.NotAfter)));
    }

    /// <summary>The same without some categories. What has no category may be of one of them.</summary>
    internal Verdict Without(CategorySet kept) => kept.IsEmpty ? this : this with { Categories = Categories.Except(kept), Untagged = false };

    /// <summary>Whether the recipient may see information of this category; null for none.</summary>
    public bool Shows(Category? category) => category is null ? Untagged : Categories.Has(category);
}
