using Hub.Contracts.Alerts;
using Hub.Domain.Inbox;
using Hub.Gateway.Calls;
using Wire = Hub.Alerts.V1;

namespace Hub.Gateway.Alerts;

internal static class ProgressOnTheWire
{
    public static Wire.TeamProgress Of(TeamProgress line) => new() { TeamId = line.Team.ToString(), Progress = Of(line.Progress) };

    public static Wire.Progress Of(Progress progress) => new()
    {
        Stage = (Wire.ProgressStage)progress.Stage,
        Role = (Hub.Teams.V1.Role)(progress.Role ?? default),
        ReachedAt = progress.At is { } at ? WireTime.Instant(at) : null,
    };
}
