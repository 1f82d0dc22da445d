using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.Deciding;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Handles;
using Hub.Silo.People;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for decisions of named persons about recipients.</summary>
[GrainType("entrance-decisions"), StatelessWorker, Reentrant]
internal sealed partial class DecisionEntrance(Arrival arrival, TeamRegister teams, PageTokens tokens) : Grain, IDecisionEntrance
{
    public async Task<Answer<DecisionReceipt>> SendDirected(Call call, ItemReference item, ImmutableArray<string> elements, JustificationDraft why)
    {
        var met = await Reach(call, item);
        if (met.Value is not var (caller, asked, at))
        {
            return met.Refusal!;
        }

        var picked = Elements(caller.Agency, elements);
        return picked.Value is not { } chosen ? picked.Refusal!
            : Receipt(caller, asked, await Owner(asked).SendDirected(caller, new SendDirected(at, asked.Decision, chosen.Elements, why)));
    }

    public async Task<Answer<DecisionReceipt>> DoNotSend(Call call, ItemReference item, NotSharedDraft why)
    {
        var met = await Reach(call, item);
        return met.Value is not var (caller, asked, at)
            ? met.Refusal!
            : Receipt(caller, asked, await Owner(asked).DoNotSend(caller, new DoNotSend(at, asked.Decision, why)));
    }

    /// <summary>Who calls, and what the team was asked. Who holds no role in the team was asked nothing.</summary>
    private async Task<Answer<Tuple<Caller, AskedOf, AskedItem>>> Reach(Call call, ItemReference item)
    {
        var who = arrival.Practitioner(call, write: true);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        if (TeamId.TryParse(item.Team) is not { } team || team.Agency != caller.Agency)
        {
            return Refusal.Because(RefusalReason.NotKnown);
        }

        if (teams.NoMember(team, caller) is { } no)
        {
            return no;
        }

        if (arrival.Handles.ReadDelivery(caller.Agency, item.Delivery) is not { } place)
        {
            return Arrival.NoHandle("delivery_id");
        }

        var (at, asked) = await EitherInbox.Ask(GrainFactory, team, i => i.Asked(caller, place));
        return asked.Value is { } found ? Tuple.Create(caller, found, new AskedItem(team, place.Commit, place.Ordinal, at.IsRestricted ? true : null)) : asked.Refusal!;
    }

    private Answer<PickedElements> Elements(AgencyId agency, ImmutableArray<string> handles)
    {
        if (handles.Length > Domain.Plans.Plan.MaxElements)
        {
            return Refusal.About(RefusalReason.TooLarge, "element_ids", $"must have at most {Domain.Plans.Plan.MaxElements} entries");
        }

        var read = ImmutableArray.CreateBuilder<ElementId>(handles.Length);
        for (var i = 0; i < handles.Length; i++)
        {
            if (arrival.Handles.ReadElement(agency, handles[i]) is not { } element)
            {
                return Arrival.NoHandle($"element_ids[{i}]");
            }

            read.Add(element);
        }

        return new PickedElements(read.ToImmutable());
    }

    private IPerson Owner(AskedOf asked) => Arrival.Owner(GrainFactory, PersonFold.Key(asked.Kind, asked.Person));

    private Answer<DecisionReceipt> Receipt(Caller caller, AskedOf asked, Answer<DecisionWritten> written) => Receipt(caller, asked.Kind, asked.Person, written);

    private Answer<DecisionReceipt> Receipt(Caller caller, PersonKind kind, PersonId person, Answer<DecisionWritten> written)
        => written.Map(w => new DecisionReceipt(
            w.Version == 0 ? "" : arrival.Handles.Update(caller.Agency, person, w.Version),
            kind,
            w.Version == 0 ? "" : arrival.Handles.Person(caller.Agency, kind, person)));

    private sealed record PickedElements(ImmutableArray<ElementId> Elements);
}
