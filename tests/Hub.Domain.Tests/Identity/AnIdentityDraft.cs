using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class AnIdentityDraft
{
    [Fact]
    public void Becomes_the_record_it_says()
    {
        var record = Drafts.Complete.Record();
        Assert.Equal("Testerton", record.FamilyName);
        Assert.Equal<string>(["Robin", "Example"], record.GivenNames);
        Assert.Equal(new DateOnly(2019, 3, 4), record.BirthDate);
        Assert.Null(record.ExpectedDate);
        Assert.Equal<Identifier>([Drafts.Nhs(Drafts.Number), Drafts.Own("C-1")], record.Identifiers);
    }

    [Fact]
    public void May_say_nothing_at_all()
        => Assert.True(new IdentityRecord("", [], null, null, []).SaysTheSameAs(Drafts.Blank.Record()));

    [Fact]
    public void May_be_about_an_unborn_child() => Assert.Equal(new DateOnly(2026, 8, 1), Drafts.Unborn.Record().ExpectedDate);

    [Fact]
    public void Loses_blanks_around_names_and_references()
    {
        var record = (Drafts.Blank with { FamilyName = " Testerton ", GivenNames = [" Robin"], Identifiers = [Drafts.Own(" C-1 ")] }).Record();
        Assert.Equal(("Testerton", "Robin", "C-1"), (record.FamilyName, record.GivenNames[0], record.Identifiers[0].Value));
    }

    [Fact]
    public void Keeps_its_names_as_they_are_written()
    {
        var record = (Drafts.Blank with { FamilyName = "O'Testerton-Ñandú", GivenNames = ["robin", "ZOË"] }).Record();
        Assert.Equal("O'Testerton-Ñandú", record.FamilyName);
        Assert.Equal<string>(["robin", "ZOË"], record.GivenNames);
    }

    [Fact]
    public void Says_a_number_once_however_often_and_in_whatever_groups_it_is_sent()
    {
        Identifier[] sent = [Drafts.Nhs("999 000 0018"), Drafts.Own("C-1"), Drafts.Nhs("9990000018"), Drafts.Own("C-1 ")];
        var record = (Drafts.Blank with { Identifiers = [.. sent] }).Record();
        Assert.Equal<Identifier>([Drafts.Nhs("9990000018"), Drafts.Own("C-1")], record.Identifiers);
    }

    [Fact]
    public void May_carry_one_number_of_each_national_system_and_any_number_of_references()
    {
        Identifier[] all = [Drafts.Nhs(Drafts.Number), Drafts.Upn("B801200005001"), .. Enumerable.Range(1, 14).Select(n => Drafts.Own($"C-{n}"))];
        Assert.Equal<Identifier>(all, (Drafts.Blank with { Identifiers = [.. all] }).Record().Identifiers);
    }

    [Theory]
    [InlineData("1880-01-01")]
    [InlineData("2024-02-29")]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-03")]
    public void May_be_born_up_to_tomorrow_because_the_day_begins_earlier_elsewhere(string date)
        => Assert.Equal(date, (Drafts.Blank with { BirthDate = date }).Record().BirthDate?.ToString("O"));

    [Fact]
    public void Is_taken_with_every_field_at_its_limit()
    {
        var name = string.Concat(Enumerable.Repeat("é", 100));
        var identifier = new Identifier(new string('s', 200), new string('7', 64));
        var record = new IdentityDraft(name, [.. Enumerable.Repeat(name, 10)], "", "", [identifier]).Record();
        Assert.Equal(name, record.FamilyName);
        Assert.Equal(10, record.GivenNames.Length);
        Assert.Equal(64, record.Identifiers[0].Value.Length);
    }

    [Fact]
    public void Reads_the_same_when_its_record_is_sent_again()
    {
        var record = (Drafts.Complete with { FamilyName = " Testerton", Identifiers = [Drafts.Nhs("999 000 0018"), Drafts.Own(" C-1")] }).Record();
        var again = new IdentityDraft(record.FamilyName, record.GivenNames, record.BirthDate?.ToString("O") ?? "", "", record.Identifiers).Record();
        Assert.True(record.SaysTheSameAs(again));
    }
}
