using Hub.Contracts.Calls;
using Hub.Contracts.Probing;
using Hub.Domain;
using Hub.Domain.Agencies;
using Orleans.Configuration;
using Orleans.Placement;

namespace Hub.Silo.Probing;

/// <summary>Counts for one practitioner, for the whole hub. It stays for as long as what it counts counts.</summary>
[GrainType("probing"), PreferLocalPlacement, CollectionAgeLimit(Minutes = 61)]
internal sealed class ProbingGrain(ProbingOptions options, TimeProvider time, ProbingTelemetry telemetry, ProbingLog log) : Grain, IProbing
{
    private readonly AskedPeople asked = new(options);

    public Task<Answer<Done>> Ask(AgencyId agency, AskedPerson person, Asks how)
    {
        var became = asked.Ask(person, how, time.GetUtcNow());
        if (became == Asked.Alarming)
        {
            telemetry.Alarm();
            log.Alarm(agency, asked.All);
        }

        return Task.FromResult<Answer<Done>>(became == Asked.Refused ? Refusal.Because(RefusalReason.RateLimited) : Done.Instance);
    }

    public Task<Answer<Done>> Registered(AskedPerson registration, AskedPerson person)
    {
        asked.Registered(registration, person, time.GetUtcNow());
        return Task.FromResult<Answer<Done>>(Done.Instance);
    }
}
