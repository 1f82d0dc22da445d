using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>How an inbox's stream folds, and how an inbox's owner is keyed.</summary>
internal static class InboxFold
{
    public const string Prefix = "i_";

    public static readonly Fold<TeamInbox> Instance = new(
        TeamInbox.Empty, (state, happened) => state.Apply(happened), InboxEvents.All, InboxEvents.Of, InboxJson.Default.TeamInbox, 1);

    /// <param name="team">As agency/team.</param>
    public static string Key(string team) => $"{Prefix}{team}";

    /// <summary>The team of an inbox's stream; null for any other stream.</summary>
    public static TeamId? Read(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) ? TeamId.TryParse(stream[Prefix.Length..]) : null;
}
