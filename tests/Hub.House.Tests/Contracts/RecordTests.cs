using Orleans;

namespace Hub.House.Tests.Contracts;

/// <summary>A record on a grain call has a name and numbers of its own, so that moving or reordering it in the code moves nothing on the wire.</summary>
public sealed class RecordTests
{
    [Fact]
    public void Every_record_has_a_name_of_its_own()
    {
        var names = Wire.Records.Concat(Wire.Interfaces).Select(t => (t.FullName, Alias: Wire.AliasOf(t))).ToList();
        Repository.Expect(
            names.Where(x => x.Alias?.StartsWith("hub.", StringComparison.Ordinal) != true).Select(x => $"{x.FullName}: {x.Alias ?? "none"}")
                .Concat(names.GroupBy(x => x.Alias).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(x => x.FullName))}")),
            "[Alias] starts with hub. and is taken once:");
    }

    [Fact]
    public void Everything_a_record_stores_is_numbered()
        => Repository.Expect(Wire.Records.SelectMany(Faults), "[Id(n)] on each parameter, from 0 without gaps:");

    [Theory]
    [InlineData(typeof(BrokenRecords.WithoutNumber))]
    [InlineData(typeof(BrokenRecords.WithAGap))]
    [InlineData(typeof(BrokenRecords.OnTheProperty))]
    [InlineData(typeof(BrokenRecords.WithAPlainProperty))]
    public void A_record_that_breaks_the_rule_is_found(Type type) => Assert.NotEmpty(Faults(type));

    [Fact]
    public void There_are_records_to_look_at() => Assert.True(Wire.Records.Count() > 30);

    private static IEnumerable<string> Faults(Type type)
    {
        var fields = Wire.Fields(type);
        var parameters = Wire.Parameters(type).Select(p => p.Name).ToHashSet();
        foreach (var stored in Wire.Stored(type).Where(s => fields.All(f => f.Name != s)))
        {
            yield return $"{type.FullName}.{stored} has no [Id]";
        }

        // On the property the layout is another, and a codec generated in another project fails.
        foreach (var field in fields.Where(f => !f.OnParameter && parameters.Contains(f.Name)))
        {
            yield return $"{type.FullName}.{field.Name} has its [Id] on the property, not on the parameter";
        }

        if (!fields.Select(f => (int)f.Id).SequenceEqual(Enumerable.Range(0, fields.Count)))
        {
            yield return $"{type.FullName} is numbered {string.Join(", ", fields.Select(f => f.Id))}";
        }
    }
}
