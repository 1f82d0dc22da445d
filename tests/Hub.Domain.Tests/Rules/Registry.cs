using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Rules;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Rules;

/// <summary>Registrars and what they propose.</summary>
internal static class Registry
{
    private static readonly AgencyId Agency = Cast.Agency("registrar");

    public static ProposeEdition Spring { get; } = new(
        "spring", "2026-03-03", "Made-up Act s.1", "Made up.",
        [new EditionRow((int)Role.LeadSocialWorker, [(int)Category.PlanContent, (int)Category.IdentityBasic]), new EditionRow((int)Role.Midwife, [(int)Category.HealthPhysical])],
        [new EditionRow((int)Role.Midwife, [(int)Sector.Hospital]), new EditionRow((int)Role.LeadSocialWorker, [(int)Sector.ChildrensSocialCare])]);

    public static Moment At(string text) => Moment.Of(DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    public static Caller Caller(PractitionerId? by, PractitionerId? actingFor = null, ImmutableArray<PractitionerId> delegated = default)
        => new(Agency, by, RequestId.TryParse("request-1"), ValidateOnly: false, actingFor, delegated);

    public static PractitionerId Key(string letter) => PractitionerId.TryParse(letter)!;

    /// <summary>The book after what somebody did, as the next event of its stream.</summary>
    public static (RuleBook Book, long Version) After(this (RuleBook Book, long Version) now, IEvent change, PractitionerId by)
        => (now.Book.Apply(new Happened(now.Version + 1, Cast.Now, Agency, by, change)), now.Version + 1);

    /// <summary>Proposed by KEY-A.</summary>
    public static (RuleBook Book, long Version) Proposed(this (RuleBook Book, long Version) now, string name, DateOnly day)
        => now.After(new EditionProposed(name, day, RuleTables.BuiltIn, "Made-up Act s.1", "Made up."), Key("KEY-A"));

    /// <summary>And activated by KEY-B.</summary>
    public static (RuleBook Book, long Version) Activated(this (RuleBook Book, long Version) now, string name, DateOnly day)
        => now.Proposed(name, day).After(new EditionActivated(name), Key("KEY-B"));
}
