using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Silo.Register;
using Member = Hub.Domain.Agreements.Membership;

namespace Hub.Silo.Tests.Register;

/// <summary>What an agency takes part in, found by a look-up.</summary>
public sealed class TheRegisterOfFrameworks
{
    private static readonly AgencyId A = AgencyId.TryParse("agency-a")!;
    private static readonly AgencyId B = AgencyId.TryParse("agency-b")!;
    private static readonly AgencyId C = AgencyId.TryParse("agency-c")!;
    private readonly AgreementRegister agreements = new();

    [Fact]
    public void Finds_those_that_two_agencies_have_both_joined()
    {
        Set(1, 1, Of(A, B));
        Set(2, 1, Of(B, C));
        var facts = Facts();
        Assert.Equal("s_" + new AgreementId(1), Assert.Single(facts.Agreements(A, B)).Ground.Name);
        Assert.Single(facts.Agreements(B, A));
        Assert.Single(facts.Agreements(C, B));
        Assert.Empty(facts.Agreements(A, C));
        Assert.Empty(facts.Agreements(A, A));
    }

    [Fact]
    public void Forgets_who_has_left_who_has_suspended_and_what_was_ended()
    {
        var facts = Facts();
        Set(1, 1, Of(A, B, C));
        Assert.Single(facts.Agreements(A, B));
        Set(1, 2, Of(A, C));
        Assert.Empty(facts.Agreements(A, B));
        Assert.Single(facts.Agreements(A, C));
        Set(1, 3, Of(A, C) with { Members = [new Member(A, default, new(5)), new Member(C, default, null)] });
        Assert.Empty(facts.Agreements(A, C));
        Set(1, 4, Of(A, C));
        Assert.Equal(4, Assert.Single(facts.Agreements(C, A)).Ground.Version);
        Set(1, 5, Of(A, C) with { EndedAt = new(5) });
        Assert.Empty(facts.Agreements(C, A));
    }

    [Fact]
    public void Passes_over_what_is_older_than_it_knows()
    {
        Set(1, 2, Of(A));
        Set(1, 1, Of(A, B));
        Assert.Empty(Facts().Agreements(A, B));
        Assert.Single(agreements.Frameworks.All());
    }

    [Fact]
    public void Answers_from_the_same_list_until_something_of_the_two_changes()
    {
        var facts = Facts();
        Set(1, 1, Of(A, B));
        var given = facts.Agreements(A, B);
        Set(2, 1, Of(C));
        agreements.Set(new AgreementId(3), Between(A, C), 1);
        Assert.Same(given, facts.Agreements(A, B));
        agreements.Set(new AgreementId(4), Between(A, B), 1);
        Assert.Equal(2, facts.Agreements(A, B).Count);
        Assert.Single(given);
    }

    [Fact]
    public void Costs_no_more_among_a_thousand_that_others_have_joined()
    {
        for (var i = 1; i <= 1000; i++)
        {
            Set(i, 1, i % 100 == 0 ? Of(A, B) : Of(A, C));
        }

        var facts = Facts();
        Assert.Equal(10, facts.Agreements(A, B).Count);
        Assert.Empty(facts.Agreements(B, C));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            facts.Agreements(A, B);
            facts.Agreements(B, C);
        }

        // A single list made per call would be a hundred times as much.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2000);
    }

    private SharingFacts Facts() => new(new AgencyRegister(new IdentityOptions(), TimeProvider.System), new TeamRegister(), agreements, new EditionRegister());

    private void Set(int id, long version, Framework framework) => agreements.Set(new AgreementId((UInt128)id), new AgreementFile(null, framework), version);

    private static Framework Of(params ImmutableArray<AgencyId> members)
        => new(A, "Fictional", "", [], [Purpose.Safeguard], [Category.PlanTypeAndDates], default, null, default, null, [.. members.Select(m => new Member(m, default, null))], null);

    private static Agreement Between(AgencyId proposer, AgencyId partner)
        => new(proposer, partner, [Purpose.Safeguard], [Category.PlanContent], [], default, null, new(5), null);
}
