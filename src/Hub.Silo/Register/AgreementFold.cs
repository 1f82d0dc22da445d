using Hub.Domain.Agreements;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>How an agreement's stream folds, and how an agreement's owner is keyed.</summary>
internal static class AgreementFold
{
    public const string Prefix = "s_";

    public static readonly Fold<AgreementFile> Instance = new(
        AgreementFile.Empty, (state, happened) => state.Apply(happened), AgreementEvents.All, AgreementEvents.Of, AgreementJson.Default.AgreementFile, 2);

    public static string Key(AgreementId id) => $"{Prefix}{id}";

    /// <summary>The agreement of an agreement's stream; null for any other stream.</summary>
    public static AgreementId? Read(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) ? AgreementId.TryParse(stream.AsSpan(Prefix.Length)) : null;
}
