using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Contacts;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>Requests for contact.</summary>
internal abstract partial class PersonGrain
{
    // Also for who is shut out, and where a reference leads to nobody who is on record any more: either would be told apart by it.
    public Task<Answer<Done>> RequestContact(Caller caller, RequestContact command)
        => Decide(new Write<Person, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.RequestContact),
            (_, _) => command.Decide(),
            (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => Task.FromResult<Outward?>(people.Dispatch.Contact(Stream, state, (ContactRequested)change, caller, place)),
        });

    /// <summary>Who was asked to ring back is while it guards or leads: afterwards it is not shown any more that somebody asked.</summary>
    private Again OfContact(Person state, JudgeQuestion question)
    {
        PractitionerId[] by = question.By is { } one ? [one] : [];
        var broker = Brokers.Of(new ContactQuestion(state, Kind, question.Holder, by, people.Facts.Acting)).FirstOrDefault(b => b.Team == (question.Instead ?? question.Team));
        return new Again(broker?.Because ?? Because.AccessEnded, CategorySet.All, Untagged: true, Rest(state, question.Team), broker is { Hears: true }, []) { KeptOut = broker?.KeptOut.OrNone };
    }
}
