using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Circles;

public sealed class AddingAMember
{
    private static readonly TeamId Harbour = Around.Team(Cast.Harbour);
    private static readonly CircleStanding OfLead = Around.Of(Sector.AdultMentalHealth, isOfLead: true);
    private static readonly AddMember Coordinator = Around.Add(Harbour, Role.CareCoordinator);

    [Fact]
    public void Is_done_by_the_lead()
        => Assert.Equal(new MemberAdded(Harbour, Role.CareCoordinator), Coordinator.By(Cast.Riverside, Around.Led, OfLead).MustCommit<MemberAdded>());

    [Fact]
    public void Is_only_proposed_by_another_team_of_the_leads_agency()
        => Coordinator.By(Cast.Riverside, Around.Led, Around.Of(Sector.AdultMentalHealth, hasOpenPlan: true)).MustCommit<MemberProposed>();

    [Fact]
    public void Is_only_proposed_by_the_agency_that_gains()
        => Coordinator.By(Cast.Harbour, Around.Led, Around.Of(Sector.AdultMentalHealth, hasOpenPlan: true)).MustCommit<MemberProposed>();

    [Fact]
    public void Is_only_proposed_while_nobody_leads_and_the_role_does_not_lead()
        => Coordinator.By(Cast.Harbour, Around.Nobody, Around.Of(Sector.AdultMentalHealth, hasOpenPlan: true)).MustCommit<MemberProposed>();

    [Theory]
    [InlineData(PersonKind.Child, Role.LeadSocialWorker, Sector.ChildrensSocialCare)]
    [InlineData(PersonKind.Adult, Role.CareCoordinator, Sector.AdultMentalHealth)]
    [InlineData(PersonKind.Adult, Role.SubstanceMisuseKeyWorker, Sector.SubstanceMisuse)]
    public void Makes_the_own_team_the_lead_while_nobody_leads_and_the_agency_has_an_open_plan(PersonKind kind, Role role, Sector sector)
    {
        Around.Add(Around.Lead, role).By(Cast.Riverside, Around.Nobody, Around.Of(sector, hasOpenPlan: true), kind).MustCommit<MemberAdded>();
        Around.Add(Around.Lead, role).By(Cast.Riverside, Around.Nobody, Around.Of(sector), kind).MustCommit<MemberProposed>();
        Around.Add(Around.Lead, role).By(Cast.Meadow, Around.Nobody, Around.Of(sector, hasOpenPlan: true), kind).MustCommit<MemberProposed>();
    }

    [Fact]
    public void Confirms_what_others_proposed_and_leaves_no_proposal_behind()
    {
        var circle = Around.Led.After(new MemberProposed(Harbour, Role.CareCoordinator), Cast.Harbour).After(new MemberProposed(Harbour, Role.CareCoordinator), Cast.Meadow);
        var after = circle.After(Coordinator.By(Cast.Riverside, circle, OfLead).MustCommit<MemberAdded>(), Cast.Riverside);
        Assert.Equal([MemberState.Active], after.Where(m => m.Team == Harbour).Select(m => m.State));
    }

    [Fact]
    public void Answers_a_late_proposal_of_a_member_too()
    {
        var on = Around.Led.After(new MemberAdded(Harbour, Role.CareCoordinator), Cast.Riverside);
        Coordinator.By(Cast.Riverside, on, OfLead).MustChangeNothing();

        // Meadow does not know that Harbour is on the circle.
        var circle = on.After(Coordinator.By(Cast.Meadow, on, Around.Of(Sector.AdultMentalHealth)).MustCommit<MemberProposed>(), Cast.Meadow);
        Assert.Equal(on.Length, circle.After(Coordinator.By(Cast.Riverside, circle, OfLead).MustCommit<MemberAdded>(), Cast.Riverside).Length);
    }

    [Fact]
    public void Answers_a_late_proposal_of_the_lead_itself()
    {
        var circle = Around.Led.After(new MemberProposed(Around.Lead, Role.LeadSocialWorker), Cast.Meadow);
        var change = Around.Add(Around.Lead, Role.LeadSocialWorker).By(Cast.Riverside, circle, Around.Of(Sector.ChildrensSocialCare, isOfLead: true)).MustCommit<MemberAdded>();
        Assert.Single(circle.After(change, Cast.Riverside));
    }

    [Fact]
    public void Changes_nothing_when_the_own_team_is_on_it_or_the_own_proposal_waits()
    {
        var on = Around.Led.After(new MemberAdded(Harbour, Role.CareCoordinator), Cast.Riverside);
        Coordinator.By(Cast.Harbour, on, Around.Of(Sector.AdultMentalHealth)).MustChangeNothing();

        var waits = Around.Led.After(new MemberProposed(Harbour, Role.CareCoordinator), Cast.Meadow);
        Coordinator.By(Cast.Meadow, waits, Around.Of(Sector.AdultMentalHealth)).MustChangeNothing();
        Coordinator.By(Cast.Harbour, waits, Around.Of(Sector.AdultMentalHealth)).MustCommit<MemberProposed>();
    }

    [Fact]
    public void Refuses_the_lead_a_second_lead()
        => Around.Add(Around.Team(Cast.Meadow), Role.LeadSocialWorker).By(Cast.Riverside, Around.Led, Around.Of(Sector.ChildrensSocialCare, isOfLead: true))
            .MustRefuse(RefusalReason.StateConflict, "role");

    [Fact]
    public void Takes_from_anybody_else_a_second_lead_as_a_proposal_like_any_other()
        => Around.Add(Around.Team(Cast.Meadow), Role.LeadSocialWorker).By(Cast.Meadow, Around.Led, Around.Of(Sector.ChildrensSocialCare, hasOpenPlan: true))
            .MustCommit<MemberProposed>();

    [Fact]
    public void Takes_64_members_and_not_65()
    {
        var more = Around.Add(Harbour, Role.CareCoordinator);
        more.By(Cast.Riverside, Around.Of(63), OfLead).MustCommit<MemberAdded>();
        more.By(Cast.Riverside, Around.Of(64), OfLead).MustRefuse(RefusalReason.TooLarge, "team_id");
        more.By(Cast.Meadow, Around.Of(64), Around.Of(Sector.AdultMentalHealth)).MustCommit<MemberProposed>();
    }

    [Fact]
    public void Takes_8_open_proposals_of_an_agency_and_not_9_whatever_others_proposed()
    {
        var circle = Around.Led.After(new MemberProposed(Around.Team(Cast.Meadow), Role.SchoolNurse), Cast.Meadow);
        for (var n = 1; n <= Circle.MaxProposals; n++)
        {
            circle = circle.After(Around.Add(Around.Team(Cast.Harbour, $"team-{n}"), Role.CareCoordinator).By(Cast.Harbour, circle, Around.Of(Sector.AdultMentalHealth)).MustCommit<MemberProposed>(), Cast.Harbour);
        }

        Coordinator.By(Cast.Harbour, circle, Around.Of(Sector.AdultMentalHealth)).MustRefuse(RefusalReason.TooLarge, "team_id");
        Coordinator.By(Cast.Riverside, circle, Around.Of(Sector.AdultMentalHealth)).MustCommit<MemberProposed>();
    }

    [Theory]
    [InlineData("harbour", 5, Sector.AdultMentalHealth, "team_id")]
    [InlineData("harbour/Team", 5, Sector.AdultMentalHealth, "team_id")]
    [InlineData("harbour/team", 5, null, "team_id")]
    [InlineData("harbour/team", 0, Sector.AdultMentalHealth, "role")]
    [InlineData("harbour/team", 99, Sector.AdultMentalHealth, "role")]
    [InlineData("harbour/team", 1, Sector.AdultMentalHealth, "role")]
    public void Refuses_a_team_or_a_role_that_is_none_to_everybody_alike(string team, int role, Sector? sector, string field)
        => Assert.All<ImmutableArray<CircleMember>>([Around.Nobody, Around.Led, Around.Of(64)], circle =>
        {
            new AddMember(team, role).By(Cast.Riverside, circle, Around.Of(sector, isOfLead: true)).MustRefuse(RefusalReason.InvalidField, field);
            new AddMember(team, role).By(Cast.Riverside, circle, Around.Of(sector)).MustRefuse(RefusalReason.InvalidField, field);
        });

    [Fact]
    public void Is_answered_alike_to_who_does_not_lead_whatever_the_rest_of_the_circle_is()
        => Gen.Select(Member.Array[0, 12], Gen.Enum<Role>(), Gen.OneOf(Cast.Harbour, Cast.Meadow), Gen.OneOf(Cast.Riverside, Cast.Harbour), Gen.Bool, Gen.Enum<PersonKind>())
            .Sample((others, role, caller, team, hasOpenPlan, kind) =>
            {
                // All that the caller may know of stays; the rest of the circle is taken away.
                ImmutableArray<CircleMember> circle = [.. others.DistinctBy(m => (m.Team, m.Role, m.State, m.By))];
                var own = circle.RemoveAll(m => m.Team.Agency != caller && !(m.State == MemberState.Proposed && m.By == caller));
                var standing = Around.Of(Enum.GetValues<Sector>().First(s => RoleSectors.BuiltIn.Fits(role, s)), hasOpenPlan: hasOpenPlan);
                var (with, without) = (Around.Add(Around.Team(team), role).By(caller, circle, standing, kind), Around.Add(Around.Team(team), role).By(caller, own, standing, kind));
                Assert.Equal(with.Change is null, without.Change is null);
                Assert.Equal(with.Refusal?.Reason, without.Refusal?.Reason);
            });

    private static readonly Gen<CircleMember> Member = Gen.Select(
        Gen.OneOf(Cast.Riverside, Cast.Harbour, Cast.Meadow), Gen.Enum<Role>(), Gen.Enum<MemberState>(), Gen.OneOf(Cast.Riverside, Cast.Harbour, Cast.Meadow),
        (agency, role, state, by) => new CircleMember(Around.Team(agency), role, state, by, Cast.Now));
}
