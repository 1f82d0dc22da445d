using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Contracts.Restrictions;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Restrictions;
using Hub.Silo.Inbox;
using Hub.Silo.Keys;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about restrictions.</summary>
[GrainType("entrance-restrictions"), StatelessWorker, Reentrant]
internal sealed class RestrictionEntrance(Arrival arrival, HubSecret secret, Silence silence, TimeProvider time) : Grain, IRestrictionEntrance
{
    public async Task<Answer<Handle>> Place(Call call, string person, PlaceRestriction command)
    {
        var met = await Meet(call, write: true, person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var owner = found.Person.GetPrimaryKeyString();
        var id = new RestrictionId(secret.NewId("restriction", found.Caller, owner));
        var placed = await silence.After(found.Person.PlaceRestriction(found.Caller, command with { Restriction = id }), owner);
        return placed.Map(w => new Handle(w.Restriction == default ? "" : arrival.Handles.Restriction(found.Caller.Agency, w.Restriction)));
    }

    public async Task<Answer<Done>> Review(Call call, string person, string restriction, string reviewOn)
    {
        var met = await Meet(call, write: true, person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadRestriction(found.Caller.Agency, restriction) is { } id
                ? await found.Person.ReviewRestriction(found.Caller, new ReviewRestriction(id, reviewOn))
            : Arrival.NoHandle("restriction_id");
    }

    public async Task<Answer<Done>> Lift(Call call, string person, string restriction, string because)
    {
        var met = await Meet(call, write: true, person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadRestriction(found.Caller.Agency, restriction) is { } id
                ? await found.Person.LiftRestriction(found.Caller, new LiftRestriction(id, because))
            : Arrival.NoHandle("restriction_id");
    }

    public async Task<Answer<RestrictionList>> List(Call call, string person)
    {
        var met = await Meet(call, write: false, person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var (agency, now) = (found.Caller.Agency, Moment.Of(time.GetUtcNow()));
        return (await found.Person.ListRestrictions(found.Caller)).Map(guarded => new RestrictionList([.. guarded.Restrictions.Select(r => Shown(agency, r, now))]));
    }

    private Task<Answer<Met>> Meet(Call call, bool write, string person) => arrival.Meet(arrival.Practitioner(call, write), GrainFactory, null, "person", person);

    private RestrictionShown Shown(AgencyId agency, Restriction restriction, Moment now) => new(
        arrival.Handles.Restriction(agency, restriction.Id),
        restriction.Terms,
        restriction.Since,
        Domain.Inbox.ReviewNews.Overdue(restriction.Terms.ReviewOn).CompareTo(now) <= 0,
        restriction.WishesToLift(now) is not null);
}
