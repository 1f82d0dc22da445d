namespace Hub.House.Tests.Files;

/// <summary>Short files: one meaning, one file.</summary>
public sealed class FileLengthTests
{
    [Fact]
    public void No_file_has_more_than_400_lines()
        => Repository.Expect(
            Repository.Sources.Concat(Repository.Tests).Where(f => f.Lines.Count > 400).Select(f => $"{f.Path}: {f.Lines.Count}"),
            "a noun of its own probably hides inside each:");

    [Fact]
    public void Half_of_the_files_in_src_have_at_most_60_lines_and_nine_in_ten_at_most_200()
    {
        var lengths = Repository.Sources.Select(f => f.Lines.Count).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 200);
    }
}
