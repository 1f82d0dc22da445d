using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

public sealed class SuspendingAndResuming
{
    private static readonly SuspendAgreement Suspend = new(Treaty.Id, "");
    private static readonly ResumeAgreement Resume = new(Treaty.Id);

    [Fact]
    public void Takes_an_agreement_out_of_force_and_back()
    {
        Assert.Equal(AgreementState.Suspended, Treaty.Suspended.Agreement!.StateAt(Treaty.April(1)));
        Assert.False(Treaty.Suspended.Agreement!.IsInForce(Treaty.April(1)));
        Assert.True(Treaty.Resumed.Agreement!.IsInForce(Treaty.April(1)));
    }

    [Fact]
    public void Is_done_by_either_party_for_itself()
    {
        Assert.Equal("Review.", (Suspend with { Because = "Review." }).Decide(Treaty.Signed, Cast.Riverside).MustCommit<AgreementSuspended>().Because);
        Suspend.Decide(Treaty.Suspended, Cast.Harbour).MustChangeNothing();
        var both = Treaty.Suspended.After(Suspend.Decide(Treaty.Suspended, Cast.Riverside), Cast.Riverside);
        var one = both.After(Resume.Decide(both, Cast.Harbour), Cast.Harbour);
        Assert.Equal(AgreementState.Suspended, one.Agreement!.StateAt(Cast.Now));
        Assert.Equal((true, false), (one.Agreement!.IsSuspendedBy(Cast.Riverside), one.Agreement!.IsSuspendedBy(Cast.Harbour)));
        var none = one.After(Resume.Decide(one, Cast.Riverside), Cast.Riverside);
        Assert.Equal(AgreementState.InForce, none.Agreement!.StateAt(Cast.Now));
    }

    [Fact]
    public void Is_resumed_only_by_who_suspended()
    {
        Resume.Decide(Treaty.Suspended, Cast.Riverside).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Resume.Decide(Treaty.Signed, Cast.Riverside).MustChangeNothing();
    }

    [Fact]
    public void Is_not_known_to_who_is_no_party()
    {
        Suspend.Decide(Treaty.Signed, Cast.Meadow).MustRefuse(RefusalReason.NotKnown);
        Resume.Decide(Treaty.Suspended, Cast.Meadow).MustRefuse(RefusalReason.NotKnown);
        Suspend.Decide(AgreementFile.Empty, Cast.Harbour).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Is_for_what_is_signed_and_not_over()
    {
        foreach (var decided in new[]
        {
            Suspend.Decide(Treaty.Proposed, Cast.Harbour), Suspend.Decide(Treaty.Ended, Cast.Harbour), Suspend.Decide(Treaty.Signed, Cast.Harbour, Treaty.May(1)),
            Resume.Decide(Treaty.Proposed, Cast.Harbour), Resume.Decide(Treaty.Ended, Cast.Harbour), Resume.Decide(Treaty.Suspended, Cast.Harbour, Treaty.May(1)),
        })
        {
            decided.MustRefuse(RefusalReason.StateConflict, "agreement_id");
        }

        (Suspend with { Because = new string('a', 4097) }).Decide(Treaty.Signed, Cast.Harbour).MustRefuse(RefusalReason.TooLarge, "because");
    }

    [Fact]
    public void Of_a_framework_is_each_members_own()
    {
        var suspended = Treaty.Joined.After(Suspend.Decide(Treaty.Joined, Cast.Harbour), Cast.Harbour);
        Assert.Equal(AgreementState.Suspended, suspended.Framework!.StateFor(Cast.Harbour, Cast.Now));
        Assert.Equal(AgreementState.InForce, suspended.Framework!.StateFor(Cast.Riverside, Cast.Now));
        Resume.Decide(suspended, Cast.Riverside).MustChangeNothing();
        Resume.Decide(suspended, Cast.Harbour).MustCommit<AgreementResumed>();
        Suspend.Decide(suspended, Cast.Harbour).MustChangeNothing();
        Suspend.Decide(Treaty.Joined, Cast.Meadow).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Suspend.Decide(Treaty.Joined, Cast.Harbour, Treaty.May(1)).MustRefuse(RefusalReason.StateConflict, "agreement_id");
    }
}
