using System.Reflection;
using Orleans;

namespace Hub.House.Tests.Contracts;

/// <summary>Interfaces, methods and classes of grains have written names: a rename in the code moves no message and no stored row.</summary>
public sealed class InterfaceTests
{
    [Fact]
    public void Every_grain_interface_names_its_references_and_its_messages()
        => Repository.Expect(
            from type in Wire.Interfaces
            where NameOf<GrainInterfaceTypeAttribute>(type)?.StartsWith("hub.", StringComparison.Ordinal) != true || Wire.AliasOf(type) != $"hub.{type.Name}"
            select type.FullName,
            "[GrainInterfaceType(\"hub.…\"), Alias(\"hub.I…\")]:");

    [Fact]
    public void Every_method_of_a_grain_has_a_name_of_its_own()
        => Repository.Expect(
            from type in Wire.Interfaces
            let methods = type.GetMethods()
            from method in methods
            where Wire.AliasOf(method) is not { } alias || methods.Count(m => Wire.AliasOf(m) == alias) > 1
            select $"{type.FullName}.{method.Name}",
            "[Alias] on each method, taken once in its interface:");

    [Fact]
    public void Names_of_interfaces_and_grain_classes_are_taken_once()
        => Repository.Expect(
            Wire.Interfaces.Select(t => (t.FullName, Name: NameOf<GrainInterfaceTypeAttribute>(t)))
                .Concat(Wire.Grains.Select(t => (t.FullName, Name: NameOf<GrainTypeAttribute>(t))))
                .GroupBy(x => x.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(x => x.FullName))}"),
            "one name, one type:");

    [Fact]
    public void Every_grain_class_has_a_written_type()
        => Repository.Expect(Wire.Grains.Where(t => NameOf<GrainTypeAttribute>(t) is null).Select(t => t.FullName!), "[GrainType] on each grain class:");

    [Fact]
    public void There_are_interfaces_to_look_at() => Assert.True(Wire.Interfaces.Count() >= 7);

    private static string? NameOf<TAttribute>(Type type)
        where TAttribute : Attribute
        => type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(TAttribute))?.ConstructorArguments[0].Value as string;
}
