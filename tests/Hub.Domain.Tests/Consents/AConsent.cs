using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Consents;

public sealed class AConsent
{
    private static readonly DateOnly Born = new(2012, 6, 1);
    private static readonly Moment Sixteen = Moment.Of(new DateTimeOffset(2028, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly Moment Eighteen = Moment.Of(new DateTimeOffset(2030, 6, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Of_a_parent_has_to_be_asked_for_again_at_16_and_one_given_after_that_at_18()
    {
        var early = Given(ConsentGiver.PersonWithParentalResponsibility, Cast.Now);
        Assert.Equal(Sixteen, early.AskAgainAt(Born));
        Assert.True(Facts(early).Holds(Sixteen.Plus(TimeSpan.FromSeconds(-1))));
        Assert.False(Facts(early).Holds(Sixteen));
        Assert.Equal(Eighteen, Given(ConsentGiver.PersonWithParentalResponsibility, Sixteen).AskAgainAt(Born));
        Assert.Null(early.AskAgainAt(null));
    }

    [Theory]
    [InlineData(ConsentGiver.CompetentChild)]
    [InlineData(ConsentGiver.Adult)]
    public void Of_the_person_ends_with_no_birthday(ConsentGiver by) => Assert.Null(Given(by, Cast.Now).AskAgainAt(Born));

    [Fact]
    public void Holds_while_it_is_given_and_in_no_other_state()
        => Assert.All(Enum.GetValues<ConsentState>(), s => Assert.Equal(s == ConsentState.Given, new ConsentFacts(s, null).Holds(Cast.Now)));

    [Fact]
    public void Goes_through_its_life_toward_each_agency_by_itself()
    {
        var consents = After([], Record(ConsentState.Sought, default, "harbour", "meadow"));
        consents = After(consents, Record(ConsentState.Given, ConsentGiver.CompetentChild, "harbour"));
        Assert.Equal((ConsentState.Given, ConsentState.Sought), (StateOf(consents, Cast.Harbour), StateOf(consents, Cast.Meadow)));
        consents = After(consents, Record(ConsentState.Withdrawn, ConsentGiver.CompetentChild, "harbour"));
        consents = After(consents, Record(ConsentState.Refused, ConsentGiver.CompetentChild, "meadow"));
        Assert.Equal((ConsentState.Withdrawn, ConsentState.Refused), (StateOf(consents, Cast.Harbour), StateOf(consents, Cast.Meadow)));

        // What one agency has on record says nothing of what another may tell.
        Assert.Null(ConsentFacts.Of(consents, Cast.Harbour, Cast.Meadow, Born));
    }

    [Fact]
    public void That_stands_already_is_not_recorded_twice_but_a_parents_word_is_since_it_begins_anew()
    {
        var given = Record(ConsentState.Given, ConsentGiver.CompetentChild, "harbour");
        Assert.Equal(Decided.Nothing, Decide(After([], given), given));
        var parents = Record(ConsentState.Given, ConsentGiver.PersonWithParentalResponsibility, "harbour");
        Assert.NotNull(Decide(After([], parents), parents).Change);
    }

    [Theory]
    [InlineData(0, 0, "harbour", "said", "", "state")]
    [InlineData(3, 0, "harbour", "said", "", "given_by")]
    [InlineData(2, 1, "harbour", "said", "", "given_by")]
    [InlineData(3, 3, "harbour", "said", "", "given_by")]
    [InlineData(3, 1, "harbour", " ", "", "explained")]
    [InlineData(1, 0, "harbour", "", "", "because")]
    [InlineData(6, 0, "harbour", "", " ", "because")]
    [InlineData(3, 1, "riverside", "said", "", "recipient_agency_ids[0]")]
    [InlineData(3, 1, "nobody", "said", "", "recipient_agency_ids[0]")]
    [InlineData(3, 1, "No slug", "said", "", "recipient_agency_ids[0]")]
    [InlineData(5, 1, "harbour", "said", "", "recipient_agency_ids[0]")]
    public void Is_refused_where_a_field_cannot_be(int state, int by, string recipient, string explained, string because, string field)
        => Assert.Equal(field, Assert.Single(Decide([], new RecordConsent(state, by, [recipient], explained, because)).Refusal!.Violations).Field);

    [Fact]
    public void Is_an_adults_own_word_from_18_on()
    {
        var own = Record(ConsentState.Given, ConsentGiver.Adult, "harbour");
        Assert.NotNull(Decide([], own, new DateOnly(2008, 3, 2)).Change);
        Assert.Equal("given_by", Assert.Single(Decide([], own, new DateOnly(2008, 3, 3)).Refusal!.Violations).Field);
        var parents = Record(ConsentState.Given, ConsentGiver.PersonWithParentalResponsibility, "harbour");
        Assert.Equal("given_by", Assert.Single(Decide([], parents, new DateOnly(2008, 3, 2)).Refusal!.Violations).Field);
        Assert.NotNull(Decide([], parents, new DateOnly(2008, 3, 3)).Change);
    }

    [Fact]
    public void Names_1_to_16_agencies_and_64_in_all()
    {
        string[] many = [.. Enumerable.Range(0, 17).Select(i => $"agency-{i}")];
        Assert.Equal(RefusalReason.TooLarge, Decide([], new RecordConsent(2, 0, [.. many], "", "")).Refusal!.Reason);
        Assert.Equal("recipient_agency_ids", Assert.Single(Decide([], new RecordConsent(2, 0, [], "", "")).Refusal!.Violations).Field);
        var full = Enumerable.Range(0, 64).Select(i => new Consent(Cast.Riverside, Cast.Agency($"other-{i}"), ConsentState.Sought, null, Cast.Now, "", "")).ToImmutableArray();
        Assert.Equal(RefusalReason.TooLarge, Decide(full, Record(ConsentState.Sought, default, "harbour")).Refusal!.Reason);
        Assert.NotNull(Decide(full, Record(ConsentState.Given, ConsentGiver.CompetentChild, "other-5")).Change);
    }

    private static Consent Given(ConsentGiver by, Moment at) => new(Cast.Riverside, Cast.Harbour, ConsentState.Given, by, at, "explained", "");

    private static ConsentFacts Facts(Consent consent) => ConsentFacts.Of([consent], Cast.Riverside, Cast.Harbour, Born)!;

    private static ConsentState? StateOf(ImmutableArray<Consent> consents, AgencyId recipient) => ConsentFacts.Of(consents, Cast.Riverside, recipient, Born)?.State;

    private static RecordConsent Record(ConsentState state, ConsentGiver by, params string[] recipients) => new((int)state, (int)by, [.. recipients], "explained", "because");

    private static ImmutableArray<Consent> After(ImmutableArray<Consent> consents, RecordConsent command)
        => ConsentFold.Apply(consents, Cast.Happened(Decide(consents, command).Change!));

    private static Decided Decide(ImmutableArray<Consent> consents, RecordConsent command, DateOnly? born = null)
        => command.Decide(consents, PersonKind.Child, born ?? Born, Cast.CallerOf(Cast.Riverside), a => a.Value != "nobody", Cast.Now);
}
