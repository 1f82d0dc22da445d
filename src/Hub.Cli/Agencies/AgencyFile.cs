using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary>One row of a list of bodies.</summary>
/// <param name="Line">Line of the file that the row begins in.</param>
/// <param name="Key">The agency's key at the hub: its code in small letters.</param>
/// <param name="Name">Name of the body.</param>
/// <param name="DutyNumber">Its duty number; empty where the list has none.</param>
/// <param name="IsBroken">Whether the row is not written as CSV is.</param>
internal sealed record AgencyRow(int Line, string Key, string Name, string DutyNumber, bool IsBroken);

/// <summary>A list of bodies as CSV with a first line of names: gss_code, name and, where known, duty_number. Other columns are not looked at.</summary>
internal static class AgencyFile
{
    private const string Code = "gss_code";
    private const string Name = "name";
    private const string DutyNumber = "duty_number";

    /// <summary>All rows. Refuses a file that cannot be opened or has not the two columns.</summary>
    public static IReadOnlyList<AgencyRow> Read(string file)
    {
        try
        {
            using var text = new StreamReader(file);
            return Read(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be opened.");
        }
    }

    private static List<AgencyRow> Read(string file, TextReader text)
    {
        var isBroken = false;
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => isBroken = true,
            MissingFieldFound = null,
            PrepareHeaderForMatch = h => h.Header.Trim().ToLowerInvariant(),
        });
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header || !header.Contains(Code) || !header.Contains(Name))
        {
            throw new UsageException($"{file} has no columns {Code} and {Name}.");
        }

        var rows = new List<AgencyRow>();
        while (csv.Read())
        {
            var (code, name) = (Field(csv, Code), Field(csv, Name));
            rows.Add(new AgencyRow(csv.Parser.RawRow, code.ToLowerInvariant(), name, header.Contains(DutyNumber) ? Field(csv, DutyNumber) : "", isBroken));
            isBroken = false;
        }

        return rows;
    }

    private static string Field(CsvReader csv, string column) => csv.GetField(column)?.Trim() ?? "";
}
