using System.Globalization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

/// <summary>The registrar's desk: agencies as its commands leave them.</summary>
internal static class Desk
{
    public static AdmitAgency Admit { get; } = new("Riverside Children's Services", (int)Sector.ChildrensSocialCare, "+44 (0)1632 960001");

    public static Agency Admitted { get; } = Agency.Empty.After(Admit.Decide(Agency.Empty));

    public static string Key(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    public static string StaffNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"STAFF-{number}");

    public static Agency After(this Agency agency, Decided decided) => agency.Apply(Cast.Happened(decided.Change!));

    public static Agency WithKeys(int count) => Admitted with
    {
        Connections = [.. Enumerable.Range(1, count).Select(n => new Connection(KeyFingerprint.TryParse(Key(n))!, Revoked: false))],
    };

    public static Agency WithStaff(int count) => Admitted with
    {
        Practitioners = [.. Enumerable.Range(1, count).Select(n => PractitionerId.TryParse(StaffNumber(n))!)],
    };
}
