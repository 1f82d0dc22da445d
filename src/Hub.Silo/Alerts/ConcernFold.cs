using Hub.Domain.Alerts;
using Hub.Silo.Journal;

namespace Hub.Silo.Alerts;

/// <summary>How a concern's stream folds, and how a concern's owner is keyed.</summary>
internal static class ConcernFold
{
    public const string Prefix = "q_";

    public static readonly Fold<Concern> Instance = new(
        Concern.Empty, (state, happened) => state.Apply(happened), ConcernEvents.All, ConcernEvents.Of, ConcernJson.Default.Concern, 1);

    public static string Key(ConcernId id) => $"{Prefix}{id}";

    /// <summary>The concern of a stream; null for any other stream.</summary>
    public static ConcernId? Read(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) ? ConcernId.TryParse(stream.AsSpan(Prefix.Length)) : null;
}
