using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Contracts.Relationships;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Silo.Inbox;
using Hub.Silo.Keys;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about relationships.</summary>
[GrainType("entrance-relationships"), StatelessWorker, Reentrant]
internal sealed class RelationshipEntrance(Arrival arrival, HubSecret secret, Silence silence) : Grain, IRelationshipEntrance
{
    public async Task<Answer<Handle>> Record(Call call, string person, string relationship, RelationshipDraft draft)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var (agency, stream) = (found.Caller.Agency, found.Person.GetPrimaryKeyString());
        var id = relationship.Length == 0 ? new RelationshipId(secret.NewId("relationship", found.Caller, stream)) : arrival.Handles.ReadRelationship(agency, relationship);
        var (livesWith, actsFor) = (Read(draft.LivesWith), Read(draft.ActsFor));
        if (draft.Other.Length > 0 && await arrival.Count(found.Caller, GrainFactory, draft.Other) is { } tooMany)
        {
            return tooMany;
        }

        var other = draft.Other.Length == 0 ? null : arrival.Handles.ReadPerson(agency, draft.Other);
        if (id is null)
        {
            return Arrival.NoHandle("relationship_id");
        }

        if ((livesWith is null && draft.LivesWith.Length > 0) || (actsFor is null && draft.ActsFor.Length > 0))
        {
            return Arrival.NoHandle(livesWith is null && draft.LivesWith.Length > 0 ? "relationship.lives_with_relationship_id" : "relationship.acts_for_relationship_id");
        }

        if (other is null && draft.Other.Length > 0)
        {
            return Arrival.NoHandle("relationship.related_person");
        }

        var command = new RecordRelationship(
            id.Value, relationship.Length == 0, draft.Type, draft.ParentalResponsibility, draft.LivesWithPerson, livesWith, actsFor, draft.IsRisk,
            other?.Kind, other?.Id, draft.StaffAgency, draft.StaffNumber, draft.CarryingTeam);
        var written = await silence.After(found.Person.RecordRelationship(found.Caller, command), stream);
        return written.Map(_ => new Handle(found.Caller.ValidateOnly ? "" : arrival.Handles.Relationship(agency, id.Value)));

        RelationshipId? Read(string handle) => handle.Length == 0 ? null : arrival.Handles.ReadRelationship(agency, handle);
    }

    public async Task<Answer<Done>> End(Call call, string person, string relationship, string because)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadRelationship(found.Caller.Agency, relationship) is { } id
                ? await silence.After(found.Person.EndRelationship(found.Caller, new EndRelationship(id, because)), found.Person.GetPrimaryKeyString())
            : Arrival.NoHandle("relationship_id");
    }

    public async Task<Answer<Done>> Release(Call call, string person, string relationship, string words, string number)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        if (arrival.Handles.ReadRelationship(found.Caller.Agency, relationship) is not { } id)
        {
            return Arrival.NoHandle("relationship_id");
        }

        var element = new ElementId(secret.NewId("element", found.Caller, found.Person.GetPrimaryKeyString()));
        return (await found.Person.ReleaseWords(found.Caller, new ReleaseWords(id, element, words, number))).Map(_ => Done.Instance);
    }

    public async Task<Answer<RelationshipList>> List(Call call, string person)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, null, "person", person);
        return met.Value is { } found
            ? (await found.Person.ListRelationships(found.Caller)).Map(l => new RelationshipList([.. l.Relationships.Select(r => View(found.Caller.Agency, r))]))
            : met.Refusal!;
    }

    // Somebody known to the hub is named to the agency that named him: another's reference to him would tell it that he is there.
    private RelationshipView View(AgencyId agency, Relationship shown)
    {
        var said = shown.Content;
        return new RelationshipView(
            arrival.Handles.Relationship(agency, shown.Id), said.Type, said.ParentalResponsibility, said.LivesWithPerson, Handle(said.LivesWith), Handle(said.ActsFor), said.IsRisk,
            shown.By == agency && said is { Other: { } other, OtherKind: { } kind } ? arrival.Handles.Person(agency, kind, other) : "",
            said.Staff, said.CarryingTeam, shown.By, shown.At, shown.IsEnded);

        string Handle(RelationshipId? id) => id is { } of ? arrival.Handles.Relationship(agency, of) : "";
    }
}
