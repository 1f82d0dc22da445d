using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Contracts.Plans;
using Hub.Domain;
using Hub.Domain.Plans;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.People;

namespace Hub.Silo.Entrance;

/// <summary>The way in for copies of linked plans' elements.</summary>
internal sealed partial class PlanEntrance
{
    public async Task<Answer<PlanReceipt>> Adopt(Call call, PlanReference plan, DeliveryReference delivery, string element)
    {
        var read = await Reach(call, plan, delivery);
        if (read.Value is not var (found, id, revision, delivered))
        {
            return read.Refusal!;
        }

        if (arrival.Handles.ReadElement(found.Caller.Agency, element) is not { } source)
        {
            return Arrival.NoHandle("element_id");
        }

        return delivered.Elements.FirstOrDefault(e => e.Element == source) is { } shown
            ? Receipt(found, await found.Person.AdoptElement(found.Caller, new AdoptElement(id, revision, NewElement(found, 0), shown)))
            : Refusal.About(RefusalReason.InvalidElement, "element_id", "is not in this delivery");
    }

    public async Task<Answer<PlanReceipt>> Keep(Call call, PlanReference plan, string element, DeliveryReference delivery, string because)
    {
        var read = await Reach(call, plan, delivery);
        return read.Value is not var (found, id, revision, delivered) ? read.Refusal!
            : arrival.Handles.ReadElement(found.Caller.Agency, element) is { } copy
                ? Receipt(found, await found.Person.KeepElement(found.Caller, new KeepElement(id, revision, copy, delivered.Elements, because)))
            : Arrival.NoHandle("element_id");
    }

    /// <summary>The plan, and what the caller's team was shown by the delivery.</summary>
    private async Task<Answer<Tuple<Met, PlanId, int, DeliveredElements>>> Reach(Call call, PlanReference plan, DeliveryReference delivery)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", plan.Person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var target = Target(found.Caller, plan);
        if (target.Value is not var (id, revision))
        {
            return target.Refusal!;
        }

        // Who holds no role in the team was shown nothing.
        if (TeamId.TryParse(delivery.Team) is not { } team || team.Agency != found.Caller.Agency)
        {
            return Refusal.Because(RefusalReason.NotKnown);
        }

        if (teams.NoMember(team, found.Caller) is { } no)
        {
            return no;
        }

        if (arrival.Handles.ReadDelivery(found.Caller.Agency, delivery.Delivery) is not { } place)
        {
            return Arrival.NoHandle("delivery_id");
        }

        var (_, delivered) = await EitherInbox.Ask(GrainFactory, team, i => i.Delivered(found.Caller, place, found.Id));
        return delivered.Value is { } elements ? Tuple.Create(found, id, revision, elements) : delivered.Refusal!;
    }
}
