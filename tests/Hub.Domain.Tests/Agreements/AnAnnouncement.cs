using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

/// <summary>Of an agreement that is signed on 2 March and runs to the end of the year.</summary>
public sealed class AnAnnouncement
{
    private static readonly Moment End = Moment.Of(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly AgreementFile Year = Signed("2026-12-31");

    [Theory]
    [InlineData(90, null, 90)]
    [InlineData(30, 90, 30)]
    [InlineData(7, 30, 7)]
    [InlineData(1, 7, 1)]
    [InlineData(0, 1, 0)]
    public void Is_due_from_90_30_7_and_1_days_before_the_end_to_the_instant_and_when_it_has_come(int daysBefore, int? before, int from)
    {
        Assert.Equal(before, Due(Year, Before(daysBefore).Plus(TimeSpan.FromMicroseconds(-1))));
        Assert.Equal(from, Due(Year, Before(daysBefore)));
    }

    [Fact]
    public void Is_made_once_for_each()
    {
        var told = new List<int>();
        var file = Year;
        for (var hours = 100 * 24; hours >= -48; hours--)
        {
            if (AnnounceAgreement.Decide(file, End.Plus(TimeSpan.FromHours(-hours))).Change is AgreementAnnounced announced)
            {
                told.Add(announced.Days);
                file = file.Apply(Cast.Happened(announced));
            }
        }

        Assert.Equal([90, 30, 7, 1, 0], told);
    }

    [Fact]
    public void Is_of_the_nearest_alone_when_several_have_passed_meanwhile()
    {
        var late = Year.Apply(Cast.Happened(AnnounceAgreement.Decide(Year, Before(5)).MustCommit<AgreementAnnounced>()));
        Assert.Equal(7, late.Agreement!.Announced);
        Assert.Null(Due(late, Before(2)));
        Assert.Equal(1, Due(late, Before(1)));
    }

    [Fact]
    public void Is_not_made_of_a_day_that_had_passed_when_it_was_signed()
    {
        var month = Signed("2026-03-20");
        Assert.Null(Due(month, Cast.Now.Plus(TimeSpan.FromDays(1))));
        Assert.Equal(7, Due(month, Cast.Now.Plus(TimeSpan.FromDays(12))));
    }

    [Fact]
    public void Is_not_made_of_a_draft_nor_of_what_was_ended_nor_of_what_has_no_end()
    {
        Assert.Null(Due(Treaty.Proposed, Treaty.May(1)));
        Assert.Null(Due(Treaty.Ended, Treaty.May(1)));
        Assert.Null(Due(Signed(""), End));
        Assert.Null(Due(AgreementFile.Empty, End));
    }

    [Fact]
    public void Is_made_of_what_is_suspended_and_of_a_framework()
    {
        Assert.Equal(0, Due(Treaty.Suspended, Treaty.May(1)));
        Assert.Equal(7, Due(Treaty.Joined, Treaty.April(24, 0)));
        Assert.Equal(1, Treaty.Joined.Apply(Cast.Happened(AnnounceAgreement.Decide(Treaty.Joined, Treaty.April(30)).MustCommit<AgreementAnnounced>())).Framework!.Announced);
    }

    private static AgreementFile Signed(string endsOn)
    {
        var proposed = AgreementFile.Empty.After((Treaty.Proposal with { StartsOn = "", EndsOn = endsOn }).Decide());
        return proposed.After(new SignAgreement(Treaty.Id).Decide(proposed, Cast.Harbour), Cast.Harbour);
    }

    private static Moment Before(int days) => End.Plus(TimeSpan.FromDays(-days));

    private static int? Due(AgreementFile file, Moment now) => (AnnounceAgreement.Decide(file, now).Change as AgreementAnnounced)?.Days;
}
