using System.CommandLine;
using Google.Protobuf;
using Hub.Cli.Calls;
using Hub.Rules.V1;

namespace Hub.Cli.Rules;

/// <summary><c>hub rules propose</c>: by a registrar, from a file.</summary>
internal static class ProposeEdition
{
    private static readonly Argument<string> File = new("file") { Description = "The edition, as the JSON of a ProposeEditionRequest." };

    public static Command Create() => HubCommand.Write(
        new Command("propose", "Propose an edition; another registrar activates it.") { File },
        call =>
        {
            var request = Read(call.Of(File));
            (request.RequestId, request.ValidateOnly) = (call.RequestId, call.ValidateOnly);
            return call.Hub.Rules.ProposeEditionAsync(request, call.Options);
        });

    private static ProposeEditionRequest Read(string file)
    {
        try
        {
            return ProposeEditionRequest.Parser.ParseJson(System.IO.File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read.");
        }
        catch (InvalidProtocolBufferException)
        {
            throw new UsageException($"{file} is not the JSON of an edition.");
        }
    }
}
