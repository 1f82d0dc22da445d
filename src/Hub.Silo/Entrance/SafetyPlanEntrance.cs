using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Contracts.SafetyPlans;
using Hub.Domain.Agencies;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Silo.Inbox;
using Hub.Silo.Keys;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about safety plans.</summary>
[GrainType("entrance-safety-plans"), StatelessWorker, Reentrant]
internal sealed class SafetyPlanEntrance(Arrival arrival, HubSecret secret, Silence silence) : Grain, ISafetyPlanEntrance
{
    public async Task<Answer<Done>> Agree(Call call, string person, InformeeDraft draft)
    {
        var met = await Meet(call, write: true, person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var (agency, owner) = (found.Caller.Agency, found.Person.GetPrimaryKeyString());
        return arrival.Handles.ReadPlan(agency, draft.Plan) is not { } plan ? Arrival.NoHandle("plan_id")
            : arrival.Handles.ReadRelationship(agency, draft.Relationship) is not { } relationship ? Arrival.NoHandle("relationship_id")
            : await found.Person.AgreeInformee(found.Caller, new AgreeInformee(
                plan, relationship, new ElementId(secret.NewId("element", found.Caller, owner)), draft.Triggers, draft.Words, draft.Number, draft.By, draft.Explained));
    }

    public async Task<Answer<Done>> End(Call call, string person, string relationship, string because)
    {
        var met = await Meet(call, write: true, person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadRelationship(found.Caller.Agency, relationship) is { } id
                ? await silence.After(found.Person.EndInformee(found.Caller, new EndInformee(id, because)), found.Person.GetPrimaryKeyString())
            : Arrival.NoHandle("relationship_id");
    }

    public async Task<Answer<Done>> RecordConsent(Call call, string person, InformeeConsentDraft draft)
    {
        var met = await Meet(call, write: true, person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadRelationship(found.Caller.Agency, draft.Relationship) is { } id
                ? await silence.After(
                    found.Person.RecordInformeeConsent(found.Caller, new RecordInformeeConsent(id, draft.State, draft.By, draft.Explained, draft.Because)),
                    found.Person.GetPrimaryKeyString())
            : Arrival.NoHandle("relationship_id");
    }

    public async Task<Answer<InformeeList>> List(Call call, string person)
    {
        var met = await Meet(call, write: false, person);
        return met.Value is { } found
            ? (await found.Person.ListInformees(found.Caller)).Map(l => new InformeeList([.. l.Informees.Select(i => View(found.Caller.Agency, i))]))
            : met.Refusal!;
    }

    private Task<Answer<Met>> Meet(Call call, bool write, string person) => arrival.Meet(arrival.Practitioner(call, write), GrainFactory, null, "person", person);

    private InformeeView View(AgencyId agency, InformeeSeen seen)
    {
        var terms = seen.Informee.Terms;
        return new InformeeView(
            arrival.Handles.Relationship(agency, terms.Relationship), arrival.Handles.Plan(agency, terms.Plan), terms.Triggers, terms.Words, terms.Number, seen.Informee.AgreedAt,
            seen.Informee.Consent, seen.AskAgainAt);
    }
}
