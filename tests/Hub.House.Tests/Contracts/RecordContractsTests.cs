using System.Text;

namespace Hub.House.Tests.Contracts;

/// <summary>Records, enums and message names on grain calls as a checked-in text: each change to the wire is a line in a review.
/// (Methods stand in OrleansContracts.txt, which the build compares.)</summary>
public sealed class RecordContractsTests
{
    private const string Place = "src/Hub.Contracts/RecordContracts.txt";

    [Fact]
    public void Records_on_the_wire_are_those_of_the_checked_in_text()
    {
        var path = Repository.PathOf(Place);
        var now = Text();
        if (Golden.MayUpdate)
        {
            File.WriteAllText(path, now);
        }

        Assert.True(File.Exists(path), $"{Place} is missing; HUB_UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(path), now);
    }

    private static string Text()
    {
        var text = new StringBuilder("# Records, enums and interfaces on grain calls, by wire name: id, name, type. Written by the House tests with HUB_UPDATE_GOLDEN=1.\n");
        var enums = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        foreach (var record in Wire.Records.OrderBy(Wire.AliasOf, StringComparer.Ordinal))
        {
            text.Append($"\n{Wire.AliasOf(record)} = {record.FullName}\n");
            foreach (var (id, name, type, _) in Wire.Fields(record))
            {
                text.Append($"  {id} {name} {NameOf(type, enums)}\n");
            }
        }

        foreach (var parameter in Wire.Interfaces.SelectMany(i => i.GetMethods()).SelectMany(m => m.GetParameters()))
        {
            NameOf(parameter.ParameterType, enums);
        }

        foreach (var (name, type) in enums)
        {
            text.Append($"\nenum {name} : {NameOf(Enum.GetUnderlyingType(type), enums)}\n");
            foreach (var value in Enum.GetNames(type))
            {
                text.Append($"  {Convert.ToInt64(Enum.Parse(type, value))} {value}\n");
            }
        }

        text.Append('\n');
        foreach (var type in Wire.Interfaces.OrderBy(Wire.AliasOf, StringComparer.Ordinal))
        {
            text.Append($"interface {Wire.AliasOf(type)} = {type.FullName}\n");
        }

        return text.ToString();
    }

    private static string NameOf(Type type, SortedDictionary<string, Type> enums)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return NameOf(inner, enums) + "?";
        }

        if (type.IsEnum)
        {
            enums[type.FullName!] = type;
        }

        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var name = Wire.AliasOf(open) ?? (type.IsGenericParameter ? type.Name : open.FullName!);
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(a => NameOf(a, enums)))}>" : name;
    }
}
