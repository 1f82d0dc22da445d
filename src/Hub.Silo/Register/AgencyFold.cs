using Hub.Domain.Agencies;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>How an agency's stream folds.</summary>
internal static class AgencyFold
{
    public static readonly Fold<Agency> Instance = new(
        Agency.Empty, (state, happened) => state.Apply(happened), AgencyEvents.All, AgencyEvents.Of, AgencyJson.Default.Agency, 1);
}
