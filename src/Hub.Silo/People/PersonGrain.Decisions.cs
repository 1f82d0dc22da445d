using System.Collections.Immutable;
using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>What named persons of the holder decide about recipients.</summary>
internal abstract partial class PersonGrain
{
    public async Task<Answer<DecisionWritten>> SendDirected(Caller caller, SendDirected command)
    {
        var (about, isAnswered, no) = await Asked(caller, command.Item, command.Asks);
        return about is null ? no! : await RunDirected(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.SendDirected),
            _ => new Recipient(command.Asks.Recipient, command.Asks.Role, command.Asks.SubjectKind, command.Asks.Subject, Route.Directed, []),
            (state, _, policy, now) => DirectedAnswer.Decide(
                command, state, about, isAnswered, policy, now,
                command.Asks.Informee is null
                    ? PersonSight.OfEitherDoor(state, Kind, caller.Agency, command.Asks.Recipient, people.Facts)
                    : PersonSight.OfTeam(state, Kind, caller.Agency, command.Asks.Recipient, people.Facts)),
            command.Item);
    }

    public async Task<Answer<DecisionWritten>> DoNotSend(Caller caller, DoNotSend command)
    {
        var (about, isAnswered, no) = await Asked(caller, command.Item, command.Asks);
        return about is null ? no! : await RunNotShared(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.DoNotSend),
            (state, now) => command.Decide(PersonNews.Of(state, about.Content, caller.Agency)?.Plan, isAnswered, now),
            command.Item,
            new Recipient(command.Asks.Recipient, command.Asks.Role, command.Asks.SubjectKind, command.Asks.Subject, command.Asks.Route, []));
    }

    public Task<Answer<DecisionWritten>> ShareDirected(Caller caller, ShareDirected command)
    {
        return TeamId.TryParse(command.Recipient) is not { } team
            ? Task.FromResult<Answer<DecisionWritten>>(Refusal.About(RefusalReason.InvalidField, "recipient_team_id", "must be a team as agency/team"))
            : RunDirected(
                caller,
                JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.ShareDirected),
                To,
                (state, to, policy, now) => DirectedAnswer.Decide(command, state, caller, to, policy, now, PersonSight.OfEitherDoor(state, Kind, caller.Agency, team, people.Facts)),
                null);

        // Whom the recipient knows: the person it works with, where one of the own plans is linked with it.
        Recipient To(Person person)
        {
            var half = person.Links.FirstOrDefault(l => l.IsOpen && l.Team.Agency == caller.Agency && l.OtherTeam == team && l.Plan == command.Plan);
            return half is null ? new Recipient(team, null, Kind, Id, Route.Directed, []) : new Recipient(team, null, half.OtherKind, half.Other, Route.Directed, []);
        }
    }

    public Task<Answer<DecisionWritten>> RecordNotShared(Caller caller, RecordNotShared command)
        => RunNotShared(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.RecordNotShared),
            (state, now) => command.Decide(state.Plans, caller, t => people.Facts.Team(t) is not null, now),
            null,
            TeamId.TryParse(command.Recipient) is { } team ? new Recipient(team, null, Kind, Id, Route.Directed, []) : null);

    public async Task<Answer<DecisionPage>> ListDecisions(Caller caller, bool isSafeguardingLead, long before, int size)
    {
        var (sight, hidden) = (ElementSight.Whole, new HashSet<ElementId>());
        var may = await ReadFor<Done>(caller, state =>
        {
            sight = PersonSight.OfReader(state, caller.Agency, caller, () => TeamsOf(caller));
            hidden.UnionWith(state.Plans.SelectMany(p => p.Elements).Where(e => !sight.Lets(e.Content)).Select(e => e.Id));
            return KeptFrom(state, caller).IsEmpty && (isSafeguardingLead || WorksWith(state, caller)) ? Done.Instance : Refusal.Because(RefusalReason.NotKnown);
        });
        return may.Refusal is { } no ? no : await History(async read =>
        {
            var found = ImmutableArray.CreateBuilder<DecisionMade>();
            for (var from = before; ;)
            {
                var events = await read(from);
                foreach (var happened in events)
                {
                    if (happened.Agency == caller.Agency && Made(happened) is { } made && Seen(made) is { } seen)
                    {
                        found.Add(seen);
                        if (found.Count == size)
                        {
                            return new DecisionPage(found.ToImmutable(), happened.Version);
                        }
                    }
                }

                if (events.Count == 0 || events[^1].Version == 1)
                {
                    return new DecisionPage(found.ToImmutable(), 0);
                }

                from = events[^1].Version;
            }
        });

        // What was decided of nothing but what the reader may not see is no entry.
        DecisionMade? Seen(DecisionMade made)
        {
            var (elements, about) = (made.Elements.RemoveAll(e => !sight.Lets(e.Content)), made.About.RemoveAll(hidden.Contains));
            return (elements.IsEmpty && !made.Elements.IsEmpty) || (about.IsEmpty && !made.About.IsEmpty) ? null : made with { Elements = elements, About = about };
        }
    }

    /// <summary>Whether the caller holds a role in a team of its agency that is on the circle or hears of a linked plan.</summary>
    private bool WorksWith(Person state, Caller caller)
        => state.Circle.Where(m => m.State == MemberState.Active).Select(m => m.Team).Concat(state.Links.Where(l => l.IsOpen).Select(l => l.Team))
            .Any(t => t.Agency == caller.Agency && caller.Holds(by => people.Facts.Team(t)?.Members.Contains(by) == true));

    private static DecisionMade? Made(Happened happened) => happened.Content switch
    {
        SharedDirected e => new DecisionMade(happened.At, happened.Practitioner, e.Recipient, e.Plan, e.Type, e.Elements, [], e.Why, null),
        NotShared e => new DecisionMade(happened.At, happened.Practitioner, e.Recipient, e.Plan, "", [], e.Elements, null, e.Why),
        _ => null,
    };

    /// <summary>The event that a question is about, and whether somebody has answered it.</summary>
    private async Task<(Happened? About, bool IsAnswered, Refusal? No)> Asked(Caller caller, AskedItem item, AskedDecision asks)
    {
        try
        {
            var key = DeliveryKeys.Of(item);
            var claims = await Services.Store.FindClaims(ClaimSpace.Acknowledgement, key, key, CancellationToken.None);
            var past = await Recall<Happened>(
                asks.Version, (_, found) => found is { Event: { } e } && e.Agency == caller.Agency ? e : Refusal.Because(RefusalReason.NotKnown));
            return (past.Value, claims.Count > 0, past.Refusal);
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return (null, false, Refusal.Because(RefusalReason.TryAgain));
        }
    }

    /// <summary>One commit: the decision, what it sends, and that the question is answered.</summary>
    private async Task<Answer<DecisionWritten>> RunDirected(
        Caller caller, byte[] canonical, Func<Person, Recipient> recipient, Func<Person, Recipient, Verdict, Moment, Directed> decide, AskedItem? answers)
    {
        var met = await ReadFor<Person>(caller, state => state);
        if (met.Value is not { } person)
        {
            return met.Refusal!;
        }

        var to = recipient(person);
        if (await people.Audience.OfSubject(Id, person, to.Team, to.Subject) is not { } also)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }

        var (made, policy, sent) = ((Directed?)null, (Verdict?)null, to);
        return await Decide(new Write<Person, DecisionWritten>(
            caller,
            canonical,
            (state, now) => Known(state, caller, known =>
            {
                sent = to with { InItsPlace = (to.Subject == Id ? known.Restrictions : also.Restrictions).HearsInPlaceOf(to.Team) };
                policy = SharingPolicy.Directed(
                    caller.Agency,
                    sent with { Team = sent.Hears, Grounds = [new Ground(Stream, known.FactsVersion), .. also.Grounds], Restrictions = [.. known.Restrictions, .. also.Restrictions] },
                    people.Facts);
                return (made = decide(known, to, policy, now)).Decided;
            }),
            (_, happened) => new DecisionWritten(happened?.Version ?? 0))
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => Task.FromResult<Outward?>(people.Dispatch.Directed(
                Stream, state, caller.Agency, sent with { Restrictions = [.. state.Restrictions, .. also.Restrictions] }, (SharedDirected)change, made!, policy!, place,
                made!.Consent ?? PersonConsent.Of(state, caller.Agency, to.Team.Agency)?.State)),
            Claims = (_, _, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>(AnswerOf(answers)),
        });
    }

    /// <summary>One commit: the decision, and that the question is answered. Nothing leaves.</summary>
    private Task<Answer<DecisionWritten>> RunNotShared(
        Caller caller, byte[] canonical, Func<Person, Moment, Decided> decide, AskedItem? answers, Recipient? about)
        => Decide(new Write<Person, DecisionWritten>(
            caller,
            canonical,
            (state, now) => Known(state, caller, known => decide(known, now)),
            (_, happened) => new DecisionWritten(happened?.Version ?? 0))
        {
            Effect = PersonFold.EffectOf,
            Share = (state, _, place) => Task.FromResult<Outward?>(people.Dispatch.NotShared(about, new Ground(Stream, state.FactsVersion), place.At)),
            Claims = (_, _, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>(AnswerOf(answers)),
        });

    private ClaimRow[] AnswerOf(AskedItem? item)
        => item is null ? [] : [new ClaimRow(ClaimSpace.Acknowledgement, DeliveryKeys.Of(item), Stream)];
}
