using Hub.Contracts.Calls;
using Hub.Contracts.Contacts;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Contacts;
using Hub.Silo.Keys;
using Hub.Silo.People;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for requests for contact: open to every agency that has a reference to the person, whatever its standing.</summary>
[GrainType("entrance-contacts"), StatelessWorker, Reentrant]
internal sealed class ContactEntrance(Arrival arrival, AgencyRegister register, HubSecret secret, TimeProvider time) : Grain, IContactEntrance
{
    // Well within the gateway's own patience, which knows no number to call.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    public async Task<Answer<ContactReceipt>> Request(Call call, string person, string words)
    {
        var who = arrival.Practitioner(call, write: true);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        var dutyNumber = register.ProfileOf(caller.Agency)?.DutyNumber ?? "";
        var asked = await Ask(caller, person, words);
        return asked.Refusal is { Reason: RefusalReason.TryAgain or RefusalReason.RateLimited } notHeard
            ? notHeard with { DutyNumber = dutyNumber }
            : asked.Map(contact => new ContactReceipt(contact.Value, dutyNumber));
    }

    private async Task<Answer<Handle>> Ask(Caller caller, string person, string words)
    {
        if (await arrival.Count(caller, GrainFactory, person) is { } tooMany)
        {
            return tooMany;
        }

        if (arrival.Handles.ReadPerson(caller.Agency, person) is not var (kind, id))
        {
            return Arrival.NoHandle("person");
        }

        var owner = PersonFold.Key(kind, id);
        var contact = new ContactId(secret.NewId("contact", caller, owner));
        var asked = await Arrival.Owner(GrainFactory, owner).RequestContact(caller, new RequestContact(contact, words)).InTime(time, Patience);
        return asked.Map(_ => new Handle(caller.ValidateOnly ? "" : arrival.Handles.Contact(caller.Agency, contact)));
    }
}
