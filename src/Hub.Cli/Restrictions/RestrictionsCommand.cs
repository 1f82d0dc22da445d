using System.CommandLine;

namespace Hub.Cli.Restrictions;

/// <summary><c>hub restrictions</c>.</summary>
internal static class RestrictionsCommand
{
    public static readonly Argument<string> Restriction = new("restriction") { Description = "The restriction, by the own agency's reference." };
    public static readonly Option<string> ReviewOn = new("--review-on") { Description = "The last day by which it is looked at again, yyyy-mm-dd, within 90 days.", Required = true };

    public static Command Create() => new("restrictions", "What of a person is kept from whom.")
    {
        PlaceRestriction.Create(),
        ReviewRestriction.Create(),
        LiftRestriction.Create(),
        ListRestrictions.Create(),
    };
}
