namespace Hub.House.Tests.References;

/// <summary>Slices of the domain know only what stands below them.</summary>
public sealed class SliceDirectionTests
{
    private const string Domain = "src/Hub.Domain/";

    // Each level may know those below it. Slices of one level do not know each other; "" is the root of the domain.
    private static readonly string[][] Levels =
    [
        ["Inbox", "Audit", "Directory"],
        ["People"],
        ["Deciding", "Adoptions"],
        ["SafetyPlans"],
        ["Plans", "Alerts", "Rules"],
        ["Sharing"],
        ["Links"],
        ["Restrictions"],
        ["Circles", "Agreements", "Relationships", "Consents", "Contacts"],
        ["Children", "Adults", "Teams"],
        ["Identity"],
        ["Agencies"],
        [""],
    ];

    // An envelope's facts name who called, and every slice folds them; AgencyId and PractitionerId belong to Agencies.
    private static readonly (string File, string Slice)[] Accepted = [($"{Domain}Decided.cs", "Agencies")];

    [Fact]
    public void Nothing_in_the_domain_points_backwards()
        => Repository.Expect(
            Backwards([.. Repository.Sources.Where(f => f.Path.StartsWith(Domain, StringComparison.Ordinal))]),
            "People → Deciding, Adoptions → SafetyPlans → Plans → Sharing → Links → Restrictions → Circles, Agreements, Relationships, Consents, Contacts → Children, Adults, Teams → Identity → Agencies → root:");

    [Theory]
    [InlineData("Agencies", "using Hub.Domain.Plans;")]
    [InlineData("Identity", "record X(Hub.Domain.Sharing.Element A);")]
    [InlineData("Sharing", "record X(Plans.Plan A);")]
    [InlineData("Circles", "using Hub.Domain.Restrictions;")]
    [InlineData("", "record X(Identity.PersonId A);")]
    [InlineData("Fostering", "record X;")]
    public void A_step_backwards_is_found(string slice, string code)
        => Assert.NotEmpty(Backwards([File(slice, code), File("Plans", "record Plan;"), File("Identity", "record struct PersonId;")]));

    [Theory]
    [InlineData("Plans", "using Hub.Domain.Sharing;")]
    [InlineData("People", "record X(Plans.Plan A);")]
    [InlineData("Agencies", "/// <see cref=\"Plans.Plan\"/>")]
    [InlineData("Agencies", "x = Plans.Count;")]
    public void A_step_forwards_passes(string slice, string code) => Assert.Empty(Backwards([File(slice, code), File("Plans", "record Plan;")]));

    private static TextFile File(string slice, string code) => new($"{Domain}{(slice.Length == 0 ? "" : slice + "/")}X{code.Length}.cs", code);

    private static IEnumerable<string> Backwards(IReadOnlyList<TextFile> files)
    {
        var types = files
            .SelectMany(f => f.Code.SelectMany(l => Patterns.Declaration().Matches(l)).Select(m => (Slice: SliceOf(f), Name: m.Groups["name"].Value)))
            .ToHashSet();
        foreach (var file in files)
        {
            var own = SliceOf(file);
            var level = LevelOf(own);
            if (level < 0)
            {
                yield return $"{file.Path}: the slice {own} has no place in the order yet";
                continue;
            }

            foreach (var slice in Mentioned(file, types).Where(s => s != own && LevelOf(s) <= level && !Accepted.Contains((file.Path, s))))
            {
                yield return $"{file.Path}: {(own.Length == 0 ? "root" : own)} names {slice}";
            }
        }
    }

    private static IEnumerable<string> Mentioned(TextFile file, HashSet<(string Slice, string Name)> types)
    {
        var code = file.Code.Where(l => !l.StartsWith("namespace ", StringComparison.Ordinal)).ToList();
        var full = code.SelectMany(l => Patterns.FullName().Matches(l)).Select(m => m.Groups["slice"].Value)
            .Where(s => !types.Contains(("", s)));
        var partial = code.SelectMany(l => Patterns.ShortName().Matches(l))
            .Where(m => types.Contains((m.Groups["slice"].Value, m.Groups["name"].Value))).Select(m => m.Groups["slice"].Value);
        return full.Concat(partial).Distinct();
    }

    private static int LevelOf(string slice) => Array.FindIndex(Levels, l => l.Contains(slice));

    private static string SliceOf(TextFile file) => file.Path[Domain.Length..].Split('/') is [var slice, _, ..] ? slice : "";
}
