using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>What somebody may not know does not move anything that she receives.</summary>
public abstract class WhatIsHidden(StoreKind kind)
{
    public static TheoryData<string> Scripts => [.. All.Keys];

    private static Dictionary<string, Script> All { get; } = new(StringComparer.Ordinal)
    {
        ["a revision of what a team may not see"] = HiddenRevision.Play,
        ["a stranger's questions about a child"] = HiddenChild.Play,
        ["a concern about a child"] = HiddenLead.Play,
        ["a proposal to link with somebody's plan"] = HiddenPlan.Play,
        ["a decision not to share"] = HiddenDecision.Play,
        ["an element about somebody who works there"] = HiddenAboutStaff.Play,
        ["a concern and a question about somebody who works there"] = HiddenAboutColleague.Play,
        ["a copy in a plan of which a third team hears"] = HiddenCopy.Play,
        ["an address that an author may not know"] = HiddenAddress.Play,
        ["what a worker is kept out of"] = KeptOutWorker.Play,
        ["what somebody is kept out of for whom a worker acts"] = StandsInForAnother.Play,
        ["that a worker is kept out"] = HiddenRestriction.Play,
        ["that a clinic is asked to ring back"] = AsksToBeRungBack.Play,
        ["that her own agency is asked to ring back"] = AsksHerOwnAgency.Play,
        ["consent that was withdrawn"] = HiddenConsent.Play,
        ["who is told by a safety plan"] = HiddenInformee.Play,
        ["that somebody is told no more"] = HiddenWithdrawal.Play,
        ["that a child is sealed for an adoption"] = HiddenAdoption.Play,
        ["how a child was known before a gender recognition"] = HiddenName.Play,
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task Leaves_no_trace_in(string script) => TwinWorlds.AreAlike(kind, All[script]);

    [Theory]
    [Trait("Runs", "long")]
    [MemberData(nameof(Scripts))]
    public Task Is_found_by_the_comparison_where_it_may_be_seen_in(string script) => TwinWorlds.DifferWhenItLeaks(kind, All[script]);
}

/// <summary>On the embedded store.</summary>
public sealed class WhatIsHiddenOnEmbedded() : WhatIsHidden(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class WhatIsHiddenOnPostgres() : WhatIsHidden(StoreKind.Postgres);
