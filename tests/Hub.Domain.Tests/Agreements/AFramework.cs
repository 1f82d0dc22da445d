using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

public sealed class AFramework
{
    [Fact]
    public void Has_no_members_when_it_is_written_down_not_even_its_owner()
    {
        var framework = Treaty.WrittenDown.Framework!;
        Assert.Equal((Cast.Riverside, "Fictional minimum", "Children Act 2004 s.16LA"), (framework.Owner, framework.Name, framework.LegalSource));
        Assert.Empty(framework.Members);
        Assert.Equal((Treaty.April(1, 0), Treaty.May(1)), (framework.From, framework.Until));
    }

    [Fact]
    public void Is_joined_once_by_an_agency_of_a_sector_that_it_is_open_to()
    {
        Treaty.WrittenDown.Accede(Cast.Harbour).MustCommit<FrameworkAcceded>();
        Treaty.WrittenDown.Accede(Cast.Harbour, Sector.Voluntary).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Treaty.Joined.Accede(Cast.Harbour).MustChangeNothing();
        var open = AgreementFile.Empty.After((Treaty.Terms with { Sectors = [] }).Decide(AgreementFile.Empty, Cast.Now));
        open.Accede(Cast.Harbour, Sector.Voluntary).MustCommit<FrameworkAcceded>();
        AccedeToFramework.Decide(open, Cast.CallerOf(Cast.Harbour), null, Cast.Now).MustRefuse(RefusalReason.StateConflict, "agreement_id");
    }

    [Fact]
    public void Keeps_its_members_in_order_with_the_time_they_joined()
    {
        Assert.Equal([Cast.Harbour, Cast.Riverside], Treaty.Joined.Framework!.Members.Select(m => m.Agency));
        Assert.All(Treaty.Joined.Framework!.Members, m => Assert.True(m.Since.CompareTo(Cast.Now) > 0));
    }

    [Fact]
    public void Is_left_at_once_and_may_be_joined_again()
    {
        var withdraw = new WithdrawFromFramework(Treaty.Id, "Merged.");
        Assert.Equal("Merged.", withdraw.Decide(Treaty.Joined, Cast.Harbour).MustCommit<FrameworkWithdrawn>().Because);
        var left = Treaty.Joined.After(withdraw.Decide(Treaty.Joined, Cast.Harbour), Cast.Harbour);
        withdraw.Decide(left, Cast.Harbour).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Assert.NotNull(left.JoinedBy(Cast.Harbour).Framework!.Of(Cast.Harbour));
        (withdraw with { Because = new string('a', 4097) }).Decide(Treaty.Joined, Cast.Harbour).MustRefuse(RefusalReason.TooLarge, "because");
    }

    [Fact]
    public void Forgets_a_suspension_of_who_left()
    {
        var suspended = Treaty.Joined.After(new SuspendAgreement(Treaty.Id, "").Decide(Treaty.Joined, Cast.Harbour), Cast.Harbour);
        var left = suspended.After(new WithdrawFromFramework(Treaty.Id, "").Decide(suspended, Cast.Harbour), Cast.Harbour);
        Assert.Null(left.JoinedBy(Cast.Harbour).Framework!.Of(Cast.Harbour)!.SuspendedAt);
    }

    [Fact]
    public void Is_ended_for_all_by_its_owner_alone()
    {
        new EndAgreement(Treaty.Id, "").Decide(Treaty.Joined, Cast.Harbour).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        var ended = Treaty.Joined.After(new EndAgreement(Treaty.Id, "").Decide(Treaty.Joined, Cast.Riverside), Cast.Riverside);
        Assert.Equal(AgreementState.Terminated, ended.Framework!.StateFor(Cast.Harbour, Cast.Now));
        ended.Accede(Cast.Meadow).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        new EndAgreement(Treaty.Id, "").Decide(ended, Cast.Riverside).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        new WithdrawFromFramework(Treaty.Id, "").Decide(ended, Cast.Harbour).MustRefuse(RefusalReason.StateConflict, "agreement_id");
    }

    [Fact]
    public void Is_over_by_the_clock_alone()
    {
        Assert.Equal(AgreementState.Expired, Treaty.Joined.Framework!.StateFor(Cast.Harbour, Treaty.May(1)));
        Treaty.Joined.Accede(Cast.Meadow, now: Treaty.May(1)).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        new EndAgreement(Treaty.Id, "").Decide(Treaty.Joined, Cast.Riverside, Treaty.May(1)).MustRefuse(RefusalReason.StateConflict, "agreement_id");
    }

    [Fact]
    public void Is_neither_signed_nor_is_an_agreement_between_two_joined()
    {
        new SignAgreement(Treaty.Id).Decide(Treaty.WrittenDown, Cast.Harbour).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Treaty.Signed.Accede(Cast.Harbour).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Treaty.Signed.Accede(Cast.Meadow).MustRefuse(RefusalReason.NotKnown);
        new WithdrawFromFramework(Treaty.Id, "").Decide(Treaty.Signed, Cast.Meadow).MustRefuse(RefusalReason.NotKnown);
        AgreementFile.Empty.Accede(Cast.Harbour).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Hears_of_all_broken_fields_at_once()
        => (Treaty.Terms with { Name = " ", LegalSource = new string('s', 513), Sectors = [99], Purposes = [], Categories = [], StartsOn = "x", EndsOn = "y" })
            .Decide(AgreementFile.Empty, Cast.Now)
            .MustRefuse(RefusalReason.InvalidField, "name", "legal_source", "sectors[0]", "purposes", "categories", "starts_on", "ends_on");

    [Fact]
    public void Is_not_made_twice_under_one_id_nor_in_the_place_of_another()
    {
        Treaty.Terms.Decide(Treaty.WrittenDown, Cast.Now).MustRefuse(RefusalReason.StateConflict, "request_id");
        Treaty.Terms.Decide(Treaty.Signed, Cast.Now).MustRefuse(RefusalReason.StateConflict, "request_id");
        Treaty.Proposal.Decide(Treaty.WrittenDown).MustRefuse(RefusalReason.StateConflict, "request_id");
    }
}
