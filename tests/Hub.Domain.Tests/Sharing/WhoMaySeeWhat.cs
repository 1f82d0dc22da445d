using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
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
    private static readonly PlanId Plan = new(1);

    public static TheoryData<int, string> Lines { get; } = LinesOf(Rows);

    public static TheoryData<string> Rules => [.. StandingRules.All.Select(r => r.Method.Name)];

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

    [Fact]
    public void Is_decided_by_rows_that_show_every_verdict_and_every_reason_that_the_policy_itself_gives_but_a_rule_that_fails()
    {
        Assert.True(Rows.Length >= 40);
        Assert.Equal(Enum.GetValues<VerdictKind>().Select(Word).Order(StringComparer.Ordinal), Rows.Select(r => r["verdict"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            Enum.GetValues<Because>().Where(b => b is not (Because.RuleError or Because.AccessEnded or Because.Told or Because.NotShared)).Select(Word).Order(StringComparer.Ordinal),
            Rows.Select(r => r["because"]).Distinct().Order(StringComparer.Ordinal));
    }

    private static Outcome Expected(DecisionRow row)
        => new(row["verdict"], row["because"], row["told"], row["sees"], row["shown"], row["withheld"], row.IsYes("more_exists"));

    private static Outcome Decided(DecisionRow row, IReadOnlyList<SharingRule> rules)
    {
        var (holder, holderSector) = Party(row["holder"]);
        var (agency, sector) = Party(row["recipient"]);
        var book = Register(Register(Book.Empty, holder, holderSector), agency, sector);
        book = Agreements(row, holder, agency).Concat(Histories(row, holder, agency)).Aggregate(book, (b, signed) => b.With(signed));
        var recipient = Book.Recipient(
            sector is null ? TeamId.TryParse($"{agency}/another-team")! : Book.TeamOf(agency), Or<Role?>(row["role"], null), Or(row["route"], Route.Circle));
        var (before, change) = Event(row, holder);
        var news = PersonNews.Of(before, change, holder)! with { Purpose = Or(row["purpose"], Purpose.Safeguard) };

        var isDirected = row["lane"] == "directed";
        var verdict = isDirected ? SharingPolicy.Directed(recipient, book) : SharingPolicy.Decide(rules, new SharingQuestion(holder, news.Purpose, recipient, book, Cast.Now));
        var cut = isDirected ? Sent(before, change, holder, recipient, verdict) : Cut.Of(news, verdict, recipient);
        return new Outcome(
            Word(cut.Kind), Word(verdict.Because), cut.View?.Type ?? "", Acts(cut), Words(cut.Shown), cut.Withheld.ToString(CultureInfo.InvariantCulture), cut.View?.MoreExists ?? false);
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
        return (Cast.Agency(cell[..comma].ToLowerInvariant()), sector is "not-admitted" or "a-team-that-is-not-registered" ? null : Read<Sector>(sector));
    }

    private static Book Register(Book book, AgencyId agency, Sector? sector) => sector is { } known ? book.With(agency, known) : book;

    private static IEnumerable<Signed> Agreements(DecisionRow row, AgencyId holder, AgencyId recipient)
    {
        var purposes = Split(row["agreement covers"], ',').DefaultIfEmpty("safeguard").Aggregate(0UL, (bits, p) => bits | (1UL << (int)Read<Purpose>(p)));
        var runs = row["runs"].Length == 0 ? ["2026-01-01", "–"] : row["runs"].Split(" to ");
        var forth = row["direction"] is "" or "holder to recipient";
        return Split(row["agreement"], ';').Select((categories, i) => new Signed(
            forth ? holder : recipient,
            forth ? recipient : holder,
            new AgreementFacts(new Ground($"agreement/{i}", 1), purposes, Categories(categories), Instant(runs[0])!.Value, Instant(runs[1]))));
    }

    private static IEnumerable<Signed> Histories(DecisionRow row, AgencyId holder, AgencyId recipient)
        => from steps in Split(row["what they did"], ';')
           let covers = Categories(row["covers"]).ToArray().Select(c => (int)c)
           let facts = History.Facts(steps, holder, recipient, [.. covers], row["last day"])
           where facts is not null
           select new Signed(holder, recipient, facts);

    private static CategorySet Categories(string cell)
        => cell == "all" ? CategorySet.All : CategorySet.Of([.. Split(cell, ',').Select(Read<Category>)]);

    private static Moment? Instant(string text)
        => text == "–" ? null : Moment.Of(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    // What a named person of the holder sends when asked, as the rows of the other lane show it.
    private static Cut Sent(Person before, IEvent change, AgencyId holder, Recipient to, Verdict policy)
    {
        var happened = Cast.Happened(change, holder);
        var asks = new AskedDecision(
            to.Team, to.Role, to.Kind, to.Subject, to.Route, Because.NoAgreementInForce, "", to.Role is { } role ? RoleNeeds.Of(role) : default, happened.Version);
        var why = new JustificationDraft((int)StatutoryGround.S11Duty, "made up", "made up", 0, 0);
        var sent = DirectedAnswer.Decide(new SendDirected(new AskedItem(to.Team, 1, 0), asks, [], why), before.Apply(happened), happened, isAnswered: false, policy);
        return sent.View is null
            ? new Cut(VerdictKind.Deny, null, default, 0)
            : new Cut(sent.Withheld == 0 ? VerdictKind.Permit : VerdictKind.Part, sent.View, sent.View.Told(), sent.Withheld);
    }

    // Through the person and its event, so that what makes news of an event is shown too.
    private static (Person Before, IEvent Change) Event(DecisionRow row, AgencyId holder)
    {
        var pairs = Split(row["elements"], ';').Select(e => e.Split(" → ")).Select((e, i) => (Id: new ElementId((UInt128)i + 1), Before: Content(e[0]), After: Content(e[1]))).ToList();
        var start = new PlanStarted(Plan, PlanType.ChildInNeed, new DateOnly(2026, 1, 5), null, [.. pairs.Where(p => p.Before is not null).Select(p => new WrittenElement(p.Id, p.Before!))]);
        var before = Person.Empty.Apply(Cast.Happened(start, holder));
        return (
            before,
            row["event"] switch
            {
                "plan.started" => start with { Elements = [.. pairs.Select(p => new WrittenElement(p.Id, p.After!))] },
                "plan.ended" => new PlanEnded(Plan, 2, PlanState.Ended, new DateOnly(2026, 3, 1), ""),
                "" => new PlanChanged(Plan, 2, [.. pairs.Select(p => new ElementChange(p.After is null ? ElementAct.Remove : p.Before is null ? ElementAct.Add : ElementAct.Replace, p.Id, p.After))]),
                var word when Enum.GetValues<AlertType>().Any(t => StoredWord.Of(t) == word) => new RaiseAlert(
                    (int)Read<AlertType>(word), (int)Severity.Red, null,
                    [.. pairs.Select(p => new DraftedElement(p.Id, new ElementDraft((int)(p.After!.Category ?? default), (int)p.After.Kind, p.After.Text)))])
                    .Decide(Party(row["holder"]).Sector!.Value).MustCommit<AlertRaised>(),
                var other => throw new FormatException($"line {row.Line}: {other} is no event of these tables"),
            });
    }

    private static ElementContent? Content(string word)
        => word == "–" ? null : new ElementContent(word == "untagged" ? null : Read<Category>(word), ElementKind.Fact, "made up");

    private static string Acts(Cut cut) => string.Join(", ", (cut.View?.Elements ?? []).Select(e => Word(e.Act)));

    private static string Words(CategorySet set) => string.Join(", ", set.ToArray().Select(StoredWord.Of));

    private static string[] Split(string cell, char by) => cell.Split(by, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static T Or<T>(string word, T otherwise) => word.Length == 0 ? otherwise : Read<T>(word);

    private static T Read<T>(string word) => JsonSerializer.Deserialize<T>($"\"{word}\"", Spelling.Of)!;

    private static string Word<T>(T value) => JsonSerializer.Serialize(value, Spelling.Of).Trim('"');

    private sealed record Outcome(string Verdict, string Because, string Told, string Sees, string Shown, string Withheld, bool MoreExists);
}
