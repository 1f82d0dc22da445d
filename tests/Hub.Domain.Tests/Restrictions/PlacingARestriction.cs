using Hub.Domain.Agreements;
using Hub.Domain.Restrictions;
using Hub.Domain.Tests.Circles;

namespace Hub.Domain.Tests.Restrictions;

public sealed class PlacingARestriction
{
    [Fact]
    public void Is_for_the_leads_team_and_for_its_own_record_for_any_agency_with_an_open_plan()
    {
        Kept.Conflict.By(Cast.Riverside, Kept.OfLead).MustCommit<RestrictionPlaced>();
        Assert.False(Kept.Conflict.By(Cast.Riverside, Kept.OfLead).MustCommit<RestrictionPlaced>().Terms.OwnRecord);
        Kept.Conflict.By(Cast.Riverside, Kept.OfOwn).MustRefuse(RefusalReason.NotKnown);
        (Kept.Conflict with { OwnRecord = true }).By(Cast.Riverside, Kept.OfOwn).MustCommit<RestrictionPlaced>();
        (Kept.Conflict with { OwnRecord = true }).By(Cast.Riverside, Kept.OfLead with { MayForOwn = false }).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Refuses_who_may_not_before_it_reads_what_was_sent()
        => (Kept.Conflict with { Guardian = "?", ReviewOn = "?" }).By(Cast.Riverside, Kept.OfOwn).MustRefuse(RefusalReason.NotKnown);

    [Fact]
    public void Of_a_sensitive_service_is_always_about_its_own_record()
    {
        var service = Kept.Place(RestrictionGround.SensitiveService);
        Assert.True(service.By(Cast.Riverside, Kept.OfOwn).MustCommit<RestrictionPlaced>().Terms.OwnRecord);
        service.By(Cast.Riverside, Kept.OfLead with { MayForOwn = false }).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Takes_a_guardian_of_the_own_agency_whom_somebody_manages()
    {
        (Kept.Conflict with { Guardian = Kept.Other.ToString() }).By(Cast.Riverside, Kept.OfLead).MustRefuse(RefusalReason.InvalidField, "guardian_team_id");
        Kept.Conflict.By(Cast.Riverside, Kept.OfLead with { IsManaged = _ => false }).MustRefuse(RefusalReason.InvalidField, "guardian_team_id");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    [InlineData(-1, false)]
    public void Takes_a_review_date_of_at_most_90_days(int days, bool isTaken)
    {
        var decided = (Kept.Conflict with { ReviewOn = Kept.In(days) }).By(Cast.Riverside, Kept.OfLead);
        Assert.Equal(isTaken, decided.Change is not null);
        Assert.Equal(isTaken ? null : "review_on", decided.Refusal?.Violations[0].Field);
    }

    [Theory]
    [InlineData(RestrictionGround.StaffConflict, "people")]
    [InlineData(RestrictionGround.HighProfile, "admitted_team_ids,admitted_team_ids")]
    [InlineData(RestrictionGround.ProtectedPerson, "admitted_team_ids,admitted_team_ids")]
    [InlineData(RestrictionGround.HighRisk, "admitted_team_ids,admitted_team_ids")]
    [InlineData(RestrictionGround.SeriousCaseReview, "admitted_team_ids,admitted_team_ids")]
    [InlineData(RestrictionGround.CourtDirection, "agency_ids")]
    [InlineData(RestrictionGround.GenderRecognition, "formerly_known")]
    [InlineData((RestrictionGround)10, "ground")]
    public void Needs_the_terms_of_its_ground(RestrictionGround ground, string fields)
        => Kept.Place(ground).By(Cast.Riverside, Kept.OfLead).MustRefuse(RefusalReason.InvalidField, fields.Split(','));

    [Fact]
    public void Takes_no_terms_of_another_ground()
    {
        var all = Kept.Place(RestrictionGround.SensitiveService) with
        {
            People = [new PractitionerDraft("riverside", "SW-FICTION-2")],
            Agencies = ["harbour"],
            Teams = ["harbour/team"],
            Categories = [1],
            Admitted = ["harbour/team"],
            FormerlyKnown = ["Rowan"],
        };
        all.By(Cast.Riverside, Kept.OfLead).MustRefuse(RefusalReason.InvalidField, "people", "admitted_team_ids", "agency_ids", "team_ids", "categories", "formerly_known");
    }

    [Fact]
    public void Of_a_gender_recognition_says_how_somebody_was_known_and_shuts_nobody_out()
    {
        var recognition = Kept.Place(RestrictionGround.GenderRecognition) with { FormerlyKnown = ["Rowan", "Rowan"], Admitted = ["harbour/team"] };
        var terms = recognition.By(Cast.Riverside, Kept.OfLead).MustCommit<RestrictionPlaced>().Terms;
        Assert.Equal(["Rowan"], terms.FormerlyKnown!.Value.AsEnumerable());
        Assert.False(terms.AdmitsOnlySome);
        recognition.By(Cast.Riverside, Kept.OfOwn).MustRefuse(RefusalReason.NotKnown);
        (recognition with { OwnRecord = true }).By(Cast.Riverside, Kept.OfLead).MustRefuse(RefusalReason.InvalidField, "own_record_only");
        (recognition with { FormerlyKnown = ["No", "N. O.", "", new string('a', 129)] }).By(Cast.Riverside, Kept.OfLead)
            .MustRefuse(RefusalReason.InvalidField, "formerly_known[0]", "formerly_known[1]", "formerly_known[2]", "formerly_known[3]");
        (recognition with { FormerlyKnown = [.. Enumerable.Range(100, 17).Select(i => $"{i}")] }).By(Cast.Riverside, Kept.OfLead).MustRefuse(RefusalReason.TooLarge, "formerly_known");
    }

    [Fact]
    public void Admits_the_team_that_leads_or_leaves_it_out_by_name()
    {
        var others = Kept.Place(RestrictionGround.HighRisk) with { Admitted = ["harbour/team"] };
        others.By(Cast.Riverside, Kept.OfLead).MustRefuse(RefusalReason.InvalidField, "admitted_team_ids");
        (others with { Admitted = ["harbour/team", "riverside/team"] }).By(Cast.Riverside, Kept.OfLead).MustCommit<RestrictionPlaced>();
        (others with { Teams = ["riverside/team"] }).By(Cast.Riverside, Kept.OfLead).MustCommit<RestrictionPlaced>();
    }

    [Fact]
    public void Of_the_own_record_tells_nobody_who_leads()
        => (Kept.Place(RestrictionGround.HighRisk) with { OwnRecord = true, Guardian = "harbour/team", Admitted = ["harbour/team"] })
            .By(Cast.Harbour, Kept.OfOwn).MustCommit<RestrictionPlaced>();

    [Fact]
    public void Names_practitioners_by_agency_and_number_each_once_and_does_not_say_which_exist()
    {
        var twice = Kept.Conflict with { People = [new PractitionerDraft("riverside", "SW-9"), new PractitionerDraft("harbour", "SW-9"), new PractitionerDraft("riverside", "SW-9")] };
        Assert.Equal(["harbour", "riverside"], twice.By(Cast.Riverside, Kept.OfLead).MustCommit<RestrictionPlaced>().Terms.People.Select(p => p.Agency.Value));
        (Kept.Conflict with { People = [new PractitionerDraft("nowhere", "?")] }).By(Cast.Riverside, Kept.OfLead with { IsAgency = _ => false })
            .MustRefuse(RefusalReason.InvalidField, "people[0].agency_id", "people[0].practitioner_id");
    }

    [Fact]
    public void Refuses_teams_categories_and_numbers_that_are_none_and_the_sixty_fifth()
    {
        (Kept.Place(RestrictionGround.CourtDirection) with { Teams = ["?"], Categories = [0, 99] }).By(Cast.Riverside, Kept.OfLead)
            .MustRefuse(RefusalReason.InvalidField, "team_ids[0]", "categories[0]", "categories[1]");
        Kept.Conflict.Decide([.. Enumerable.Repeat(Kept.Of(Kept.Terms(RestrictionGround.StaffConflict)), Restriction.Most)], Cast.CallerOf(Cast.Riverside), Kept.OfLead, Cast.Now)
            .MustRefuse(RefusalReason.TooLarge, "person");
    }
}
