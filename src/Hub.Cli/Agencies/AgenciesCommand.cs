using System.CommandLine;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies</c>.</summary>
internal static class AgenciesCommand
{
    public static Command Create() => new("agencies", "Agencies, the keys they call with and the practitioners they name.")
    {
        AdmitAgency.Create(),
        ImportAgencies.Create(),
        ConnectKey.Create(),
        RevokeKey.Create(),
        RegisterPractitioner.Create(),
        SetDutyTeam.Create(),
        SetReciprocalAuthority.Create(),
        GetAgency.Create(),
    };
}
