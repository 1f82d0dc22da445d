using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.People;

/// <summary>A fact that texts about to leave would tell, and which of them do.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Telling">The elements that tell it, alone or together.</param>
public sealed record Leak(ProtectedFact Fact, ImmutableArray<ElementId> Telling);

/// <summary>What is protected of a person, and what an author's texts would tell of it. Source: sharing rules, "a hit on a fact the author's agency may
/// know is put to the author; a hit on one it may not know is cut for the recipients at risk".</summary>
public sealed class PersonLeaks
{
    private PersonLeaks(ImmutableArray<Leak> known, ImmutableArray<Leak> unknown, ImmutableArray<ElementId> unread = default)
        => (Known, Unknown, Unread) = (known, unknown, unread.IsDefault ? [] : unread);

    /// <summary>Nothing is told.</summary>
    public static PersonLeaks None { get; } = new([], []);

    /// <summary>Of facts that the author's agency may know: put to the author.</summary>
    public ImmutableArray<Leak> Known { get; }

    /// <summary>Of facts that it may not know, and of history whoever wrote of it: cut for whoever may not know them, and the author sees no difference.</summary>
    public ImmutableArray<Leak> Unknown { get; }

    /// <summary>What could not be compared because the guard failed: no other agency is told it.</summary>
    public ImmutableArray<ElementId> Unread { get; }

    /// <summary>What these texts would tell. Costs nothing where nothing is protected.</summary>
    /// <param name="person">The person.</param>
    /// <param name="kind">Child or adult.</param>
    /// <param name="author">Whose texts they are.</param>
    /// <param name="texts">What leaves, in order: elements, each with what it says.</param>
    /// <param name="facts">The registers.</param>
    /// <param name="now">The instant of the decision.</param>
    public static PersonLeaks Of(Person person, PersonKind kind, AgencyId author, IReadOnlyList<WrittenElement> texts, ISharingFacts facts, Moment now)
    {
        if (texts.Count == 0 || !IsAnythingProtected(person))
        {
            return None;
        }

        var read = new OutgoingText([.. texts.Select(t => t.Content.Text)]);
        var leaks = FactsOf(person, author)
            .Select(f => new Leak(f, [.. read.Tell(f).Where(i => !IsItsOwnPlace(texts[i].Content, f, author)).Select(i => texts[i].Id)]))
            .Where(l => !l.Telling.IsEmpty).ToLookup(l => MayKnow(person, kind, author, l.Fact, facts, now));
        return new PersonLeaks([.. leaks[true]], [.. leaks[false], .. leaks[true].Where(l => l.Fact.IsHistory)]);
    }

    /// <summary>Whether somebody of an agency may know a fact: it is its own, or a team of it on the circle would be shown it.</summary>
    public static bool MayKnow(Person person, PersonKind kind, AgencyId agency, ProtectedFact fact, ISharingFacts facts, Moment now)
        => fact.Holder == agency
            || (fact.IsHistory && fact.KnownTo.Any(t => t.Agency == agency))
            || person.Circle.Any(m => m.State == MemberState.Active && m.Team.Agency == agency
                && MaySee(person, new Recipient(m.Team, m.Role, kind, default, Route.Circle, []) { Restrictions = person.Restrictions }, fact, facts, now));

    /// <summary>What an event would tell, read together with what stands beside it in its plan; of that only what the event says.</summary>
    public static PersonLeaks OfEvent(Person before, PersonKind kind, AgencyId author, IEvent change, ISharingFacts facts, Moment now)
    {
        if (!IsAnythingProtected(before))
        {
            return None;
        }

        // CA1031: whatever fails in the guard, the answer is no.
#pragma warning disable CA1031
        try
        {
            return Read(before, kind, author, change, facts, now);
        }
        catch (Exception)
        {
            return new PersonLeaks([], [], [.. Said.By(change).Select(s => s.Id)]);
        }
#pragma warning restore CA1031
    }

    /// <summary>The same of words that leave as they are, such as those agreed for an informee.</summary>
    public static PersonLeaks OfWords(Person person, PersonKind kind, AgencyId author, WrittenElement words, ISharingFacts facts, Moment now)
    {
        // CA1031: as above.
#pragma warning disable CA1031
        try
        {
            return Of(person, kind, author, [words], facts, now);
        }
        catch (Exception)
        {
            return new PersonLeaks([], [], [words.Id]);
        }
#pragma warning restore CA1031
    }

    private static PersonLeaks Read(Person before, PersonKind kind, AgencyId author, IEvent change, ISharingFacts facts, Moment now)
    {
        var said = Said.By(change);
        var texts = change is PlanChanged e
            ? [.. PlanFold.Apply(before.Plans, new Happened(0, now, author, null, change)).First(p => p.Id == e.Plan).Elements
                .Where(x => x.Origin is null).Select(x => new WrittenElement(x.Id, x.Content))]
            : said;
        var all = Of(before, kind, author, [.. texts.Where(t => t.Content.Category is not null)], facts, now);
        return new PersonLeaks(Only(all.Known, said), Only(all.Unknown, said));
    }

    /// <summary>The entries of a write that tell what the author's agency may know, by their place in the request.</summary>
    public static ImmutableArray<int> Warnings(Person person, PersonKind kind, AgencyId author, IEvent? change, ISharingFacts facts, Moment now)
    {
        var said = Said.By(change);
        var known = Of(person, kind, author, [.. said.Where(s => s.Content.Category is not null)], facts, now).Known.SelectMany(l => l.Telling).ToHashSet();
        return known.Count == 0 ? [] : [.. Places(change!).Select((id, i) => (id, i)).Where(x => known.Contains(x.id)).Select(x => x.i)];
    }

    /// <summary>Elements that a team, in these roles, must not be told because of what the author's agency may not know either.</summary>
    public ImmutableHashSet<ElementId> AtRisk(Person person, AgencyId author, IReadOnlyList<Recipient> roles, ISharingFacts facts, Moment now)
        => (Unknown.IsEmpty && Unread.IsEmpty) || roles[0].Team.Agency == author
            ? []
            : [.. Unread, .. Unknown.Where(l => !roles.Any(r => MaySee(person, r, l.Fact, facts, now)) && !SaysTheSame(person, roles[0].Team.Agency, l.Fact)).SelectMany(l => l.Telling)];

    /// <summary>Whether a recipient may know a fact by the standing lane, as its holder has consent on record toward it.</summary>
    public static bool MaySee(Person person, Recipient recipient, ProtectedFact fact, ISharingFacts facts, Moment now)
        => fact.IsHistory ? fact.KnownTo.Contains(recipient.Team)
            : recipient.Team.Agency == fact.Holder
            || SharingPolicy.Decide(fact.Holder, Purpose.Safeguard, recipient, facts, now, PersonConsent.Of(person, fact.Holder, recipient.Team.Agency)).Shows(fact.Category);

    // An author's own address, where addresses are said: whoever sees it there may know it.
    private static bool IsItsOwnPlace(ElementContent content, ProtectedFact fact, AgencyId author) => fact.Holder == author && content.Category == fact.Category && !fact.IsHistory;

    // One record of a person, no history and no address: then there is nothing that somebody else could not know.
    private static bool IsAnythingProtected(Person person)
        => person.Records.Length > 1 || person.Restrictions.Any(r => r.Terms.FormerlyKnown is not null) || person.Plans.Any(p => p.Elements.Any(e => e is { Origin: null, Content.Category: Category.AddressAndLocation }));

    private static bool SaysTheSame(Person person, AgencyId agency, ProtectedFact fact)
        => fact.Category == Category.IdentityBasic && !fact.IsHistory
            && person.Records.FirstOrDefault(r => r.Agency == agency) is { } own
            && person.Records.FirstOrDefault(r => r.Agency == fact.Holder) is { } theirs
            && ProtectedFact.OfIdentity(theirs, own.Record) is null;

    private static ImmutableArray<Leak> Only(ImmutableArray<Leak> leaks, IReadOnlyList<WrittenElement> said)
        => [.. leaks.Select(l => l with { Telling = l.Telling.RemoveAll(id => said.All(s => s.Id != id)) }).Where(l => !l.Telling.IsEmpty)];

    private static IEnumerable<ElementId> Places(IEvent change) => change is PlanChanged e ? e.Changes.Select(c => c.Element) : Said.By(change).Select(s => s.Id);

    private static IEnumerable<ProtectedFact> FactsOf(Person person, AgencyId author)
    {
        foreach (var plan in person.Plans)
        {
            foreach (var element in plan.Elements)
            {
                if (element is { Origin: null, Content.Category: Category.AddressAndLocation } && ProtectedFact.OfAddress(plan.Agency, element.Content.Text) is { } address)
                {
                    yield return address;
                }
            }
        }

        foreach (var history in person.Restrictions.Select(ProtectedFact.OfHistory).OfType<ProtectedFact>())
        {
            yield return history;
        }

        var own = person.Records.FirstOrDefault(r => r.Agency == author)?.Record;
        foreach (var record in person.Records.Where(r => r.Agency != author))
        {
            if (ProtectedFact.OfIdentity(record, own) is { } identity)
            {
                yield return identity;
            }
        }
    }
}
