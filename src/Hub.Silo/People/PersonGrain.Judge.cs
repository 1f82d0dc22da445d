using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>What may be seen now of what was delivered before.</summary>
internal abstract partial class PersonGrain
{
    // Asks, but commits nothing: the inbox puts the outcome on record.
    public async Task<Answer<Again>> JudgeAgain(JudgeQuestion question)
    {
        var acting = people.Facts.Acting;
        return (await Judged(question)).Map(again => again with { Basis = acting.Under(again.Basis, question.Team.Agency) });
    }

    private async Task<Answer<Again>> Judged(JudgeQuestion question)
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
            return Shown<Again>(question.UnderConsent ? OfAgreedWords(state, question, words) : OfWords(state, question, words));
        }

        if (question.Contact)
        {
            return Shown<Again>(OfContact(state, question));
        }

        if (question.Directed is { } directed)
        {
            return await people.Audience.OfSubject(Id, state, question.Team, question.Subject) is var (restrictions, grounds)
                ? Shown<Again>(OfDirected(state, question, directed, restrictions, grounds))
                : Refusal.Because(RefusalReason.TryAgain);
        }

        if (question.Review is { } review)
        {
            return Shown<Again>(OfReview(state, question, review));
        }

        var now = Moment.Of(Services.Time.GetUtcNow());
        if (await people.Audience.Still(Stream, state, question with { Team = question.Instead ?? question.Team }, now) is not { } found)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }

        IReadOnlyList<Recipient> recipients = question.Instead is null ? found : [.. found.Select(r => r with { Team = question.Team })];

        if (recipients.Count == 0)
        {
            return Shown<Again>(new Again(Because.AccessEnded, default, Untagged: false, Basis.Of([new Ground(Stream, state.FactsVersion)]), IsRecipient: false, []));
        }

        var consent = PersonConsent.Of(state, question.Holder, question.Team.Agency);
        var verdict = Verdict.United([.. recipients.Select(r => SharingPolicy.Decide(question.Holder, Purpose.Safeguard, r, people.Facts, now, consent))]);
        var vetoes = Vetoed(state, question);
        return Shown<Again>(new Again(verdict.Because, verdict.Categories, verdict.Untagged, verdict.Basis, IsRecipient: true, [.. Hidden(state, question, verdict).Union(vetoes.Hidden)])
        {
            Asks = verdict.NeedsDecision ? Asked(state, question, found, verdict, now) : null,
            KeptOut = recipients[0].KeptOut(question.Holder, people.Facts.Acting).Or(vetoes.KeptOut),
            Apart = vetoes.Apart.OrNone,
            Responsible = Circle.LeadOf(state.Circle, Kind)?.Team.Agency,
            Edition = people.Facts.Rules(now).Edition is var edition && edition == RoleNeeds.Edition ? null : edition,
        });
    }

    /// <summary>A question to the holder's own team stands while the team is there and may know of the recipient.</summary>
    private Again OfQuestion(Person state, JudgeQuestion question, AskedDecision asks)
    {
        var may = Directed(state, question, [], []).Because == Because.Directed;
        var stands = may && HoldersTeam.MayKnowOf(state, Kind, question.Holder, asks.Recipient, asks.Route);
        var vetoes = Vetoed(state, question);
        return new Again(Because.OwnAgency, CategorySet.All, Untagged: true, Rest(state, question.Team), stands, [.. Gone(state, question).Union(vetoes.Hidden)])
        {
            KeptOut = state.Restrictions.KeptOut(question.Holder, people.Facts.Acting).Or(vetoes.KeptOut),
            Apart = vetoes.Apart.OrNone,
        };
    }

    /// <summary>What a named person sent stands while its element does, under the category that it was sent as. Source: design, "a delivery stays
    /// while what it rests on does".</summary>
    private Again OfDirected(Person state, JudgeQuestion question, DirectedShown shown, ImmutableArray<Restriction> restrictions, ImmutableArray<Ground> grounds)
    {
        var present = Present(state, question);
        var (policy, vetoes) = (Directed(state, question, restrictions, grounds), Vetoed(state, question));
        return new Again(
            policy.Because, shown.Categories.And(policy.Categories), Untagged: false, Basis.Of([.. Rest(state, question.Team).Grounds, .. grounds]), policy.Because == Because.Directed,
            [
                .. shown.Standing.Where(s => present.FirstOrDefault(e => e.Id == s.Element)?.Content.Category != s.Category).Select(s => s.Element)
                    .Union(vetoes.Hidden),
            ])
        {
            KeptOut = state.Restrictions.KeptOut(question.Holder, people.Facts.Acting).Or(restrictions.KeptOut(question.Holder, people.Facts.Acting)).Or(vetoes.KeptOut),
            Apart = vetoes.Apart.OrNone,
        };
    }

    /// <summary>A restriction's guardian is asked while it stands and nobody has looked at it since.</summary>
    private Again OfReview(Person state, JudgeQuestion question, ReviewShown review)
        => new(
            Because.OwnAgency, CategorySet.All, Untagged: true, Rest(state, question.Team),
            state.Restrictions.Any(r => r.Id == review.Restriction && r.Terms.ReviewOn == review.ReviewOn && r.Terms.Guardian == (question.Instead ?? question.Team)), [])
        {
            KeptOut = state.Restrictions.KeptOut(question.Holder, people.Facts.Acting),
        };

    private Verdict Directed(Person state, JudgeQuestion question, ImmutableArray<Restriction> restrictions, ImmutableArray<Ground> grounds)
        => SharingPolicy.Directed(
            question.Holder,
            new Recipient(question.Team, null, Kind, question.Subject, Route.Directed, [new Ground(Stream, state.FactsVersion), .. grounds])
            {
                Restrictions = [.. state.Restrictions, .. restrictions],
            },
            people.Facts);

    private Basis Rest(Person state, TeamId team)
        => Basis.Of([new Ground(Stream, state.FactsVersion), .. people.Facts.Team(team) is { } known ? [known.Ground] : Array.Empty<Ground>()]);

    private AskedTeam? Asked(Person state, JudgeQuestion question, IReadOnlyList<Recipient> roles, Verdict verdict, Moment now)
        => people.Askers.Of(state, Kind, question.Holder, question.By, roles[0]) is { } team
            ? new AskedTeam(team, AskedDecision.Of(roles, people.Facts.Rules(now).Needs, verdict.Because, "", 0))
            : null;

    private static ImmutableArray<Element> Present(Person state, JudgeQuestion question) => state.Plans.FirstOrDefault(p => p.Id == question.Plan)?.Elements ?? [];

    // Of the elements that are shown, those that rules on elements hide as they were told or as they stand now. At the person's door what is about somebody
    // is kept from them; the door of a machine does not show it, and their colleagues may read it at the other.
    private Vetoes Vetoed(Person state, JudgeQuestion question)
    {
        var marks = question.Marks.IsDefault ? [] : question.Marks;
        List<WrittenElement> shown =
            [.. marks, .. Present(state, question).Where(e => marks.Any(m => m.Id == e.Id)).Select(e => new WrittenElement(e.Id, e.Content))];
        if (question.IsRestricted)
        {
            var from = PersonSight.KeptFrom(state, shown.Select(e => e.Content), people.Facts.Acting);
            return new Vetoes([.. Hidden(from).Select(e => e.Id)], from, KeptOut.Nobody);
        }

        var hidden = Hidden(KeptOut.Nobody);
        var about = PersonSight.KeptFrom(state, hidden.Select(e => e.Content), people.Facts.Acting);
        return new Vetoes([.. hidden.Select(e => e.Id)], KeptOut.Nobody, Hidden(about).Count < hidden.Count ? about : KeptOut.Nobody);

        List<WrittenElement> Hidden(KeptOut from)
        {
            var sight = PersonSight.OfTeam(state, Kind, question.Holder, question.Team, people.Facts, from.Or(state.Restrictions.KeptOut(question.Holder, people.Facts.Acting)));
            return shown.FindAll(e => !sight.Lets(e.Content));
        }
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

    /// <param name="Hidden">Elements that are not shown.</param>
    /// <param name="KeptOut">From whom all of it is kept.</param>
    /// <param name="Apart">Because of whom what is hidden goes to the person's door.</param>
    private sealed record Vetoes(ImmutableArray<ElementId> Hidden, KeptOut KeptOut, KeptOut Apart);
}
