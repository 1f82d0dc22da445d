using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Hub.Cli.Calls;

namespace Hub.Cli.Output;

/// <summary>A field of an answer with a readable value; fields of messages inside it stand beside its own.</summary>
internal sealed record Leaf(string Name, string Value)
{
    public static IEnumerable<Leaf> Of(IMessage message)
        => message.Descriptor.Fields.InDeclarationOrder()
            .SelectMany(f => Inside(f, message) is { } inner ? Of(inner) : [Of(f, message)]);

    public static Leaf Of(FieldDescriptor field, IMessage message) => new(field.Name.Replace('_', ' '), Text(field, field.Accessor.GetValue(message)));

    /// <summary>Whether it is shown as a table of its own.</summary>
    public static bool IsTable(FieldDescriptor field) => field.IsRepeated && field.FieldType == FieldType.Message;

    /// <summary>The message in a field, unless it is one of time.</summary>
    public static IMessage? Inside(FieldDescriptor field, IMessage message) => field.Accessor.GetValue(message) is IMessage inner and not Timestamp ? inner : null;

    private static string Text(FieldDescriptor field, object? value) => value switch
    {
        null => "",
        IList many => string.Join(IsTable(field) ? "\n" : ", ", many.Cast<object>().Select(one => Text(field, one))),
        Timestamp at => at.ToDateTimeOffset().ToString("u"),
        IMessage inner => string.Join(" · ", Of(inner).Select(l => l.Value).Where(v => v.Length > 0)),
        bool yes => yes ? "yes" : "no",
        _ when field.FieldType == FieldType.Enum => Word.Of(field.EnumType.FindValueByNumber((int)value) ?? field.EnumType.Values[0]),
        _ => Plain.Text(value.ToString() ?? ""),
    };
}
