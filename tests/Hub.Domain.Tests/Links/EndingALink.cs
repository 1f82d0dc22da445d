using System.Collections.Immutable;
using Hub.Domain.Identity;
using Hub.Domain.Links;

namespace Hub.Domain.Tests.Links;

public sealed class EndingALink
{
    private static readonly EndLink End = new(Tie.Id, "case closed");

    [Fact]
    public void Takes_a_proposal_back_or_ends_the_own_half()
    {
        Assert.Equal(new LinkEnded(Tie.Id, "case closed"), End.Decide([Tie.Proposed], Cast.CallerOf(Cast.Harbour)).MustCommit<LinkEnded>());
        End.Decide([Tie.Accepted], Cast.CallerOf(Cast.Riverside)).MustCommit<LinkEnded>();
    }

    [Fact]
    public void Is_not_known_to_who_has_no_half_of_it()
    {
        End.Decide([], Cast.CallerOf(Cast.Harbour)).MustRefuse(RefusalReason.NotKnown);
        End.Decide([Tie.Proposed], Cast.CallerOf(Cast.Riverside)).MustRefuse(RefusalReason.NotKnown);
        new EndLink(Tie.Id, "\0").Decide([Tie.Proposed with { State = HalfState.Ended }], Cast.CallerOf(Cast.Meadow)).MustRefuse(RefusalReason.NotKnown);
    }

    [Theory]
    [InlineData(HalfState.Declined)]
    [InlineData(HalfState.Ended)]
    public void Refuses_one_that_is_over(HalfState state)
        => End.Decide([Tie.Accepted with { State = state }], Cast.CallerOf(Cast.Riverside)).MustRefuse(RefusalReason.StateConflict, "link_id");

    [Fact]
    public void Refuses_words_that_cannot_be_stored()
        => (End with { Because = "\0" }).Decide([Tie.Proposed], Cast.CallerOf(Cast.Harbour)).MustRefuse(RefusalReason.InvalidField, "because");

    [Fact]
    public void Leaves_other_links_as_they_are()
    {
        var other = Tie.Proposed with { Id = new LinkId(8) };
        var after = ImmutableArray.Create(Tie.Proposed, other).After(new LinkEnded(Tie.Id, ""), 5);
        Assert.Equal<LinkHalf>([Tie.Proposed with { State = HalfState.Ended, At = Cast.Now.Plus(TimeSpan.FromSeconds(5)) }, other], after);
    }

    [Fact]
    public void Follows_from_its_history_on_each_half()
    {
        var adult = ImmutableArray<LinkHalf>.Empty.After(Tie.Propose.By(Cast.Harbour).Change!);
        Assert.Equal<LinkHalf>([Tie.Proposed with { At = adult[0].At }], adult);
        var child = ImmutableArray<LinkHalf>.Empty.After(Tie.Accept.To(adult[0]).Change!);
        Assert.True(adult[0].IsInForceWith(child[0], Tie.Adult, Tie.Child));
        Assert.False(adult[0].IsInForceWith(child.After(new LinkEnded(Tie.Id, ""))[0], Tie.Adult, Tie.Child));

        var declined = ImmutableArray<LinkHalf>.Empty.After(Tie.Decline.To(adult[0]).Change!);
        Assert.Equal((HalfState.Declined, null, PersonKind.Adult), (declined[0].State, declined[0].Plan, declined[0].OtherKind));
        Assert.Equal(HalfState.Proposed, adult[0].State);
    }
}
