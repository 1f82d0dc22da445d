using Hub.Contracts.Alerts;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Inbox;
using Hub.Silo.Alerts;
using Hub.Silo.Inbox;

namespace Hub.Silo.Entrance;

/// <summary>The line by which a sender sees what became of its word.</summary>
internal sealed partial class AlertEntrance
{
    public async Task<Answer<ProgressReport>> ProgressOfUpdate(Call call, string person, string update)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, null, "person", person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadUpdate(found.Caller.Agency, found.Id, update) is not { } version ? Arrival.NoHandle("update_id")
            : await Report(await found.Person.Told(found.Caller, version), showsTeams: true);
    }

    public async Task<Answer<ProgressReport>> ProgressOfConcern(Call call, string concern)
    {
        var who = arrival.Identify(call);
        return who.Value is not { } caller ? who.Refusal!
            : arrival.Handles.ReadConcern(caller.Agency, concern) is not { } id ? Arrival.NoHandle("concern_id")
            : await Report(await GrainFactory.GetGrain<IConcern>(ConcernFold.Key(id)).Told(caller), showsTeams: false);
    }

    private async Task<Answer<ProgressReport>> Report(Answer<Told> answer, bool showsTeams)
    {
        if (answer.Value is not { } told)
        {
            return answer.Refusal!;
        }

        var lines = await Task.WhenAll(told.Teams.Select(t => Arrival.Inbox(GrainFactory, t.At.ToString()).Progress(t.Place, told.At).InTime(time)));
        if (lines.FirstOrDefault(l => l.Value is null)?.Refusal is { } no)
        {
            return no;
        }

        var overall = Progress.Furthest(Progress.Accepted(told.At), lines.Select(l => l.Value!));
        return new ProgressReport(overall, showsTeams ? [.. told.Teams.Zip(lines, (t, l) => new TeamProgress(t.Team, l.Value!))] : []);
    }
}
