using System.CommandLine;
using Google.Protobuf;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements record-statutory-minimum</c>: writes down the framework of a file, without one that of the edition in this program.</summary>
internal static class RecordStatutoryMinimum
{
    private const string Edition = "statutory-minimum.json";
    private static readonly Option<string> From = new("--from") { Description = "Another edition, as the JSON of a ProposeFrameworkRequest." };

    public static Command Create() => HubCommand.Write(
        new Command("record-statutory-minimum", "Write down what the law lets pass, as a framework that agencies may join.") { From },
        call =>
        {
            var request = Read(call.Of(From));
            (request.RequestId, request.ValidateOnly) = (call.RequestId, call.ValidateOnly);
            return call.Hub.Agreements.ProposeFrameworkAsync(request, call.Options);
        });

    private static ProposeFrameworkRequest Read(string file)
    {
        try
        {
            using var reader = file.Length == 0
                ? new StreamReader(typeof(RecordStatutoryMinimum).Assembly.GetManifestResourceStream(Edition)!)
                : File.OpenText(file);
            return ProposeFrameworkRequest.Parser.ParseJson(reader.ReadToEnd());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read.");
        }
        catch (InvalidProtocolBufferException)
        {
            throw new UsageException($"{file} is not the JSON of a framework.");
        }
    }
}
