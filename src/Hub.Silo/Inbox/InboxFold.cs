using Hub.Domain.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>How an inbox's stream folds.</summary>
internal static class InboxFold
{
    public static readonly Fold<TeamInbox> Instance = new(
        TeamInbox.Empty, (state, happened) => state.Apply(happened), InboxEvents.All, InboxEvents.Of, InboxJson.Default.TeamInbox, 1);
}
