using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Tests.Restrictions;

public sealed class SealingAChild
{
    private static readonly PractitionerId Second = PractitionerId.TryParse("SW-FICTION-9")!;
    private readonly ImmutableArray<Restriction> placed = ImmutableArray<Restriction>.Empty.After(Sealed.Seal.By(Cast.Riverside, Sealed.Standing).MustCommit<RestrictionPlaced>());

    [Fact]
    public void Admits_own_teams_in_which_somebody_holds_the_adoption_role_and_no_others()
    {
        foreach (var admitted in new ImmutableArray<string>[] { ["riverside/adoption", "riverside/team"], ["riverside/adoption", "harbour/adoption"] })
        {
            (Sealed.Seal with { Admitted = admitted }).By(Cast.Riverside, Sealed.Standing).MustRefuse(RefusalReason.InvalidField, "admitted_team_ids");
        }

        (Sealed.Seal with { Guardian = "riverside/team" }).By(Cast.Riverside, Sealed.Standing).MustRefuse(RefusalReason.InvalidField, "guardian_team_id");
        (Sealed.Seal with { Admitted = [] }).By(Cast.Riverside, Sealed.Standing).MustRefuse(RefusalReason.InvalidField, "admitted_team_ids", "guardian_team_id");
    }

    [Fact]
    public void Takes_no_terms_of_another_ground_and_no_category_but_that_of_origin()
    {
        var all = Sealed.Seal with { OwnRecord = true, People = [new PractitionerDraft("riverside", "SW-2")], Agencies = ["harbour"], Teams = ["harbour/team"], Categories = [1] };
        all.By(Cast.Riverside, Sealed.Standing).MustRefuse(RefusalReason.InvalidField, "people", "agency_ids", "team_ids", "own_record_only", "categories");
        (Sealed.Mark with { Categories = [(int)Category.AdoptionAndOrigin, (int)Category.PlanContent] }).By(Cast.Riverside, Sealed.Standing)
            .MustRefuse(RefusalReason.InvalidField, "categories");
        Assert.True(Sealed.Mark.By(Cast.Riverside, Sealed.Standing).MustCommit<RestrictionPlaced>().Terms.MarksOrigin);
    }

    [Fact]
    public void Shuts_the_authoritys_other_workers_out_and_marking_shuts_out_nobody()
    {
        Assert.True(placed.Shuts(Cast.CallerOf(Cast.Riverside), _ => [Kept.Lead]));
        Assert.False(placed.Shuts(Cast.CallerOf(Cast.Riverside), _ => [Kept.Lead, Sealed.Adoption]));
        Assert.False(placed.Shuts(Cast.CallerOf(Cast.Harbour), _ => [Kept.Other]));
        Assert.False(Sealed.Of("after").Shuts(Cast.CallerOf(Cast.Riverside), _ => [Kept.Lead]));
        Assert.True(Sealed.Of("after").CategoriesKept(Cast.CallerOf(Cast.Riverside), _ => [Kept.Lead]).IsEmpty);
    }

    [Fact]
    public void Is_undone_by_two_persons_who_hold_the_adoption_role()
    {
        Lift(placed, Cast.Worker, holds: false).MustRefuse(RefusalReason.NotKnown);
        var wished = placed.After(Lift(placed, Cast.Worker).MustCommit<RestrictionLiftWished>());
        Assert.Equal(placed.Select(r => r.Terms), wished.Select(r => r.Terms));
        Lift(wished, Cast.Worker).MustChangeNothing();
        Lift(wished, Second, holds: false).MustRefuse(RefusalReason.NotKnown);

        // Who acts for the one who wished is the same voice.
        Lift(wished, Second, actingFor: Cast.Worker).MustChangeNothing();
        Assert.Empty(wished.After(Lift(wished, Second).MustCommit<RestrictionLifted>()));
    }

    [Fact]
    public void Is_not_undone_by_a_wish_that_is_older_than_a_week()
    {
        var wished = placed.After(Lift(placed, Cast.Worker).MustCommit<RestrictionLiftWished>());
        var later = wished[0].LiftWish!.At.Plus(LiftWish.Waits);
        Lift(wished, Second, now: later.Plus(-TimeSpan.FromSeconds(1))).MustCommit<RestrictionLifted>();
        Lift(wished, Second, now: later).MustCommit<RestrictionLiftWished>();
    }

    [Fact]
    public void Is_in_the_list_of_the_adoption_role_alone()
    {
        Assert.Single(Sealed.Guardians(holds: true).Guarded(placed, Cast.CallerOf(Cast.Riverside)));
        Assert.Empty(Sealed.Guardians(holds: false).Guarded(placed, Cast.CallerOf(Cast.Riverside)));
    }

    private static Decided Lift(ImmutableArray<Restriction> placed, PractitionerId by, bool holds = true, Moment? now = null, PractitionerId? actingFor = null)
        => new LiftRestriction(Kept.Id, "because").Decide(
            placed, new Caller(Cast.Riverside, by, RequestId.TryParse("request-1"), ValidateOnly: false, actingFor), Sealed.Guardians(holds), now ?? Cast.Now);
}
