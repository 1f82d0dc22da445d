using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain.Agencies;
using Hub.Domain.Consents;
using Hub.Domain.People;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>What is on record of consent.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<Done>> RecordConsent(Caller caller, RecordConsent command)
        => Decide(new Write<Person, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.RecordConsent),
            (state, now) => Known(state, caller, known => command.Decide(
                known.Consents, Kind, PersonConsent.BirthDate(known, caller.Agency), caller, a => people.Facts.SectorOf(a) is not null, now)),
            (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => people.Dispatch.Of(Stream, state, change, caller, place),
        });

    public Task<Answer<ConsentList>> ListConsents(Caller caller)
        => ReadFor<ConsentList>(caller, state => new ConsentList(
            [
                .. state.Consents.Where(c => c.Holder == caller.Agency)
                    .Select(c => new ConsentSeen(c, c.AskAgainAt(PersonConsent.BirthDate(state, caller.Agency)))),
            ]));
}
