using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agreements;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Silo.People;

/// <summary>What may be seen now of what was delivered before.</summary>
internal abstract partial class PersonGrain
{
    // Asks, but commits nothing: the inbox puts the outcome on record.
    public async Task<Answer<Again>> JudgeAgain(JudgeQuestion question)
    {
        if (AtOnce is not { } state)
        {
            _ = this.AsReference<IPerson>().Wake();
            return Refusal.Because(RefusalReason.TryAgain);
        }

        if (question.Asks is { } asks)
        {
            return Shown<Again>(OfQuestion(state, question, asks));
        }

        if (question.Words is { } words)
        {
            return Shown<Again>(OfWords(state, question, words));
        }

        if (question.Directed is { } directed)
        {
            return Shown<Again>(OfDirected(state, question, directed));
        }

        var now = Moment.Of(Services.Time.GetUtcNow());
        if (await people.Audience.Still(Stream, state, question, now) is not { } recipients)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }

        if (recipients.Count == 0)
        {
            return Shown<Again>(new Again(Because.AccessEnded, default, Untagged: false, Basis.Of([new Ground(Stream, state.FactsVersion)]), IsRecipient: false, []));
        }

        var verdict = Verdict.United([.. recipients.Select(r => SharingPolicy.Decide(question.Holder, Purpose.Safeguard, r, people.Facts, now))]);
        return Shown<Again>(new Again(verdict.Because, verdict.Categories, verdict.Untagged, verdict.Basis, IsRecipient: true, [.. Hidden(state, question, verdict).Union(Vetoed(state, question))])
        {
            Asks = verdict.NeedsDecision ? Asked(state, question, recipients, verdict) : null,
        });
    }

    /// <summary>A question to the holder's own team stands while the team is there and may know of the recipient.</summary>
    private Again OfQuestion(Person state, JudgeQuestion question, AskedDecision asks)
    {
        var stands = people.Facts.Team(question.Team) is not null && HoldersTeam.MayKnowOf(state, Kind, question.Holder, asks.Recipient, asks.Route);
        return new Again(Because.OwnAgency, CategorySet.All, Untagged: true, Rest(state, question.Team), stands, [.. Gone(state, question).Union(Vetoed(state, question))]);
    }

    /// <summary>What a named person sent stands while its element does, under the category that it was sent as. Source: design, "a delivery stays
    /// while what it rests on does".</summary>
    private Again OfDirected(Person state, JudgeQuestion question, DirectedShown shown)
    {
        var present = Present(state, question);
        return new Again(
            Because.Directed, shown.Categories, Untagged: false, Rest(state, question.Team), people.Facts.Team(question.Team) is not null,
            [
                .. shown.Standing.Where(s => present.FirstOrDefault(e => e.Id == s.Element)?.Content.Category != s.Category).Select(s => s.Element)
                    .Union(Vetoed(state, question)),
            ]);
    }

    private Basis Rest(Person state, TeamId team)
        => Basis.Of([new Ground(Stream, state.FactsVersion), .. people.Facts.Team(team) is { } known ? [known.Ground] : Array.Empty<Ground>()]);

    private AskedTeam? Asked(Person state, JudgeQuestion question, IReadOnlyList<Recipient> roles, Verdict verdict)
        => people.Askers.Of(state, Kind, question.Holder, question.By, roles[0]) is { } team
            ? new AskedTeam(team, AskedDecision.Of(roles, verdict.Because, "", 0))
            : null;

    private static ImmutableArray<Element> Present(Person state, JudgeQuestion question) => state.Plans.FirstOrDefault(p => p.Id == question.Plan)?.Elements ?? [];

    // Of the elements that are shown, those of which a rule says so as they were told or as they stand now.
    private IEnumerable<ElementId> Vetoed(Person state, JudgeQuestion question)
    {
        var sight = PersonSight.OfTeam(state, Kind, question.Team, people.Facts);
        var marks = question.Marks.IsDefault ? [] : question.Marks;
        return marks.Where(m => !sight.Lets(m.Content)).Select(m => m.Id)
            .Concat(Present(state, question).Where(e => !sight.Lets(e.Content) && marks.Any(m => m.Id == e.Id)).Select(e => e.Id));
    }

    private static ImmutableArray<ElementId> Gone(Person state, JudgeQuestion question)
    {
        var present = Present(state, question);
        return [.. question.Elements.Where(id => !present.Any(e => e.Id == id))];
    }

    // Of the elements that are shown, those that tell something else now, or nothing.
    private static ImmutableArray<ElementId> Hidden(Person state, JudgeQuestion question, Verdict verdict)
    {
        var present = Present(state, question);
        return [.. question.Elements.Where(id => present.FirstOrDefault(e => e.Id == id) is not { } element || !verdict.Shows(element.Content.Category))];
    }
}
