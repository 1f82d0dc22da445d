using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Cli.Calls;
using Hub.Cli.Output;
using Hub.Client;

namespace Hub.Cli.Doctor;

/// <summary><c>hub doctor</c>: looks step by step why a call would fail, and says what to do.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Create()
    {
        var command = new Command("doctor", "Look step by step at certificate, way to the hub, its health, who it thinks you are, and clocks.");
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var screen = Screen.Of(parsed);
        var steps = new List<Finding>();
        await foreach (var finding in Look(parsed, stop))
        {
            steps.Add(finding);
            if (!screen.IsJson)
            {
                Show(screen, finding);
            }
        }

        if (screen.IsJson)
        {
            screen.Line(JsonSerializer.Serialize(new { good = !steps.Exists(s => s.StopsHere), steps }, Web));
        }

        return steps.Exists(s => s.Verdict == Verdict.Bad) ? ExitCode.UsageOrConnection
            : steps.Exists(s => s.Verdict == Verdict.Refused) ? ExitCode.Refused
            : ExitCode.Done;
    }

    // A step that rests on one that failed would only repeat it.
    private static async IAsyncEnumerable<Finding> Look(ParseResult parsed, [EnumeratorCancellation] CancellationToken stop)
    {
        var (files, read) = OwnCertificate.Read(parsed);
        yield return read;
        if (files is null)
        {
            yield break;
        }

        var isGood = true;
        foreach (var finding in files.Look(TimeProvider.System.GetUtcNow()))
        {
            yield return finding;
            isGood &= !finding.StopsHere;
        }

        var (address, wrong) = Address(parsed);
        if (address is null)
        {
            yield return wrong!;
            yield break;
        }

        foreach (var finding in await Handshake.Try(address, files, stop))
        {
            yield return finding;
            isGood &= !finding.StopsHere;
        }

        if (!isGood)
        {
            yield break;
        }

        using var hub = Connection.Open(parsed);
        var health = await HubAnswers.Health(hub, stop);
        yield return health;
        if (health.StopsHere)
        {
            yield break;
        }

        foreach (var finding in await HubAnswers.Identity(hub, parsed, files.Fingerprint, stop))
        {
            yield return finding;
        }
    }

    private static (Uri? Address, Finding? Wrong) Address(ParseResult parsed)
    {
        try
        {
            return (Connection.Address(parsed), null);
        }
        catch (UsageException e)
        {
            return (null, new Finding("address", Verdict.Bad, "not an address", e.Message));
        }
    }

    private static void Show(Screen screen, Finding finding)
    {
        var (colour, word) = finding.Verdict switch
        {
            Verdict.Good => ("green", "good"),
            Verdict.Unsure => ("orange1", "look"),
            _ => ("red", "bad "),
        };
        screen.Say(colour, $"{word}  {finding.Step,-9} {finding.Said}");
        if (finding.Advice.Length > 0)
        {
            screen.Say("grey", $"      {finding.Advice}");
        }
    }
}
