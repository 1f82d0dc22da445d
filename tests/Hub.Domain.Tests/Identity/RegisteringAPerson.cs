using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class RegisteringAPerson
{
    private static readonly IdentityRecord Record = Drafts.Complete.Record();
    private static readonly ImmutableArray<AgencyRecord> KnownToRiverside = [new(Cast.Riverside, Record)];

    public static TheoryData<string> Differences { get; } = ["family", "given", "order", "birth", "expected", "identifiers"];

    [Theory]
    [InlineData(PersonKind.Child)]
    [InlineData(PersonKind.Adult)]
    public void Creates_somebody_without_records(PersonKind kind)
    {
        var created = Register(Record, [], Cast.Riverside, kind)!.MustCommit<PersonRegistered>();
        Assert.Equal(new PersonRegistered(kind, Record), created);
    }

    [Fact]
    public void Creates_somebody_of_whom_nothing_is_said()
        => Register(Drafts.Blank.Record(), [], Cast.Riverside)!.MustCommit<PersonRegistered>();

    [Fact]
    public void Changes_nothing_when_the_agency_said_the_same_before()
        => Register(Drafts.Complete.Record(), KnownToRiverside, Cast.Riverside).MustChangeNothing();

    [Fact]
    public void Replaces_what_the_agency_said_before()
    {
        var corrected = (Drafts.Complete with { GivenNames = ["Robyn"] }).Record();
        var change = Register(corrected, KnownToRiverside, Cast.Riverside)!.MustCommit<PersonRegistered>();
        Assert.Same(corrected, change.Record);
    }

    [Fact]
    public void Adds_another_agencys_record_even_if_it_says_the_same()
        => Register(Record, KnownToRiverside, Cast.Harbour)!.MustCommit<PersonRegistered>();

    [Fact]
    public void Is_not_decided_here_when_the_record_is_about_somebody_else()
        => Assert.Null(Register((Drafts.Complete with { BirthDate = "2020-01-01" }).Record(), KnownToRiverside, Cast.Harbour));

    [Theory]
    [MemberData(nameof(Differences))]
    public void Notices_a_difference_in_every_field(string field)
    {
        var other = field switch
        {
            "family" => Record with { FamilyName = "TESTERTON" },
            "given" => Record with { GivenNames = ["Robin"] },
            "order" => Record with { GivenNames = ["Example", "Robin"] },
            "birth" => Record with { BirthDate = null },
            "expected" => Record with { ExpectedDate = new DateOnly(2026, 8, 1) },
            _ => Record with { Identifiers = [.. Record.Identifiers, Drafts.Own("C-2")] },
        };
        Assert.False(Record.SaysTheSameAs(other));
        Assert.True(other.SaysTheSameAs(other with { GivenNames = [.. other.GivenNames], Identifiers = [.. other.Identifiers] }));
    }

    private static Decided? Register(IdentityRecord record, ImmutableArray<AgencyRecord> known, AgencyId sender, PersonKind kind = PersonKind.Child)
        => new RegisterPerson(kind, record).Decide(known, Cast.CallerOf(sender));
}
