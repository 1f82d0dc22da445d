using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

public sealed class ProposingAnAgreement
{
    [Fact]
    public void Makes_a_draft_between_two_agencies()
    {
        var agreement = Treaty.Proposed.Agreement!;
        Assert.Equal((Cast.Riverside, Cast.Harbour), (agreement.Proposer, agreement.Partner));
        Assert.Equal((Treaty.April(1, 0), Treaty.May(1)), (agreement.From, agreement.Until));
        Assert.Equal(AgreementState.Draft, agreement.StateAt(Cast.Now));
    }

    [Fact]
    public void Begins_with_the_proposal_and_has_no_end_when_no_days_are_given()
    {
        var proposed = (Treaty.Proposal with { StartsOn = "", EndsOn = "" }).Decide().MustCommit<AgreementProposed>();
        var agreement = AgreementFile.Empty.Apply(Cast.Happened(proposed)).Agreement!;
        Assert.Equal((Cast.Happened(proposed).At, (Moment?)null), (agreement.From, agreement.Until));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("riverside")]
    [InlineData("Harbour")]
    [InlineData("")]
    public void Needs_another_agency_of_this_hub(string partner)
        => (Treaty.Proposal with { Partner = partner }).Decide().MustRefuse(RefusalReason.InvalidField, "partner_agency_id");

    [Fact]
    public void Takes_repetitions_once_and_in_order()
    {
        var proposed = (Treaty.Proposal with { Purposes = [2, 1, 2], Gives = [9, 6, 9, 9] }).Decide().MustCommit<AgreementProposed>();
        Assert.Equal([Purpose.Safeguard, Purpose.Care], proposed.Purposes.AsEnumerable());
        Assert.Equal([Category.PlanContent, Category.SubstanceUse], proposed.Gives.AsEnumerable());
    }

    [Fact]
    public void Needs_a_purpose_and_a_category_in_one_direction()
    {
        (Treaty.Proposal with { Purposes = [] }).Decide().MustRefuse(RefusalReason.InvalidField, "purposes");
        (Treaty.Proposal with { Gives = [] }).Decide().MustCommit<AgreementProposed>();
        (Treaty.Proposal with { Takes = [] }).Decide().MustCommit<AgreementProposed>();
        (Treaty.Proposal with { Gives = [], Takes = [] }).Decide().MustRefuse(RefusalReason.InvalidField, "gives");
    }

    [Fact]
    public void Takes_words_of_the_vocabulary_only()
    {
        (Treaty.Proposal with { Purposes = [1, 8] }).Decide().MustRefuse(RefusalReason.InvalidField, "purposes[1]");
        (Treaty.Proposal with { Gives = [0], Takes = [6, 22] }).Decide().MustRefuse(RefusalReason.InvalidField, "gives[0]", "takes[1]");
    }

    [Fact]
    public void Takes_64_entries_of_a_kind()
    {
        (Treaty.Proposal with { Gives = [.. Enumerable.Repeat(6, 64)] }).Decide().MustCommit<AgreementProposed>();
        (Treaty.Proposal with { Gives = [.. Enumerable.Repeat(6, 65)] }).Decide().MustRefuse(RefusalReason.TooLarge, "gives");
    }

    [Theory]
    [InlineData("2026-04-02", "2026-04-01")]
    [InlineData("", "2026-03-01")]
    [InlineData("2026-02-01", "2026-03-01")]
    [InlineData("", "soon")]
    public void Needs_an_end_that_is_to_come(string startsOn, string endsOn)
        => (Treaty.Proposal with { StartsOn = startsOn, EndsOn = endsOn }).Decide().MustRefuse(RefusalReason.InvalidField, "ends_on");

    [Fact]
    public void May_be_for_one_day()
    {
        (Treaty.Proposal with { EndsOn = "2026-04-01" }).Decide().MustCommit<AgreementProposed>();
        (Treaty.Proposal with { StartsOn = "", EndsOn = "2026-03-02" }).Decide().MustCommit<AgreementProposed>();
    }

    [Fact]
    public void Is_not_done_twice_under_one_id() => Treaty.Proposal.Decide(Treaty.Proposed).MustRefuse(RefusalReason.StateConflict, "request_id");

    [Fact]
    public void Hears_of_all_broken_fields_at_once()
        => (Treaty.Proposal with { Partner = "", Purposes = [], Gives = [], Takes = [], StartsOn = "x", EndsOn = "y" }).Decide()
            .MustRefuse(RefusalReason.InvalidField, "partner_agency_id", "purposes", "gives", "starts_on", "ends_on");
}
