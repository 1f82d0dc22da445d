using System.CommandLine;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies</c>.</summary>
internal static class AgenciesCommand
{
    public static readonly Argument<string> Of = new("of") { Description = "For whom somebody acts, by register or staff number." };
    public static readonly Argument<string> To = new("to") { Description = "Who acts, by register or staff number." };

    public static Command Create() => new("agencies", "Agencies, the keys they call with and the practitioners they name.")
    {
        AdmitAgency.Create(),
        ImportAgencies.Create(),
        ConnectKey.Create(),
        RevokeKey.Create(),
        RegisterPractitioner.Create(),
        SetDutyTeam.Create(),
        SetReciprocalAuthority.Create(),
        RecordDelegation.Create(),
        EndDelegation.Create(),
        ListDelegations.Create(),
        GetAgency.Create(),
    };
}
