using System.Collections.Immutable;
using System.Text.Json;
using Hub.Contracts.Alerts;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Silo.Entrance;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Hub.Silo.Register;

namespace Hub.Silo.Alerts;

/// <summary>Owner of one concern. What it commits carries the deliveries: a concern that was answered is with whoever must hear of it.</summary>
[GrainType("concern")]
internal sealed class ConcernGrain(OwnerServices services, ConcernDispatch dispatch, ISharingFacts facts, ConcernTelemetry telemetry, ConcernLog log)
    : Owner<Concern>(services, ConcernFold.Instance), IConcern
{
    private ConcernId Id => ConcernFold.Read(Stream)!.Value;

    public async Task<Answer<ConcernHeard>> Raise(Caller caller, RaiseConcern command, FoundPerson? found)
    {
        var isHeard = true;
        var dutyNumber = dispatch.DutyNumberOf(command.Place);
        var heard = await Decide(new Write<Concern, ConcernHeard>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, ConcernJson.Default.RaiseConcern),
            (state, _) => command.Decide(state, found, dutyNumber),
            (_, happened) => new ConcernHeard(happened?.Content is ConcernRaised e ? e.DutyNumber : dutyNumber))
        {
            Share = (_, change, place) =>
            {
                (var outward, isHeard) = dispatch.Of(Id, (ConcernRaised)change, caller.Agency, found, place);
                return Task.FromResult<Outward?>(outward);
            },
        });
        if (heard.Value is not null && !isHeard)
        {
            telemetry.Unheard();
            log.Unheard(Stream, command.Place);
        }

        return heard;
    }

    public Task<Answer<Told>> Told(Caller caller)
        => Recall<Told>(1, (_, past) => past is { Event: { } e } && e.Agency == caller.Agency
            ? ToldTeams.Of(past, d => d.Route == Route.Place)
            : Refusal.Because(RefusalReason.NotKnown));

    public async Task<Answer<Again>> JudgeAgain(JudgeQuestion question)
    {
        var acting = facts.Acting;
        return (await Judged(question, acting)).Map(again => again with { Basis = acting.Under(again.Basis, question.Team.Agency) });
    }

    private async Task<Answer<Again>> Judged(JudgeQuestion question, Acting acting)
    {
        var told = await Read<ConcernRaised>(state => state.Raised is { } raised ? raised : Refusal.Because(RefusalReason.NotKnown));
        if (told.Value is not { } raised)
        {
            return told.Refusal!;
        }

        // The place's teams hear of it whatever becomes of circles.
        if (raised is not { FoundKind: { } kind, Found: { } person })
        {
            return new Again(Because.Told, CategorySet.All, Untagged: true, Basis.Of([]), IsRecipient: true, []);
        }

        var stream = PersonFold.Key(kind, person);
        var lead = await Arrival.Owner(GrainFactory, stream).WhoLeads(new LeadQuestion(question.Holder, null));
        var keptOut = lead.Value?.Restrictions.KeptOut(question.Holder, acting);
        Ground[] known = lead.Value is { } now ? [new Ground(stream, now.FactsVersion), dispatch.GroundOf(question.Team)] : [];
        if (lead is { Value: null, Refusal.Reason: not RefusalReason.NotKnown })
        {
            return lead.Refusal;
        }

        // What the place's team hears nothing takes away but whom it is about.
        var team = question.Instead ?? question.Team;
        var hears = person != question.Subject
            || (lead.Value is { } found
                && (found.Lead == team || found.Restrictions.HearOfWhatIsTold(raised.IsThreat).Contains(team))
                && !found.Restrictions.KeepsFrom(question.Holder, question.Team));
        var again = new Again(hears ? Because.Told : Because.AccessEnded, CategorySet.All, Untagged: true, Basis.Of(known), hears, [])
        {
            KeptOut = keptOut,
            Responsible = lead.Value?.Lead?.Agency,
        };
        return lead.Value is { } about ? Vetoed(again, question, about, acting) : again;
    }

    // At the person's door what is about somebody is kept from them; the door of a machine does not show it, and their colleagues may read it at the other.
    private Again Vetoed(Again again, JudgeQuestion question, FoundPerson found, Acting acting)
    {
        var marks = question.Marks.IsDefault ? [] : question.Marks;
        var keptOut = again.KeptOut ?? KeptOut.Nobody;
        var from = question.IsRestricted ? keptOut.Or(PersonSight.KeptFrom(found.Relationships, marks.Select(m => m.Content), acting)) : keptOut;
        var doors = BothDoors.Of(marks, found.Relationships, from, acting, f => found.SightOf(question.Holder, question.Team, facts, f));
        return again with { Hidden = [.. doors.Hidden.Select(h => h.Element)], KeptOut = from.OrNone, Apart = doors.Apart.IsEmpty ? null : doors.From };
    }
}
