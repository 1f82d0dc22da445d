using Hub.Domain.Links;

namespace Hub.Domain.Tests.Links;

public sealed class ProposingALink
{
    [Fact]
    public void Names_the_own_plan_and_the_other_person_and_never_the_others_plan()
        => Assert.Equal(
            new LinkProposed(Tie.Id, Tie.AdultPlan, Tie.Harbour, Domain.Identity.PersonKind.Child, Tie.Child, Tie.Riverside),
            Tie.Propose.By(Cast.Harbour).MustCommit<LinkProposed>());

    [Fact]
    public void Refuses_a_link_to_oneself()
        => (Tie.Propose with { Other = Tie.Adult }).By(Cast.Harbour).MustRefuse(RefusalReason.StateConflict, "other_person");

    [Fact]
    public void Refuses_to_propose_for_another_agencys_team()
        => Tie.Propose.By(Cast.Meadow).MustRefuse(RefusalReason.InvalidField, "team_id");

    [Theory]
    [InlineData("harbour/none", "team_id")]
    [InlineData("harbour", "team_id")]
    public void Refuses_an_own_team_that_is_none(string team, string field)
        => (Tie.Propose with { Team = team }).By(Cast.Harbour).MustRefuse(RefusalReason.InvalidField, field);

    [Theory]
    [InlineData("riverside/none")]
    [InlineData("riverside")]
    [InlineData("harbour/another-team")]
    public void Refuses_to_ask_a_team_that_is_none_or_of_the_same_agency(string team)
        => (Tie.Propose with { OtherTeam = team }).By(Cast.Harbour).MustRefuse(RefusalReason.InvalidField, "other_team_id");

    [Fact]
    public void Takes_32_links_of_a_plan_and_not_33()
    {
        Tie.Propose.By(Cast.Harbour, Tie.Many(31, Tie.Proposed)).MustCommit<LinkProposed>();
        Tie.Propose.By(Cast.Harbour, Tie.Many(32, Tie.Proposed)).MustRefuse(RefusalReason.TooLarge, "plan_id");
        Tie.Propose.By(Cast.Harbour, Tie.Many(32, Tie.Accepted with { Plan = Tie.AdultPlan })).MustRefuse(RefusalReason.TooLarge, "plan_id");
        Tie.Propose.By(Cast.Harbour, Tie.Many(32, Tie.Proposed with { Plan = Tie.ChildPlan })).MustCommit<LinkProposed>();
    }

    [Theory]
    [InlineData(HalfState.Ended)]
    [InlineData(HalfState.Declined)]
    public void Does_not_count_links_that_are_over(HalfState state)
        => Tie.Propose.By(Cast.Harbour, Tie.Many(32, Tie.Proposed with { State = state })).MustCommit<LinkProposed>();

    [Fact]
    public void Counts_proposals_that_nobody_answered_until_they_are_taken_back()
    {
        var since = Cast.Now.Plus(-LinkHalf.ProposalLife);
        Tie.Propose.By(Cast.Harbour, Tie.Many(32, Tie.Proposed with { At = since })).MustRefuse(RefusalReason.TooLarge, "plan_id");
        Tie.Propose.By(Cast.Harbour, Tie.Many(32, Tie.Proposed with { State = HalfState.Ended })).MustCommit<LinkProposed>();
    }
}
