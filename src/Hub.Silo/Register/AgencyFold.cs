using Hub.Domain.Agencies;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>How an agency's stream folds, and how an agency's owner is keyed.</summary>
internal static class AgencyFold
{
    public const string Prefix = "o_";

    public static readonly Fold<Agency> Instance = new(
        Agency.Empty, (state, happened) => state.Apply(happened), AgencyEvents.All, AgencyEvents.Of, AgencyJson.Default.Agency, 2);

    public static string Key(AgencyId id) => $"{Prefix}{id}";

    /// <summary>The agency of an agency's stream; null for any other stream.</summary>
    public static AgencyId? Read(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) ? AgencyId.TryParse(stream[Prefix.Length..]) : null;
}
