namespace Hub.Silo.Tests.Audit;

/// <summary>The audit names the stream and the first version that is not as its owner wrote it.</summary>
public abstract class ATamperedJournal(FilledJournal journal)
{
    public static TheoryData<string> Corruptions => [.. Corruption.All.Keys];

    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task Is_named(string corruption)
    {
        var (does, stream, version, what) = Corruption.All[corruption];
        await using var copy = await TamperedCopy.Of(journal);
        await does(copy);

        var report = await copy.Audit();

        Assert.Contains(report.Broken, b => b.Stream == stream(journal) && b.Version == version && (what ?? b.What) == b.What);
        Assert.False(report.IsWhole);
    }
}

public sealed class ATamperedPostgresJournal(FilledPostgresJournal journal) : ATamperedJournal(journal), IClassFixture<FilledPostgresJournal>;

public sealed class ATamperedSqliteJournal(FilledSqliteJournal journal) : ATamperedJournal(journal), IClassFixture<FilledSqliteJournal>;
