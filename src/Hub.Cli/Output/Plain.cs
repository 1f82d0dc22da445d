namespace Hub.Cli.Output;

/// <summary>Texts of other people on this terminal: what they write must not steer it.</summary>
internal static class Plain
{
    public static string Text(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = char.IsControl(from[i]) && from[i] != '\n' ? '\uFFFD' : from[i];
        }
    });
}
