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

    /// <summary>The team of a team's stream; null for any other stream.</summary>
    public static TeamId? Read(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) ? TeamId.TryParse(stream[Prefix.Length..]) : null;
}
