using Hub.Cli.Import.Reading;

namespace Hub.Cli.Import;

/// <summary>What became of a record.</summary>
internal enum Outcome
{
    /// <summary>The hub wrote something for it.</summary>
    Loaded,

    /// <summary>The hub had it from this agency already; nothing was written.</summary>
    Known,

    /// <summary>It cannot be taken as it is; nothing was written.</summary>
    Refused,

    /// <summary>It has no place in the hub, or none by this agency's hand.</summary>
    NotTaken,
}

/// <summary>What became of one record of the input.</summary>
/// <param name="Record">The record.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Because">Why, where there is something to say.</param>
/// <param name="Field">The FHIR path that cannot be taken as it is.</param>
/// <param name="Kind">What the reference leads to: child, adult or plan.</param>
/// <param name="Reference">The agency's own reference at the hub.</param>
internal sealed record Result(SourceRecord Record, Outcome Outcome, string Because = "", string Field = "", string Kind = "", string Reference = "")
{
    /// <summary>Names of parts of the record that have no place in the hub.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
