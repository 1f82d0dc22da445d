using Hub.Cli.Import.Mapping;
using Hub.Cli.Import.Reading;
using Hub.Client.Errors;

namespace Hub.Cli.Import.Loading;

/// <summary>The hub's no to a record.</summary>
internal static class Refused
{
    public static Result By(HubRefusedException no, SourceRecord record, FieldPaths paths)
        => no.Violations is [var first, ..]
            ? new Result(record, Outcome.Refused, $"{no.Reason}: {first.Rule}", paths.Of(first.Field))
            : new Result(record, Outcome.Refused, no.Reason);
}
