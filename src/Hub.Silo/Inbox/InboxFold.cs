using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>How an inbox's stream folds, and how an inbox's owner is keyed.</summary>
internal static class InboxFold
{
    public const string Prefix = "i_";

    public static readonly Fold<TeamInbox> Instance = new(
        TeamInbox.Empty, (state, happened) => state.Apply(happened), InboxEvents.All, InboxEvents.Of, InboxJson.Default.TeamInbox, 2);

    /// <param name="address">As agency/team, or agency/team/restricted.</param>
    public static string Key(string address) => $"{Prefix}{address}";

    /// <summary>Whose inbox an inbox's stream is of, and which; null for any other stream.</summary>
    public static InboxAddress? Read(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) ? InboxAddress.TryParse(stream[Prefix.Length..]) : null;
}
