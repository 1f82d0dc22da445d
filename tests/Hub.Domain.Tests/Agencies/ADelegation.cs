using System.Globalization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class ADelegation
{
    private static readonly RecordDelegation Cover = new("STAFF-1", "STAFF-2", "", In(10), "On leave.");
    private static readonly Agency Staffed = Desk.WithStaff(4);
    private static readonly Agency Covered = Staffed.After(Record(Staffed));

    [Fact]
    public void Begins_at_once_or_on_its_first_day_and_ends_with_its_last()
    {
        var recorded = Record(Staffed).MustCommit<DelegationRecorded>();
        Assert.Equal(("STAFF-1", "STAFF-2", Cast.Now), (recorded.Of.Value, recorded.To.Value, recorded.From));
        Assert.Equal(new DateTimeOffset(2026, 3, 13, 0, 0, 0, TimeSpan.Zero), recorded.Until.ToDateTimeOffset());
        var later = Record(Staffed, Cover with { StartsOn = In(3) }).MustCommit<DelegationRecorded>();
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero), later.From.ToDateTimeOffset());
    }

    [Fact]
    public void Is_recorded_by_a_third_person_who_manages_a_team()
    {
        Record(Staffed, by: "STAFF-3").MustCommit<DelegationRecorded>();
        Record(Staffed, by: "STAFF-4").MustRefuse(RefusalReason.NotKnown);
        Record(Staffed, by: "STAFF-1").MustRefuse(RefusalReason.InvalidField, "of_practitioner_id");
        Record(Staffed, by: "STAFF-2").MustRefuse(RefusalReason.InvalidField, "of_practitioner_id");
        Cover.Decide(Staffed, By("STAFF-3") with { ActingFor = Staff("STAFF-1") }, _ => true, Cast.Now).MustRefuse(RefusalReason.InvalidField, "of_practitioner_id");
        Cover.Decide(Staffed, By("STAFF-3") with { ActingFor = Staff("STAFF-4") }, p => p != Staff("STAFF-4"), Cast.Now).MustRefuse(RefusalReason.NotKnown);
        Cover.Decide(Staffed, By("STAFF-3") with { Practitioner = null }, _ => true, Cast.Now).MustRefuse(RefusalReason.NotKnown);
    }

    [Theory]
    [InlineData("staff", "STAFF-2", "of_practitioner_id")]
    [InlineData("STAFF-5", "STAFF-2", "of_practitioner_id")]
    [InlineData("STAFF-1", "STAFF-5", "to_practitioner_id")]
    [InlineData("STAFF-1", "STAFF-1", "to_practitioner_id")]
    public void Is_between_two_practitioners_of_the_agency(string of, string to, string field)
        => Record(Staffed, Cover with { Of = of, To = to }).MustRefuse(RefusalReason.InvalidField, field);

    [Theory]
    [InlineData("", 90, null)]
    [InlineData("", 89, "")]
    [InlineData("", 0, "")]
    [InlineData("", -1, null)]
    [InlineData("90", 179, "")]
    [InlineData("91", 100, "starts_on")]
    [InlineData("-1", 5, "starts_on")]
    [InlineData("5", 4, null)]
    public void Lasts_at_most_90_days_and_begins_within_90(string starts, int ends, string? refused)
    {
        var decided = Record(Staffed, Cover with { StartsOn = starts.Length == 0 ? "" : In(int.Parse(starts, CultureInfo.InvariantCulture)), EndsOn = In(ends) });
        if (refused is { Length: 0 })
        {
            decided.MustCommit<DelegationRecorded>();
        }
        else
        {
            decided.MustRefuse(RefusalReason.InvalidField, refused ?? "ends_on");
        }
    }

    [Fact]
    public void Has_a_last_day_and_words()
    {
        Record(Staffed, Cover with { EndsOn = "" }).MustRefuse(RefusalReason.InvalidField, "ends_on");
        Record(Staffed, Cover with { Because = " " }).MustRefuse(RefusalReason.InvalidField, "because");
        Record(Staffed, Cover with { Because = new string('x', 4097) }).MustRefuse(RefusalReason.TooLarge, "because");
    }

    [Fact]
    public void Stands_once_for_a_pair_until_it_is_over_or_ended()
    {
        Record(Covered).MustRefuse(RefusalReason.StateConflict, "to_practitioner_id");
        Record(Covered, Cover with { Of = "STAFF-2", To = "STAFF-1" }).MustCommit<DelegationRecorded>();
        var over = Cast.Now.Plus(TimeSpan.FromDays(11));
        var again = Cover.Decide(Covered, By("STAFF-3"), Manages, over);
        Assert.Equal("ends_on", again.Refusal!.Violations[0].Field);
        (Cover with { EndsOn = In(20) }).Decide(Covered, By("STAFF-3"), Manages, over).MustCommit<DelegationRecorded>();
    }

    [Fact]
    public void Fits_into_the_envelope_with_both_numbers()
    {
        var (long1, long2) = (new string('A', 32), new string('B', 32));
        var agency = Staffed with { Practitioners = [Staff(long1), Staff(long2), Staff(long2[1..])] };
        Record(agency, Cover with { Of = long1, To = long2 }).MustRefuse(RefusalReason.InvalidField, "to_practitioner_id");
        Record(agency, Cover with { Of = long1, To = long2[1..] }).MustCommit<DelegationRecorded>();
    }

    [Fact]
    public void Is_one_of_256_at_most()
    {
        var full = Enumerable.Range(5, 256).Aggregate(Desk.WithStaff(300), (agency, n) => agency.After(Record(agency, Cover with { To = Desk.StaffNumber(n) })));
        Record(full).MustRefuse(RefusalReason.TooLarge, "agency_id");
    }

    [Fact]
    public void Is_ended_by_either_of_the_two_or_who_manages_a_team_and_by_nobody_else()
    {
        var end = new EndDelegation("STAFF-1", "STAFF-2", "Back at work.");
        foreach (var by in new[] { "STAFF-1", "STAFF-2", "STAFF-3" })
        {
            Assert.Empty(Covered.After(end.Decide(Covered, By(by), who => who.Value == "STAFF-3", Cast.Now)).Delegations);
        }

        end.Decide(Covered, By("STAFF-4"), Manages, Cast.Now).MustRefuse(RefusalReason.NotKnown);
        end.Decide(Covered, By("STAFF-1") with { ActingFor = Staff("STAFF-4") }, Manages, Cast.Now).MustRefuse(RefusalReason.NotKnown);
        (end with { To = "STAFF-4" }).Decide(Covered, By("STAFF-1"), Manages, Cast.Now).MustRefuse(RefusalReason.StateConflict, "to_practitioner_id");
        (end with { Because = new string('x', 4097) }).Decide(Covered, By("STAFF-1"), Manages, Cast.Now).MustRefuse(RefusalReason.TooLarge, "because");
        (end with { To = "x" }).Decide(Covered, By("STAFF-3"), Manages, Cast.Now).MustRefuse(RefusalReason.InvalidField, "to_practitioner_id");
    }

    [Fact]
    public void Is_remembered_with_its_version_and_forgotten_when_it_is_over()
    {
        var first = Staffed.Apply(Cast.Happened(Record(Staffed).Change!, version: 7));
        Assert.Equal((7, Cast.Worker), (first.LastDelegated, first.Delegations[0].By));
        var much = Cast.Happened(new DelegationRecorded(Staff("STAFF-2"), Staff("STAFF-4"), Cast.Now, Cast.Now, "x"), version: 9) with { At = Cast.Now.Plus(TimeSpan.FromDays(30)) };
        var second = first.Apply(much);
        Assert.Equal((9, "STAFF-2"), (second.LastDelegated, Assert.Single(second.Delegations).Of.Value));
    }

    private static bool Manages(PractitionerId who) => who.Value is not "STAFF-4";

    // Whoever it is between may manage a team too.
    private static Decided Record(Agency agency, RecordDelegation? command = null, string by = "STAFF-3") => (command ?? Cover).Decide(agency, By(by), Manages, Cast.Now);

    private static PractitionerId Staff(string number) => PractitionerId.TryParse(number)!;

    private static Caller By(string number) => Cast.CallerOf(Cast.Riverside) with { Practitioner = Staff(number) };

    private static string In(int days) => DateOnly.FromDateTime(Cast.Now.ToDateTimeOffset().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
