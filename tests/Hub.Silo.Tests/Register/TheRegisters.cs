using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;
using Hub.Silo.Register;

namespace Hub.Silo.Tests.Register;

/// <summary>Facts may come in any order; the newest counts.</summary>
public sealed class TheRegisters
{
    private static readonly AgencyId A = AgencyId.TryParse("agency-a")!;
    private static readonly AgencyId B = AgencyId.TryParse("agency-b")!;
    private static readonly AgencyId C = AgencyId.TryParse("agency-c")!;
    private static readonly TeamId Desk = new(A, "desk");

    [Fact]
    public void Pass_over_what_is_older_than_they_know()
    {
        var (teams, agreements) = (new TeamRegister(), new AgreementRegister());
        teams.Set(Desk, Named("new"), 2);
        teams.Set(Desk, Named("old"), 1);
        Assert.Equal(("new", 2), (teams.Of(Desk)?.Team.Profile?.Name, teams.Of(Desk)?.Version));

        agreements.Set(new AgreementId(1), Between(A, B) with { SignedAt = new(5) }, 2);
        agreements.Set(new AgreementId(1), Between(A, B), 1);
        Assert.NotNull(Assert.Single(agreements.Between(A, B)).Agreement.SignedAt);
    }

    [Fact]
    public void Do_not_know_what_never_began()
    {
        var (teams, agreements) = (new TeamRegister(), new AgreementRegister());
        teams.Set(Desk, Team.Empty, 0);
        agreements.Set(new AgreementId(1), AgreementFile.Empty, 0);
        Assert.Null(teams.Of(Desk));
        Assert.Null(agreements.Of(new AgreementId(1)));
        Assert.Empty(agreements.Between(A, B));
        Assert.Empty(agreements.Of(A));
    }

    [Fact]
    public void Find_agreements_by_their_pair_from_either_side_and_by_party()
    {
        var agreements = new AgreementRegister();
        agreements.Set(new AgreementId(3), Between(B, A), 1);
        agreements.Set(new AgreementId(1), Between(A, B), 1);
        agreements.Set(new AgreementId(2), Between(A, C), 1);
        Assert.Equal([new AgreementId(1), new AgreementId(3)], agreements.Between(A, B).Select(k => k.Id));
        Assert.Same(agreements.Between(A, B), agreements.Between(B, A));
        Assert.Equal([new AgreementId(1), new AgreementId(2), new AgreementId(3)], agreements.Of(A).Select(k => k.Id));
        Assert.Single(agreements.Of(C));
        Assert.Empty(agreements.Between(B, C));
    }

    [Fact]
    public void Answer_without_making_anything_while_nothing_changes()
    {
        var agreements = new AgreementRegister();
        agreements.Set(new AgreementId(1), Between(A, B), 1);
        agreements.Between(A, B);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            agreements.Between(B, A);
            agreements.Between(B, C);
        }

        // A single list made per call would be 50 times as much.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void Leave_a_list_that_was_given_out_as_it_is()
    {
        var agreements = new AgreementRegister();
        agreements.Set(new AgreementId(1), Between(A, B), 1);
        var given = agreements.Between(A, B);
        agreements.Set(new AgreementId(1), Between(A, B) with { SignedAt = new(5) }, 2);
        agreements.Set(new AgreementId(2), Between(A, B), 1);
        Assert.Null(Assert.Single(given).Agreement.SignedAt);
        Assert.Equal([2, 1], agreements.Between(A, B).Select(k => k.Version));
    }

    private static Team Named(string name) => new(new TeamProfile(name, "999 0190"), [], []);

    private static Agreement Between(AgencyId proposer, AgencyId partner)
        => new(proposer, partner, [Purpose.Safeguard], [Category.PlanContent], ImmutableArray<Category>.Empty, default, null, null, null);
}
