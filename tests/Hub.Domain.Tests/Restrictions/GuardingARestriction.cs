using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Tests.Restrictions;

public sealed class GuardingARestriction
{
    private static readonly ImmutableArray<Restriction> Placed = ImmutableArray<Restriction>.Empty.After(
        Kept.Conflict.By(Cast.Riverside, Kept.OfLead).MustCommit<RestrictionPlaced>());

    [Fact]
    public void Is_for_members_of_its_team_and_for_managers_of_its_agency()
    {
        Lift(Cast.Riverside, Kept.Guardian).MustCommit<RestrictionLifted>();
        Lift(Cast.Riverside, new Guardians(_ => false, Manages: true)).MustCommit<RestrictionLifted>();
        Lift(Cast.Riverside, new Guardians(_ => false, Manages: false)).MustRefuse(RefusalReason.NotKnown);
        Lift(Cast.Harbour, new Guardians(_ => true, Manages: true)).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Is_never_for_anybody_from_whom_it_keeps_something()
    {
        var kin = new Caller(Cast.Riverside, Kept.Kin, RequestId.TryParse("request-1"), ValidateOnly: false);
        new LiftRestriction(Kept.Id, "because").Decide(Placed, kin, new Guardians(_ => true, Manages: true), Cast.Now).MustRefuse(RefusalReason.NotKnown);
        Assert.Empty(new Guardians(_ => true, Manages: true).Guarded(Placed, kin));
        Assert.Single(Kept.Guardian.Guarded(Placed, Cast.CallerOf(Cast.Riverside)));
    }

    [Fact]
    public void Needs_words_to_lift_it()
        => new LiftRestriction(Kept.Id, " ").Decide(Placed, Cast.CallerOf(Cast.Riverside), Kept.Guardian, Cast.Now).MustRefuse(RefusalReason.InvalidField, "because");

    [Fact]
    public void Keeps_it_until_somebody_lifts_it()
    {
        Assert.Single(Placed.After(new RestrictionReviewed(Kept.Id, new DateOnly(2026, 5, 9))));
        Assert.Empty(Placed.After(Lift(Cast.Riverside, Kept.Guardian).MustCommit<RestrictionLifted>()));
    }

    [Fact]
    public void Moves_nothing_but_the_day_when_it_is_reviewed()
    {
        var reviewed = new ReviewRestriction(Kept.Id, Kept.In(90)).Decide(Placed, Cast.CallerOf(Cast.Riverside), Kept.Guardian, Cast.Now).MustCommit<RestrictionReviewed>();
        var after = Assert.Single(Placed.After(reviewed));
        Assert.Equal(Placed[0] with { Terms = Placed[0].Terms with { ReviewOn = reviewed.ReviewOn } }, after);
        new ReviewRestriction(Kept.Id, Kept.In(91)).Decide(Placed, Cast.CallerOf(Cast.Riverside), Kept.Guardian, Cast.Now).MustRefuse(RefusalReason.InvalidField, "review_on");
        new ReviewRestriction(new RestrictionId(8), Kept.In(9)).Decide(Placed, Cast.CallerOf(Cast.Riverside), Kept.Guardian, Cast.Now).MustRefuse(RefusalReason.NotKnown);
    }

    private static Decided Lift(AgencyId agency, Guardians guardians) => new LiftRestriction(Kept.Id, "because").Decide(Placed, Cast.CallerOf(agency), guardians, Cast.Now);
}
