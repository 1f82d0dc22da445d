using System.CommandLine;

namespace Hub.Cli.Circles;

/// <summary><c>hub circles</c>.</summary>
internal static class CirclesCommand
{
    public static Command Create() => new("circles", "The team around a child or an adult.")
    {
        AddMember.Create(),
        EndMember.Create(),
        GetCircle.Create(),
    };
}
