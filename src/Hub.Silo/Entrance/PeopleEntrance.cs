using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Contracts.Probing;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.People;
using Hub.Silo.Probing;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about people.</summary>
[GrainType("entrance-people"), StatelessWorker, Reentrant]
internal sealed class PeopleEntrance(Arrival arrival, PersonClaims claims, AskedFor asked, HubSecret secret, TimeProvider time, OwnerLog log) : Grain, IPeopleEntrance
{
    private const int Tries = 4;

    public async Task<Answer<Handle>> Register(Call call, PersonKind kind, IdentityDraft draft)
    {
        var who = arrival.Practitioner(call, write: true);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        var (record, broken) = draft.Read(kind, Moment.Of(time.GetUtcNow()));
        if (record is null)
        {
            return broken!;
        }

        if (caller.ValidateOnly)
        {
            return new Handle("");
        }

        var person = asked.By(caller.Agency, kind, record);
        if (await asked.Ask(caller, GrainFactory, person, Asks.Registering) is { } tooMany)
        {
            return tooMany;
        }

        try
        {
            var found = await FindOrCreate(caller, new RegisterPerson(kind, record));
            if (found.Value is { } handle)
            {
                await asked.Registered(caller, GrainFactory, person, handle.Value);
            }

            return found;
        }
        catch (StoreFault fault)
        {
            log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    public async Task<Answer<IdentityRecord>> GetRecord(Call call, PersonKind kind, string person)
    {
        var field = kind == PersonKind.Child ? "child" : "adult";
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, kind, field, person);
        return met.Value is { } found ? await found.Person.GetRecord(found.Caller) : met.Refusal!;
    }

    /// <summary>Asks each owner that the record may be about; none: a new person whose id follows from the request. A claim lost on the way
    /// means that somebody else was registered at this instant: look again.</summary>
    private async Task<Answer<Handle>> FindOrCreate(Caller caller, RegisterPerson command)
    {
        var refused = Refusal.Because(RefusalReason.TryAgain);
        for (var tried = 0; tried < Tries && refused.Reason == RefusalReason.TryAgain; tried++)
        {
            var earlier = await claims.Earlier(caller);
            if (earlier is not null && PersonFold.Read(earlier)?.Kind != command.Kind)
            {
                return Refusal.About(RefusalReason.RequestIdReused, "request_id", "came before with other content");
            }

            var candidates = (await claims.Candidates(caller, command.Record)).ToImmutableArray();
            var made = PersonId.Of(secret.Hub, secret.DerivedId($"person-{command.Kind}", caller.Agency, caller.Request!.Value, "", 0));
            IEnumerable<string> streams = [.. earlier is null ? [] : new[] { earlier }, .. candidates, PersonFold.Key(command.Kind, made)];
            foreach (var stream in streams.Distinct().Where(s => PersonFold.Read(s)?.Kind == command.Kind))
            {
                var answer = await Arrival.Owner(GrainFactory, stream).Register(caller, command, candidates);
                if (answer.Value is { IsThisPerson: true })
                {
                    var (kind, id) = PersonFold.Read(stream)!.Value;
                    return new Handle(arrival.Handles.Person(caller.Agency, kind, id));
                }

                // An erased person: the record is about somebody whom the hub does not know.
                if (answer.Refusal is { Reason: not RefusalReason.NotKnown } no)
                {
                    refused = no;
                    break;
                }
            }
        }

        return refused;
    }
}
