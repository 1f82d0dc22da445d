using Hub.Contracts.Calls;
using Hub.Contracts.Circles;
using Hub.Contracts.People;
using Hub.Domain.Circles;
using Hub.Silo.Inbox;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about circles.</summary>
[GrainType("entrance-circles"), StatelessWorker, Reentrant]
internal sealed class CircleEntrance(Arrival arrival, Silence silence) : Grain, ICircleEntrance
{
    public Task<Answer<Done>> Add(Call call, string person, AddMember command)
        => Enter(call, write: true, person, met => met.Person.AddMember(met.Caller, command));

    public Task<Answer<Done>> End(Call call, string person, EndMember command)
        => Enter(call, write: true, person, met => silence.After(met.Person.EndMember(met.Caller, command), met.Person.GetPrimaryKeyString()));

    public Task<Answer<CircleView>> Get(Call call, string person)
        => Enter(call, write: false, person, met => met.Person.GetCircle(met.Caller));

    private async Task<Answer<T>> Enter<T>(Call call, bool write, string person, Func<Met, Task<Answer<T>>> enter)
        where T : class
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write), GrainFactory, null, "person", person);
        return met.Value is { } found ? await enter(found) : met.Refusal!;
    }
}
