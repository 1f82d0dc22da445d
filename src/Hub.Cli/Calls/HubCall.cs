using System.CommandLine;
using Grpc.Core;
using Hub.Client;

namespace Hub.Cli.Calls;

/// <summary>One call as the command line asks for it.</summary>
internal sealed record HubCall(HubClient Hub, ParseResult Parsed, string RequestId, bool ValidateOnly, CallOptions Options)
{
    public T Of<T>(Argument<T> argument)
        where T : notnull
        => Parsed.GetRequiredValue(argument);

    // On the wire what is not given is empty.
    public string Of(Option<string> option) => Parsed.GetValue(option) ?? "";

    public T Of<T>(Option<T> option)
        where T : struct
        => Parsed.GetValue(option);

    public T[] Of<T>(Option<T[]> option) => Parsed.GetValue(option) ?? [];
}
