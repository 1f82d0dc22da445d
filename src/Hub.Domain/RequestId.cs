namespace Hub.Domain;

/// <summary>The caller's own name for one write: 1 to 64 printable ASCII characters without space. Scope: one agency and one owner, such as a child or an agency's record.
/// The same id with the same content gives the same outcome for 35 days; with other content it is refused. A write that had nothing to
/// change is not remembered.</summary>
/// <param name="Value">The text; made by <see cref="TryParse"/> only.</param>
[GenerateSerializer, Immutable, Alias("hub.RequestId")]
public sealed record RequestId([Id(0)] string Value)
{
    /// <summary>The id, or null when the text has not its shape.</summary>
    public static RequestId? TryParse(string text)
        => text.Length is > 0 and <= 64 && text.All(c => c is > ' ' and < (char)127) ? new RequestId(text) : null;

    /// <inheritdoc />
    public override string ToString() => Value;
}
