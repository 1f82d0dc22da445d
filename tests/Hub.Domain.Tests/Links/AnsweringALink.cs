using System.Collections.Immutable;
using Hub.Domain.Identity;
using Hub.Domain.Links;

namespace Hub.Domain.Tests.Links;

public sealed class AnsweringALink
{
    [Fact]
    public void Accepts_with_a_plan_of_this_person()
        => Assert.Equal(new LinkAccepted(Tie.Id, Tie.ChildPlan, Tie.Riverside, PersonKind.Adult, Tie.Adult, Tie.Harbour), Tie.Accept.To(Tie.Proposed).MustCommit<LinkAccepted>());

    [Fact]
    public void Declines_without_one_and_says_why_on_this_half_only()
        => Assert.Equal(
            new LinkDeclined(Tie.Id, Tie.Riverside, PersonKind.Adult, Tie.Adult, Tie.Harbour, "not our case"), Tie.Decline.To(Tie.Proposed).MustCommit<LinkDeclined>());

    [Fact]
    public void Is_not_known_to_who_was_not_asked()
    {
        Assert.Equal([], Tie.Accept.To(null).MustRefuse(RefusalReason.NotKnown).Violations);
        Tie.Accept.To(Tie.Proposed, Cast.Meadow).MustRefuse(RefusalReason.NotKnown);
        Tie.Accept.To(Tie.Proposed, Cast.Harbour).MustRefuse(RefusalReason.NotKnown);
        Tie.Accept.To(Tie.Proposed with { Other = Tie.Somebody }).MustRefuse(RefusalReason.NotKnown);
        (Tie.Decline with { Because = "\0" }).To(null).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Is_not_known_about_a_proposal_of_another_link()
        => (Tie.Accept with { Link = new LinkId(8) }).To(Tie.Proposed).MustRefuse(RefusalReason.NotKnown);

    [Fact]
    public void Is_done_once()
    {
        foreach (var answer in new[] { Tie.Accept, Tie.Decline })
        {
            var answered = ImmutableArray<LinkHalf>.Empty.After(answer.To(Tie.Proposed).Change!);
            Tie.Accept.To(Tie.Proposed, links: answered).MustRefuse(RefusalReason.StateConflict, "link_id");
            Tie.Decline.To(Tie.Proposed, links: answered).MustRefuse(RefusalReason.StateConflict, "link_id");
        }
    }

    [Fact]
    public void Has_28_days()
    {
        var end = Cast.Now.Plus(LinkHalf.ProposalLife);
        Assert.Equal(TimeSpan.FromDays(28), LinkHalf.ProposalLife);
        Tie.Accept.To(Tie.Proposed, now: new Moment(end.Microseconds - 1)).MustCommit<LinkAccepted>();
        Tie.Accept.To(Tie.Proposed, now: end).MustRefuse(RefusalReason.StateConflict, "link_id");
        Tie.Decline.To(Tie.Proposed, now: end).MustRefuse(RefusalReason.StateConflict, "link_id");
    }

    [Theory]
    [InlineData(HalfState.Accepted)]
    [InlineData(HalfState.Declined)]
    [InlineData(HalfState.Ended)]
    public void Refuses_what_is_no_proposal_any_more(HalfState state)
        => Tie.Accept.To(Tie.Proposed with { State = state }).MustRefuse(RefusalReason.StateConflict, "link_id");

    [Fact]
    public void Accepts_32_links_of_a_plan_and_not_33_those_that_the_plan_asked_for_included()
    {
        var (accepted, asked) = (Tie.Many(16, Tie.Accepted), Tie.Many(16, Tie.Accepted with { State = HalfState.Proposed }));
        Tie.Accept.To(Tie.Proposed, links: [.. accepted, .. asked[1..]]).MustCommit<LinkAccepted>();
        Tie.Accept.To(Tie.Proposed, links: [.. accepted, .. asked]).MustRefuse(RefusalReason.TooLarge, "plan_id");
        Tie.Decline.To(Tie.Proposed, links: [.. accepted, .. asked]).MustCommit<LinkDeclined>();
    }

    [Fact]
    public void Refuses_words_that_cannot_be_stored()
    {
        (Tie.Decline with { Because = "\0" }).To(Tie.Proposed).MustRefuse(RefusalReason.InvalidField, "because");
        (Tie.Decline with { Because = new string('a', 4097) }).To(Tie.Proposed).MustRefuse(RefusalReason.TooLarge, "because");
    }
}
