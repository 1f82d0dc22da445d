using System.CommandLine;

namespace Hub.Cli.Rules;

/// <summary><c>hub rules</c>.</summary>
internal static class RulesCommand
{
    internal static readonly Argument<string> Edition = new("edition") { Description = "The edition, by its name." };

    public static Command Create() => new("rules", "Editions of the rules: what each role needs, and which sector has which role.")
    {
        ListEditions.Create(),
        GetEdition.Create(),
        WriteEdition.Create(),
        ProposeEdition.Create(),
        ActivateEdition.Create(),
        WithdrawEdition.Create(),
    };
}
