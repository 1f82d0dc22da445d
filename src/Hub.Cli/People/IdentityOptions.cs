using System.CommandLine;
using Hub.Cli.Calls;
using Hub.People.V1;

namespace Hub.Cli.People;

/// <summary>What is said of a person's identity.</summary>
internal static class IdentityOptions
{
    private const string NhsNumbers = "https://fhir.nhs.uk/Id/nhs-number";
    private const string PupilNumbers = "urn:safeguarding-hub:upn";
    private static readonly Option<string> Family = new("--family-name") { Description = "Family name." };
    private static readonly Option<string[]> Given = new("--given-name") { Description = "Given name; repeated in order." };
    private static readonly Option<string> Born = new("--birth-date") { Description = "Date of birth, yyyy-mm-dd." };
    private static readonly Option<string> Expected = new("--expected-date") { Description = "Expected date of birth of an unborn child, yyyy-mm-dd." };
    private static readonly Option<string> Nhs = new("--nhs-number") { Description = "NHS number." };
    private static readonly Option<string> Pupil = new("--upn") { Description = "Unique pupil number." };
    private static readonly Option<string[]> Others = new("--identifier") { Description = "Another number or the agency's own reference, system=value; may be repeated." };

    public static Command AddTo(Command command, bool isChild)
    {
        Option[] options = isChild ? [Family, Given, Born, Expected, Nhs, Pupil, Others] : [Family, Given, Born, Nhs, Others];
        foreach (var option in options)
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>Null when nothing was said.</summary>
    public static Identity? ReadAny(HubCall call) => Read(call) is var said && said.Equals(new Identity()) ? null : said;

    public static Identity Read(HubCall call) => new()
    {
        FamilyName = call.Of(Family),
        GivenNames = { call.Of(Given) },
        BirthDate = call.Of(Born),
        ExpectedDate = call.Of(Expected),
        Identifiers = { Number(NhsNumbers, call.Of(Nhs)), Number(PupilNumbers, call.Of(Pupil)), call.Of(Others).Select(Other) },
    };

    private static IEnumerable<Identifier> Number(string system, string value) => value.Length > 0 ? [new Identifier { System = system, Value = value }] : [];

    // The last sign: systems look like addresses and may hold one.
    private static Identifier Other(string said)
        => said.LastIndexOf('=') is var at and > 0
            ? new Identifier { System = said[..at], Value = said[(at + 1)..] }
            : throw new UsageException("--identifier takes system=value.");
}
