using System.CommandLine;

namespace Hub.Cli.Calls;

/// <summary>Which hub to call and as whom: options of every command, else the environment.</summary>
internal static class ConnectionOptions
{
    public static readonly Option<string> Hub = Of("--hub", "HUB_ADDRESS", "The hub's address, https://host:port.");
    public static readonly Option<string> Certificate = Of("--cert", "HUB_CERT", "PEM file of the agency's certificate, followed by its intermediates.");
    public static readonly Option<string> Key = Of("--key", "HUB_KEY", "PEM file of its private key.");
    public static readonly Option<string> Authorities = Of("--authorities", "HUB_AUTHORITIES", "PEM file of the roots that the hub's certificate must lead to.");
    public static readonly Option<string> Agency = Of("--agency", "HUB_AGENCY", "The agency to call for; needed only when the key is registered for several.");
    public static readonly Option<string> Practitioner = Of("--practitioner", "HUB_PRACTITIONER", "The practitioner who answers for the call, by register or staff number.");
    public static readonly Option<string> ActingFor = Of("--acting-for", "HUB_ACTING_FOR", "For whom that practitioner acts, by what is on record at the hub.");
    public static readonly Option<bool> Json = new("--json") { Description = "One JSON object for each answer or delivery.", Recursive = true };

    public static void AddTo(RootCommand root)
    {
        foreach (var option in (Option[])[Hub, Certificate, Key, Authorities, Agency, Practitioner, ActingFor, Json])
        {
            root.Options.Add(option);
        }
    }

    public static string? Given(this ParseResult parsed, Option<string> option)
        => parsed.GetValue(option) is { Length: > 0 } said ? said : Environment.GetEnvironmentVariable(option.HelpName!) is { Length: > 0 } set ? set : null;

    /// <summary>Refuses by one sentence that names everything that is missing.</summary>
    public static void Demand(ParseResult parsed)
    {
        Option<string>[] needed = [Hub, Certificate, Key, Authorities];
        var missing = needed.Where(o => parsed.Given(o) is null).Select(o => $"{o.Name} (or {o.HelpName})").ToList();
        if (missing.Count > 0)
        {
            throw new UsageException($"Missing: {string.Join(", ", missing)}.");
        }
    }

    // The name of the environment's variable is what help shows for the value.
    private static Option<string> Of(string name, string variable, string description)
        => new(name) { Description = description, HelpName = variable, Recursive = true };
}
