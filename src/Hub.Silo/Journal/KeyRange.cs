namespace Hub.Silo.Journal;

/// <summary>Bounds of a range of ASCII keys.</summary>
internal static class KeyRange
{
    /// <summary>The first key after all that start with a prefix; above every key for the empty one.</summary>
    public static string End(string prefix) =>
        prefix.Length == 0 ? "\u007f" : string.Concat(prefix.AsSpan(0, prefix.Length - 1), ((char)(prefix[^1] + 1)).ToString());
}
