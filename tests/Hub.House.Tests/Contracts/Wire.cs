using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans;
using Orleans.Runtime;

namespace Hub.House.Tests.Contracts;

/// <summary>What Orleans carries between processes, found in every assembly of the hub that stands beside the tests.</summary>
internal static class Wire
{
    private static readonly Type[] All =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Hub.*.dll").Append(Path.Combine(AppContext.BaseDirectory, "hub.dll"))
            .Where(f => File.Exists(f) && !f.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .SelectMany(f => Assembly.Load(AssemblyName.GetAssemblyName(f)).GetTypes())
            .Where(t => t.Namespace?.StartsWith("Hub.", StringComparison.Ordinal) == true && !t.IsDefined(typeof(CompilerGeneratedAttribute)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    public static IEnumerable<Type> Records => All.Where(t => t.IsDefined(typeof(GenerateSerializerAttribute)));

    public static IEnumerable<Type> Interfaces => All.Where(t => t.IsInterface && typeof(IAddressable).IsAssignableFrom(t));

    public static IEnumerable<Type> Grains => All.Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IGrainBase).IsAssignableFrom(t));

    public static string? AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    /// <summary>The constructor that the codec calls: a record's own, never its copying one.</summary>
    public static ParameterInfo[] Parameters(Type type)
        => type.GetConstructors().Select(c => c.GetParameters())
            .Where(p => p.Length != 1 || p[0].ParameterType != type)
            .OrderByDescending(p => p.Length).FirstOrDefault() ?? [];

    /// <summary>What is stored in an instance: fields, and for properties their own names.</summary>
    public static IEnumerable<string> Stored(Type type)
        => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(f => !f.IsDefined(typeof(NonSerializedAttribute)))
            .Select(f => f.Name[0] == '<' ? f.Name[1..f.Name.IndexOf('>', StringComparison.Ordinal)] : f.Name);

    /// <summary>Ids of one type with name and type of what they stand for, in order of id.</summary>
    public static IReadOnlyList<(uint Id, string Name, Type Type, bool OnParameter)> Fields(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var parameters = Parameters(type).Select(p => (p.GetCustomAttribute<IdAttribute>(), p.Name!, p.ParameterType, true));
        var properties = type.GetProperties(Own).Select(p => (p.GetCustomAttribute<IdAttribute>(), p.Name, p.PropertyType, false));
        var fields = type.GetFields(Own).Select(f => (f.GetCustomAttribute<IdAttribute>(), f.Name, f.FieldType, false));
        return [.. parameters.Concat(properties).Concat(fields).Where(x => x.Item1 is not null).Select(x => (x.Item1!.Id, x.Item2, x.Item3, x.Item4)).OrderBy(x => x.Id)];
    }
}
