using System.CommandLine;

namespace Hub.Cli.Links;

/// <summary><c>hub links</c>.</summary>
internal static class LinksCommand
{
    public static Command Create() => new("links", "Links between plans about two people.")
    {
        ProposeLink.Create(),
        AcceptLink.Create(),
        DeclineLink.Create(),
        EndLink.Create(),
        ListLinks.Create(),
    };
}
