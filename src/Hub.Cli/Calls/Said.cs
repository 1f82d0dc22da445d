using System.CommandLine;
using Hub.Cli.Plans;
using Hub.Inbox.V1;
using Hub.Teams.V1;

namespace Hub.Cli.Calls;

/// <summary>What several commands are told.</summary>
internal static class Said
{
    public static readonly Argument<string> Agency = new("agency") { Description = "The agency's key at the hub." };
    public static readonly Argument<string> Practitioner = new("practitioner") { Description = "The practitioner's register or staff number." };
    public static readonly Argument<string> Team = new("team") { Description = "The team, as agency/team." };
    public static readonly Argument<string> Person = new("person") { Description = "The child or adult, by the own agency's reference." };
    public static readonly Argument<string> Plan = new("plan") { Description = "The plan, by the own agency's reference." };
    public static readonly Argument<string> Link = new("link") { Description = "The link, by the own agency's reference." };
    public static readonly Argument<string> Agreement = new("agreement") { Description = "The agreement, by the own agency's reference." };
    public static readonly Argument<string> Subscriber = new("subscriber") { Description = "The agency's own name for the system that receives." };
    public static readonly Argument<Role> Role = Word.Argument<Role>("role", "The role,");
    public static readonly Argument<string> ElementId = new("element") { Description = "The element, by the own agency's reference." };
    public static readonly Argument<Severity> Severity = Word.Argument<Severity>("severity", "How urgent it is,");
    public static readonly Option<string[]> Element = new("--element") { Description = $"An element, {ElementText.Form}; may be repeated." };
    public static readonly Option<string> Etag = new("--etag") { Description = "Names the state that you saw: from plans get, or from the last write.", Required = true };
    public static readonly Option<string> ToTeam = new("--team") { Description = "The own team that heard, as agency/team.", Required = true };
    public static readonly Option<string> Delivery = new("--delivery") { Description = "The delivery by which it heard, by its id.", Required = true };
    public static readonly Option<string> Because = new("--because") { Description = "Why, in the practitioner's words." };
    public static readonly Option<string> DutyNumber = new("--duty-number") { Description = "Telephone number that is answered at all hours.", Required = true };
    public static readonly Option<string> StartsOn = new("--starts-on") { Description = "First day, yyyy-mm-dd." };
    public static readonly Option<string> EndsOn = new("--ends-on") { Description = "Last day, yyyy-mm-dd." };
    public static readonly Option<int> PageSize = new("--page-size") { Description = "At most so many, 1 to 100." };
    public static readonly Option<string> PageToken = new("--page-token") { Description = "The next page token of the page before." };
}
