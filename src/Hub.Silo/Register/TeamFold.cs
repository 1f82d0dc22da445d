using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>How a team's stream folds, and how a team's owner is keyed.</summary>
internal static class TeamFold
{
    public const string Prefix = "t_";

    public static readonly Fold<Team> Instance = new(
        Team.Empty, (state, happened) => state.Apply(happened), TeamEvents.All, TeamEvents.Of, TeamJson.Default.Team, 2);

    public static string Key(TeamId id) => $"{Prefix}{id}";
}
