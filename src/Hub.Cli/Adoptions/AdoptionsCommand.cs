using System.CommandLine;

namespace Hub.Cli.Adoptions;

/// <summary><c>hub adoptions</c>.</summary>
internal static class AdoptionsCommand
{
    public static readonly Argument<string> ToPerson = new("to-person") { Description = "The child as known after the adoption, by the own agency's reference." };

    public static Command Create() => new("adoptions", "What crosses from before an adoption to after it, by two persons.")
    {
        ProposeCrossing.Create(),
        ConfirmCrossing.Create(),
        ListCrossings.Create(),
    };
}
