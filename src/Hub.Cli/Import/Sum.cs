using Hub.Cli.Calls;
using Hub.Cli.Import.Reading;

namespace Hub.Cli.Import;

/// <summary>How many records came to what.</summary>
internal sealed record Sum(int Loaded, int Known, int Refused, int NotTaken, int Warnings, int Unreadable)
{
    public static Sum Of(IReadOnlyCollection<Result> results, InputFiles input, IReadOnlyCollection<Notice> notices) => new(
        results.Count(r => r.Outcome == Outcome.Loaded),
        results.Count(r => r.Outcome == Outcome.Known),
        results.Count(r => r.Outcome == Outcome.Refused),
        results.Count(r => r.Outcome == Outcome.NotTaken),
        notices.Count,
        input.Unreadable.Count);

    /// <summary>A warning is no failure, and neither is what was meant to be left out.</summary>
    public int Code => Refused + Unreadable > 0 ? ExitCode.Refused : ExitCode.Done;

    public override string ToString()
        => $"{Loaded} loaded, {Known} known, {Refused} refused, {NotTaken} not taken; {Warnings} warnings, {Unreadable} unreadable";
}
