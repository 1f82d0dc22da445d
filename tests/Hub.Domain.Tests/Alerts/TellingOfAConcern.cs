using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Plans;

namespace Hub.Domain.Tests.Alerts;

public sealed class TellingOfAConcern
{
    private static readonly IdentityDraft Nothing = new("", [], "", "", []);
    private static readonly IdentityDraft Sam = new("Testerton", ["Sam"], "2019-03-04", "", [new Identifier(NhsNumber.System, "9990000018")]);
    private static readonly ConcernDraft Seen = new("", Nothing, "a boy of about seven at the bus station", (int)Severity.Red, [new ElementDraft(0, 2, "alone, cold")], "riverside");
    private static readonly FoundPerson Found = new(PersonKind.Child, new PersonId(1, 2), TeamId.TryParse("riverside/cp-team"), 4, Sam.Read(PersonKind.Child, Cast.Now).Record, [], []);

    [Fact]
    public void Needs_nothing_but_words_and_a_place()
    {
        var told = Read(Seen);
        Assert.Equal((null, "riverside", Severity.Red), (told.Identity, told.Place.Value, told.Severity));
        Assert.Null(Assert.Single(told.Elements).Content.Category);
    }

    [Fact]
    public void Takes_a_reference_that_may_lead_to_nobody()
        => Assert.Equal("made up", Read(Seen with { Person = "made up", Description = "" }).Person);

    [Fact]
    public void Takes_an_identity_without_words() => Assert.Equal("Testerton", Read(Seen with { Identity = Sam, Description = "" }).Identity!.FamilyName);

    [Fact]
    public void About_nobody_at_a_place_that_is_none_is_refused_by_all_that_is_wrong_with_it()
        => Refuse(
            Seen with { Description = " ", Severity = 9, Place = "harbour", Elements = [new ElementDraft(99, 1, "x")] },
            RefusalReason.InvalidField, "description", "severity", "elements[0].category", "place_agency_id");

    [Fact]
    public void With_a_number_that_is_none_names_it_where_it_stands()
        => Refuse(
            Seen with { Identity = Sam with { Identifiers = [new Identifier(NhsNumber.System, "9990000019")] } },
            RefusalReason.InvalidIdentifier, "identity.identifiers[0].value");

    [Fact]
    public void In_too_many_words_is_refused() => Refuse(Seen with { Description = new string('x', 4097) }, RefusalReason.TooLarge, "description");

    [Fact]
    public void With_seventeen_elements_is_refused()
        => Refuse(Seen with { Elements = [.. Enumerable.Repeat(Seen.Elements[0], 17)] }, RefusalReason.TooLarge, "elements");

    [Fact]
    public void Is_put_down_alike_whether_somebody_was_found_or_nobody()
    {
        var told = Read(Seen);
        var known = told.Decide(Concern.Empty, Found, "999").MustCommit<ConcernRaised>();
        var unknown = told.Decide(Concern.Empty, null, "999").MustCommit<ConcernRaised>();
        Assert.Equal((Found.Person, "Testerton"), (known.Found!.Value, known.Identity!.FamilyName));
        Assert.Equal(unknown, known with { Found = null, FoundKind = null, Identity = null });
    }

    [Fact]
    public void What_is_told_now_stands_before_what_was_told_earlier()
        => Assert.Equal("Otherly", Read(Seen with { Identity = Sam with { FamilyName = "Otherly" } }).Decide(Concern.Empty, Found, "999").MustCommit<ConcernRaised>().Identity!.FamilyName);

    [Fact]
    public void A_second_time_changes_nothing()
    {
        var told = Read(Seen);
        told.Decide(Concern.Empty.Apply(Cast.Happened(told.Decide(Concern.Empty, null, "999").Change!)), Found, "998").MustChangeNothing();
    }

    private static RaiseConcern Read(ConcernDraft draft)
    {
        var (concern, refusal) = draft.Read(Paper.Element, a => a == Cast.Riverside, Cast.Now);
        Assert.Null(refusal);
        return concern!;
    }

    private static void Refuse(ConcernDraft draft, RefusalReason reason, params string[] fields)
    {
        var (concern, refusal) = draft.Read(Paper.Element, a => a == Cast.Riverside, Cast.Now);
        Assert.Null(concern);
        Decided.Refuse(refusal!).MustRefuse(reason, fields);
    }
}
