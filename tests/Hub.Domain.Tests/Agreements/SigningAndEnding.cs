using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

public sealed class SigningAndEnding
{
    private static readonly SignAgreement Sign = new(Treaty.Id);
    private static readonly EndAgreement End = new(Treaty.Id, "");

    [Fact]
    public void Puts_the_agreement_in_force_and_out_of_it()
    {
        Assert.Equal(AgreementState.InForce, Treaty.Signed.Agreement!.StateAt(Cast.Now));
        Assert.Equal(AgreementState.Terminated, Treaty.Ended.Agreement!.StateAt(Cast.Now));
        Assert.NotNull(Treaty.Ended.Agreement!.SignedAt);
    }

    [Fact]
    public void Is_not_known_to_who_is_no_party_and_where_nothing_was_proposed()
    {
        Sign.Decide(Treaty.Proposed, Cast.Meadow).MustRefuse(RefusalReason.NotKnown);
        End.Decide(Treaty.Signed, Cast.Meadow).MustRefuse(RefusalReason.NotKnown);
        Sign.Decide(AgreementFile.Empty, Cast.Harbour).MustRefuse(RefusalReason.NotKnown);
        (End with { Because = "\0" }).Decide(AgreementFile.Empty, Cast.Riverside).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Is_signed_by_the_partner_only() => Sign.Decide(Treaty.Proposed, Cast.Riverside).MustRefuse(RefusalReason.StateConflict, "agreement_id");

    [Fact]
    public void Is_signed_once() => Sign.Decide(Treaty.Signed, Cast.Harbour).MustChangeNothing();

    [Fact]
    public void Is_not_done_after_the_end()
    {
        Sign.Decide(Treaty.Ended, Cast.Harbour).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Sign.Decide(Treaty.Proposed, Cast.Harbour, Treaty.May(1)).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        Sign.Decide(Treaty.Signed, Cast.Harbour, Treaty.May(1)).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        End.Decide(Treaty.Ended, Cast.Riverside).MustRefuse(RefusalReason.StateConflict, "agreement_id");
        End.Decide(Treaty.Signed, Cast.Riverside, Treaty.May(1)).MustRefuse(RefusalReason.StateConflict, "agreement_id");
    }

    [Fact]
    public void Is_ended_by_either_party_signed_or_not()
    {
        End.Decide(Treaty.Proposed, Cast.Harbour).MustCommit<AgreementEnded>();
        End.Decide(Treaty.Proposed, Cast.Riverside).MustCommit<AgreementEnded>();
        End.Decide(Treaty.Signed, Cast.Riverside).MustCommit<AgreementEnded>();
        End.Decide(Treaty.Suspended, Cast.Riverside).MustCommit<AgreementEnded>();
        Assert.Equal("Merged.", (End with { Because = "Merged." }).Decide(Treaty.Signed, Cast.Harbour).MustCommit<AgreementEnded>().Because);
    }

    [Fact]
    public void Is_ended_with_4096_bytes_of_words_at_most()
    {
        (End with { Because = new string('a', 4096) }).Decide(Treaty.Signed, Cast.Harbour).MustCommit<AgreementEnded>();
        (End with { Because = new string('a', 4097) }).Decide(Treaty.Signed, Cast.Harbour).MustRefuse(RefusalReason.TooLarge, "because");
    }
}
