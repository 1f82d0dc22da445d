using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Sharing;

public sealed class WhoMaySeeWhat
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-may-see-what.md");

    public static TheoryData<int, string> Lines { get; } = LinesOf(Rows);

    public static TheoryData<string> Rules => [.. StandingRules.All.Select(r => r.Method.Name)];

    public static TheoryData<string> Vetoes => Mutants.Names(StandingRules.Vetoes);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_decided_as_the_table_says(int line, string because)
    {
        var row = Rows.Single(r => r.Line == line);
        Assert.Equal(because, row["because"]);
        Assert.Equal(Expected(row), Decided(row, StandingRules.All));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Is_decided_otherwise_in_some_row_without(string rule)
    {
        SharingRule[] others = [.. StandingRules.All.Where(r => r.Method.Name != rule)];
        Assert.Equal(StandingRules.All.Count - 1, others.Length);
        Assert.Contains(Rows, row => Decided(row, others) != Expected(row));
    }

    [Theory]
    [MemberData(nameof(Vetoes))]
    public void Is_sent_by_a_persons_word_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows.Where(r => r["lane"] == "directed"), row => Decided(row, StandingRules.All, Mutants.Without(StandingRules.Vetoes, rule)) != Expected(row));

    [Fact]
    public void Is_decided_by_rows_that_show_every_verdict_and_every_reason_that_the_policy_itself_gives_but_a_rule_that_fails()
    {
        Assert.True(Rows.Length >= 40);
        Assert.Equal(Enum.GetValues<VerdictKind>().Select(Spelling.Word).Order(StringComparer.Ordinal), Rows.Select(r => r["verdict"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            Enum.GetValues<Because>().Where(b => b is not (Because.RuleError or Because.AccessEnded or Because.Told or Because.NotShared or Because.AboutYou or Because.NotToCarers or Because.LeakGuard
                or Because.Released or Because.DesignatedOfficer or Because.SafetyPlan or Because.Guards or Because.Leads)).Select(Spelling.Word).Order(StringComparer.Ordinal),
            Rows.Select(r => r["because"]).Distinct().Order(StringComparer.Ordinal));
    }

    private static Outcome Expected(DecisionRow row)
        => new(row["verdict"], row["because"], row["told"], row["sees"], row["shown"], row["withheld"], row.IsYes("more_exists"));

    private static Outcome Decided(DecisionRow row, IReadOnlyList<SharingRule> rules, IReadOnlyList<SharingRule>? vetoes = null)
    {
        var (holder, holderSector) = Party(row["holder"]);
        var (agency, sector) = Party(row["recipient"]);
        var book = Register(Register(Book.Empty, holder, holderSector), agency, sector);
        book = Agreements(row, holder, agency).Concat(Histories(row, holder, agency)).Aggregate(book, (b, signed) => b.With(signed));
        var recipient = Book.Recipient(
            sector is null ? TeamId.TryParse($"{agency}/another-team")! : Book.TeamOf(agency), Or<Role?>(row["role"], null), Or(row["route"], Route.Circle)) with
        {
            Restrictions = Restrained.Read(row["restriction"], holder, agency),
        };
        var (before, change) = WhatHappens.Event(row, holder, holderSector ?? default);
        var news = PersonNews.Of(before, change, holder)! with { Purpose = Or(row["purpose"], Purpose.Safeguard) };

        var isDirected = row["lane"] == "directed";
        var verdict = isDirected ? DirectedLane.Policy(vetoes ?? StandingRules.Vetoes, holder, recipient, book) : SharingPolicy.Decide(rules, new SharingQuestion(holder, news.Purpose, recipient, book, Cast.Now) { Consent = Consent(row) });
        var cut = isDirected ? Sent(before, change, holder, recipient, verdict) : Cut.Of(news, verdict, recipient);
        return new Outcome(
            Spelling.Word(cut.Kind), Spelling.Word(verdict.Because), cut.View?.Type ?? "", Acts(cut), WhatHappens.Words(cut.Shown), cut.Withheld.ToString(CultureInfo.InvariantCulture), cut.View?.MoreExists ?? false);
    }

    private static TheoryData<int, string> LinesOf(ImmutableArray<DecisionRow> rows)
    {
        var lines = new TheoryData<int, string>();
        foreach (var row in rows)
        {
            lines.Add(row.Line, row["because"]);
        }

        return lines;
    }

    // "Riverside, children's social care"; a party that is no sector is not registered.
    private static (AgencyId Agency, Sector? Sector) Party(string cell)
    {
        var comma = cell.IndexOf(',', StringComparison.Ordinal);
        var sector = cell[(comma + 1)..].Trim().Replace("'", "", StringComparison.Ordinal).Replace(' ', '-');
        return (Cast.Agency(cell[..comma].ToLowerInvariant()), sector is "not-admitted" or "a-team-that-is-not-registered" ? null : Spelling.Read<Sector>(sector));
    }

    private static Book Register(Book book, AgencyId agency, Sector? sector) => sector is { } known ? book.With(agency, known) : book;

    private static IEnumerable<Signed> Agreements(DecisionRow row, AgencyId holder, AgencyId recipient)
    {
        var purposes = Spelling.Split(row["agreement covers"], ',').DefaultIfEmpty("safeguard").Aggregate(0UL, (bits, p) => bits | (1UL << (int)Spelling.Read<Purpose>(p)));
        var runs = row["runs"].Length == 0 ? ["2026-01-01", "–"] : row["runs"].Split(" to ");
        var forth = row["direction"] is "" or "holder to recipient";
        return Spelling.Split(row["agreement"], ';').Select((categories, i) => new Signed(
            forth ? holder : recipient,
            forth ? recipient : holder,
            new AgreementFacts(new Ground($"agreement/{i}", 1), purposes, Categories(categories), Instant(runs[0])!.Value, Instant(runs[1]))));
    }

    private static IEnumerable<Signed> Histories(DecisionRow row, AgencyId holder, AgencyId recipient)
        => from steps in Spelling.Split(row["what they did"], ';')
           let covers = Categories(row["covers"]).ToArray().Select(c => (int)c)
           let facts = History.Facts(steps, holder, recipient, [.. covers], row["last day"])
           where facts is not null
           select new Signed(holder, recipient, facts);

    // "given", or "given, born 2010-05-06": by a parent.
    private static ConsentFacts? Consent(DecisionRow row)
    {
        var words = Spelling.Split(row["consent"], ',');
        return words.Length == 0 ? null
            : new ConsentFacts(
                Spelling.Read<ConsentState>(words[0]),
                new Consent(
                    Cast.Agency("holder"), Cast.Agency("recipient"), ConsentState.Given, ConsentGiver.PersonWithParentalResponsibility, Instant(row["given on"]) ?? default, "", "")
                    .AskAgainAt(words.Length > 1 ? DateOnly.Parse(words[1]["born ".Length..], CultureInfo.InvariantCulture) : null));
    }

    private static CategorySet Categories(string cell)
        => cell == "all" ? CategorySet.All : CategorySet.Of([.. Spelling.Split(cell, ',').Select(Spelling.Read<Category>)]);

    private static Moment? Instant(string text)
        => text is "–" or "" ? null : Moment.Of(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    // What a named person of the holder sends when asked, as the rows of the other lane show it.
    private static Cut Sent(Person before, IEvent change, AgencyId holder, Recipient to, Verdict policy)
    {
        var happened = Cast.Happened(change, holder);
        var asks = new AskedDecision(
            to.Team, to.Role, to.Kind, to.Subject, to.Route, Because.NoAgreementInForce, "", to.Role is { } role ? RoleNeeds.BuiltIn.Of(role) : default, happened.Version);
        var why = new JustificationDraft((int)StatutoryGround.S11Duty, "made up", "made up", 0, 0);
        var sent = DirectedAnswer.Decide(new SendDirected(new AskedItem(to.Team, 1, 0), asks, [], why), before.Apply(happened), happened, isAnswered: false, policy, Cast.Now);
        return sent.View is null
            ? new Cut(VerdictKind.Deny, null, default, 0)
            : new Cut(sent.Withheld == 0 ? VerdictKind.Permit : VerdictKind.Part, sent.View, sent.View.Told(), sent.Withheld);
    }

    private static string Acts(Cut cut) => string.Join(", ", (cut.View?.Elements ?? []).Select(e => Spelling.Word(e.Act)));

    private static T Or<T>(string word, T otherwise) => word.Length == 0 ? otherwise : Spelling.Read<T>(word);

    private sealed record Outcome(string Verdict, string Because, string Told, string Sees, string Shown, string Withheld, bool MoreExists);
}
