using Hub.Domain.Circles;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Circles;

public sealed class EndingAMember
{
    private static readonly TeamId Harbour = Around.Team(Cast.Harbour);
    private static readonly EndMember Coordinator = Around.End(Harbour, Role.CareCoordinator, "moved away");

    [Fact]
    public void Is_done_by_the_lead_to_any_and_by_an_agency_to_its_own()
    {
        var circle = Around.Led.After(new MemberAdded(Harbour, Role.CareCoordinator), Cast.Riverside);
        var ended = new MemberEnded(Harbour, Role.CareCoordinator, MemberState.Active, Cast.Riverside, "moved away");
        Assert.Equal(ended, Coordinator.By(Cast.Riverside, circle, isOfLead: true).MustCommit<MemberEnded>());
        Assert.Equal(ended, Coordinator.By(Cast.Harbour, circle).MustCommit<MemberEnded>());
        Assert.Equal<CircleMember>(Around.Led, circle.After(ended, Cast.Harbour));
    }

    [Fact]
    public void Takes_a_proposal_back_and_nobody_elses_with_it()
    {
        var circle = Around.Led.After(new MemberProposed(Harbour, Role.CareCoordinator), Cast.Meadow).After(new MemberProposed(Harbour, Role.CareCoordinator), Cast.Riverside);
        var ended = Coordinator.By(Cast.Meadow, circle).MustCommit<MemberEnded>();
        Assert.Equal((MemberState.Proposed, Cast.Meadow), (ended.State, ended.By));
        Assert.Equal([Cast.Riverside, Cast.Riverside], circle.After(ended, Cast.Meadow).Select(m => m.By));
    }

    [Fact]
    public void Is_not_known_to_who_may_not_know_of_the_member_whether_there_is_one_or_not()
    {
        var circle = Around.Led.After(new MemberAdded(Harbour, Role.CareCoordinator), Cast.Riverside).After(new MemberProposed(Harbour, Role.SchoolNurse), Cast.Riverside);
        Assert.Equal([], Coordinator.By(Cast.Meadow, circle).MustRefuse(RefusalReason.NotKnown).Violations);
        Coordinator.By(Cast.Meadow, Around.Nobody).MustRefuse(RefusalReason.NotKnown);
        Around.End(Harbour, Role.SchoolNurse).By(Cast.Meadow, circle).MustRefuse(RefusalReason.NotKnown);
        Around.End(Around.Lead, Role.LeadSocialWorker).By(Cast.Meadow, circle).MustRefuse(RefusalReason.NotKnown);
        new EndMember("no team", 0, "\0").By(Cast.Meadow, circle).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Does_not_let_who_added_a_member_for_another_end_it_without_leading()
        => Coordinator.By(Cast.Meadow, Around.Led.After(new MemberAdded(Harbour, Role.CareCoordinator), Cast.Meadow)).MustRefuse(RefusalReason.NotKnown);

    [Fact]
    public void Refuses_words_that_cannot_be_stored()
    {
        Around.End(Around.Lead, Role.LeadSocialWorker, "\0").By(Cast.Riverside, Around.Led).MustRefuse(RefusalReason.InvalidField, "because");
        Around.End(Around.Lead, Role.LeadSocialWorker, new string('a', 4097)).By(Cast.Riverside, Around.Led).MustRefuse(RefusalReason.TooLarge, "because");
        Around.End(Around.Lead, Role.LeadSocialWorker, new string('a', 4096)).By(Cast.Riverside, Around.Led).MustCommit<MemberEnded>();
    }

    [Fact]
    public void Leaves_the_circle_unled_when_it_is_the_lead()
    {
        var circle = Around.Led.After(Around.End(Around.Lead, Role.LeadSocialWorker).By(Cast.Riverside, Around.Led).MustCommit<MemberEnded>(), Cast.Riverside);
        Assert.Null(Circle.LeadOf(circle, Domain.Identity.PersonKind.Child));
    }
}
