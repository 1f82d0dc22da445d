using System.CommandLine;

namespace Hub.Cli.Teams;

/// <summary><c>hub teams</c>.</summary>
internal static class TeamsCommand
{
    public static Command Create() => new("teams", "Teams and who holds which role in them.")
    {
        OpenTeam.Create(),
        AssignRole.Create(),
        EndRole.Create(),
        GetTeam.Create(),
    };
}
