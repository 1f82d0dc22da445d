using Hub.Domain.Links;

namespace Hub.Domain.Tests.Links;

public sealed class TwoHalvesOfALink
{
    public static TheoryData<HalfState, HalfState> States
    {
        get
        {
            var states = new TheoryData<HalfState, HalfState>();
            foreach (var one in Enum.GetValues<HalfState>())
            {
                foreach (var other in Enum.GetValues<HalfState>())
                {
                    states.Add(one, other);
                }
            }

            return states;
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Are_in_force_when_one_is_proposed_and_the_other_accepted(HalfState adults, HalfState childs)
    {
        var inForce = (adults, childs) is (HalfState.Proposed, HalfState.Accepted) or (HalfState.Accepted, HalfState.Proposed);
        var (one, other) = (Tie.Proposed with { State = adults }, Tie.Accepted with { State = childs });
        Assert.Equal(inForce, one.IsInForceWith(other, Tie.Adult, Tie.Child));
        Assert.Equal(inForce, other.IsInForceWith(one, Tie.Child, Tie.Adult));
    }

    [Fact]
    public void Are_not_in_force_when_either_names_another_link_person_or_team()
    {
        LinkHalf[] strangers =
        [
            Tie.Accepted with { Id = new LinkId(8) },
            Tie.Accepted with { Other = Tie.Somebody },
            Tie.Accepted with { Team = Tie.Team(Cast.Riverside, "another-team") },
            Tie.Accepted with { Team = Tie.Team(Cast.Meadow) },
            Tie.Accepted with { OtherTeam = Tie.Team(Cast.Harbour, "another-team") },
        ];
        Assert.All(strangers, s =>
        {
            Assert.False(Tie.Proposed.IsInForceWith(s, Tie.Adult, Tie.Child));
            Assert.False(s.IsInForceWith(Tie.Proposed, Tie.Child, Tie.Adult));
        });
        Assert.False((Tie.Proposed with { Other = Tie.Somebody }).IsInForceWith(Tie.Accepted, Tie.Adult, Tie.Child));
        Assert.False(Tie.Proposed.IsInForceWith(Tie.Accepted, Tie.Somebody, Tie.Child));
        Assert.False(Tie.Proposed.IsInForceWith(Tie.Accepted, Tie.Adult, Tie.Somebody));
    }

    [Fact]
    public void Stay_in_force_after_the_time_for_an_answer()
    {
        var late = Cast.Now.Plus(LinkHalf.ProposalLife);
        Assert.False(Tie.Proposed.AwaitsAnswer(late));
        Assert.True(Tie.Proposed.IsInForceWith(Tie.Accepted with { At = late }, Tie.Adult, Tie.Child));
    }
}
