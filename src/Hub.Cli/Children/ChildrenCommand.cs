using System.CommandLine;

namespace Hub.Cli.Children;

/// <summary><c>hub children</c>.</summary>
internal static class ChildrenCommand
{
    public static Command Create() => new("children", "Children.")
    {
        RegisterChild.Create(),
        GetChild.Create(),
    };
}
