using Hub.Contracts.Calls;
using Hub.Contracts.Consents;
using Hub.Contracts.People;
using Hub.Domain.Consents;
using Hub.Silo.Inbox;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about consent.</summary>
[GrainType("entrance-consents"), StatelessWorker, Reentrant]
internal sealed class ConsentEntrance(Arrival arrival, Silence silence) : Grain, IConsentEntrance
{
    public async Task<Answer<Done>> Record(Call call, string person, RecordConsent command)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        return met.Value is { } found ? await silence.After(found.Person.RecordConsent(found.Caller, command), found.Person.GetPrimaryKeyString()) : met.Refusal!;
    }

    public async Task<Answer<ConsentList>> List(Call call, string person)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, null, "person", person);
        return met.Value is { } found ? await found.Person.ListConsents(found.Caller) : met.Refusal!;
    }
}
