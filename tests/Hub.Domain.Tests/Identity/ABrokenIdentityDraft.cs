using System.Collections.Immutable;
using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class ABrokenIdentityDraft
{
    private const string Half = "\uD83D";

    [Theory]
    [InlineData("2019-3-4")]
    [InlineData("04/03/2019")]
    [InlineData("2019-02-29")]
    [InlineData("2019-03-04T00:00:00Z")]
    [InlineData(" 2019-03-04")]
    [InlineData("1879-12-31")]
    [InlineData("٢٠١٩-٠٣-٠٤")]
    [InlineData("unknown")]
    public void Is_refused_at_a_date_that_is_none(string date)
    {
        (Drafts.Blank with { BirthDate = date }).Read().MustRefuse(RefusalReason.InvalidField, "identity.birth_date");
        (Drafts.Blank with { ExpectedDate = date }).Read().MustRefuse(RefusalReason.InvalidField, "identity.expected_date");
    }

    [Theory]
    [InlineData("2026-03-04")]
    [InlineData("9999-12-31")]
    public void Is_refused_at_a_birth_after_tomorrow(string date)
        => (Drafts.Blank with { BirthDate = date }).Read().MustRefuse(RefusalReason.InvalidField, "identity.birth_date");

    [Fact]
    public void Is_refused_when_somebody_born_is_still_expected()
    {
        var refusal = (Drafts.Unborn with { BirthDate = "2026-02-28" }).Read().MustRefuse(RefusalReason.InvalidField, "identity.expected_date");
        Assert.Equal("must not be given together with birth_date", refusal.Violations[0].Rule);
    }

    [Fact]
    public void Is_refused_when_an_adult_is_expected_to_be_born()
        => Drafts.Unborn.Read(PersonKind.Adult).MustRefuse(RefusalReason.InvalidField, "identity.expected_date");

    [Fact]
    public void Is_refused_at_a_name_past_200_bytes()
    {
        var tooLong = string.Concat(Enumerable.Repeat("é", 100)) + "e";
        (Drafts.Blank with { FamilyName = tooLong }).Read().MustRefuse(RefusalReason.TooLarge, "identity.family_name");
        (Drafts.Blank with { GivenNames = ["Robin", tooLong] }).Read().MustRefuse(RefusalReason.TooLarge, "identity.given_names[1]");
    }

    [Fact]
    public void Is_refused_at_a_text_that_cannot_be_stored()
        => Assert.All(["a\0b", Half, "before" + Half + "after"], text =>
        {
            (Drafts.Blank with { FamilyName = text }).Read().MustRefuse(RefusalReason.InvalidField, "identity.family_name");
            (Drafts.Blank with { GivenNames = ["Robin", text] }).Read().MustRefuse(RefusalReason.InvalidField, "identity.given_names[1]");
            (Drafts.Blank with { Identifiers = [Drafts.Own(text)] }).Read().MustRefuse(RefusalReason.InvalidField, "identity.identifiers[0].value");
            (Drafts.Blank with { Identifiers = [new Identifier(text, "C-1")] }).Read()
                .MustRefuse(RefusalReason.InvalidField, "identity.identifiers[0].system");
        });

    [Fact]
    public void Is_refused_at_a_malformed_name_as_malformed_however_long_it_is()
        => (Drafts.Blank with { FamilyName = new string('a', 300) + Half }).Read().MustRefuse(RefusalReason.InvalidField, "identity.family_name");

    [Fact]
    public void Is_refused_with_more_than_10_given_names()
        => (Drafts.Blank with { GivenNames = [.. Enumerable.Repeat("Robin", 11)] }).Read()
            .MustRefuse(RefusalReason.TooLarge, "identity.given_names");

    [Fact]
    public void Is_refused_with_more_than_16_identifiers()
        => (Drafts.Blank with { Identifiers = [.. Enumerable.Range(1, 17).Select(n => Drafts.Own($"C-{n}"))] }).Read()
            .MustRefuse(RefusalReason.TooLarge, "identity.identifiers");

    [Fact]
    public void Is_refused_at_a_number_past_64_bytes()
        => (Drafts.Blank with { Identifiers = [Drafts.Own(new string('7', 65))] }).Read()
            .MustRefuse(RefusalReason.TooLarge, "identity.identifiers[0].value");

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("urn:é")]
    public void Is_refused_at_a_system_that_is_no_token(string system)
        => (Drafts.Blank with { Identifiers = [new Identifier(system, "C-1")] }).Read()
            .MustRefuse(RefusalReason.InvalidField, "identity.identifiers[0].system");

    [Fact]
    public void Is_refused_at_a_system_past_200_characters()
        => (Drafts.Blank with { Identifiers = [new Identifier(new string('s', 201), "C-1")] }).Read()
            .MustRefuse(RefusalReason.InvalidField, "identity.identifiers[0].system");

    [Theory]
    [InlineData(NhsNumber.System, "9990000019")]
    [InlineData(NhsNumber.System, "9999999999")]
    [InlineData(NhsNumber.System, "")]
    [InlineData(PupilNumber.System, "A801200005001")]
    [InlineData(Drafts.OwnSystem, "")]
    [InlineData(Drafts.OwnSystem, "   ")]
    public void Is_refused_at_a_value_that_its_system_does_not_have(string system, string value)
        => (Drafts.Blank with { Identifiers = [Drafts.Own("C-1"), new Identifier(system, value)] }).Read()
            .MustRefuse(RefusalReason.InvalidIdentifier, "identity.identifiers[1].value");

    [Fact]
    public void Is_refused_at_the_second_of_two_different_numbers_of_one_national_system()
    {
        (Drafts.Blank with { Identifiers = [Drafts.Nhs(Drafts.Number), Drafts.Own("C-1"), Drafts.Nhs(Drafts.OtherNumber)] }).Read()
            .MustRefuse(RefusalReason.InvalidIdentifier, "identity.identifiers[2].value");
        (Drafts.Blank with { Identifiers = [Drafts.Upn("B801200005001"), Drafts.Upn("H801200005002")] }).Read()
            .MustRefuse(RefusalReason.InvalidIdentifier, "identity.identifiers[1].value");
    }

    [Fact]
    public void Hears_of_all_its_broken_fields_at_once_for_the_reason_of_the_first()
        => new IdentityDraft("a\0", [Half], "never", "soon", [Drafts.Nhs("1"), new Identifier("", "C-1"), Drafts.Own("\0")]).Read()
            .MustRefuse(
                RefusalReason.InvalidField,
                "identity.family_name",
                "identity.given_names[0]",
                "identity.birth_date",
                "identity.expected_date",
                "identity.identifiers[0].value",
                "identity.identifiers[1].system",
                "identity.identifiers[2].value");

    [Fact]
    public void Hears_of_20_broken_fields_at_most()
    {
        var broken = Enumerable.Repeat("\0", 10).ToImmutableArray();
        var refusal = (Drafts.Blank with { FamilyName = "\0", GivenNames = broken, Identifiers = [.. Enumerable.Repeat(Drafts.Nhs("1"), 16)] }).Read().Refusal;
        Assert.Equal(20, refusal?.Violations.Length);
    }

    [Fact]
    public void Is_not_read_further_than_its_limit()
    {
        var many = Enumerable.Range(0, 100_000).Select(i => Drafts.Own($"C-{i}"));
        var refusal = (Drafts.Blank with { Identifiers = [.. many] }).Read().Refusal;
        Assert.Equal((RefusalReason.TooLarge, "identity.identifiers"), (refusal!.Reason, Assert.Single(refusal.Violations).Field));
    }
}
