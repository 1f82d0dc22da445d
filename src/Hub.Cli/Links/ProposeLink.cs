using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Links.V1;

namespace Hub.Cli.Links;

/// <summary><c>hub links propose</c>.</summary>
internal static class ProposeLink
{
    private static readonly Option<string> Team = new("--team") { Description = "The own team that proposes and will hear, as agency/team.", Required = true };
    private static readonly Option<string> OtherPerson = new("--other-person") { Description = "The other person, by the own agency's reference.", Required = true };
    private static readonly Option<string> OtherTeam = new("--other-team") { Description = "The team that is asked, as agency/team.", Required = true };

    public static Command Create() => HubCommand.Write(
        new Command("propose", "Ask another agency's team to link a plan.") { Said.Person, Said.Plan, Team, OtherPerson, OtherTeam },
        call => call.Hub.Links.ProposeLinkAsync(
            new ProposeLinkRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                TeamId = call.Of(Team),
                OtherPerson = call.Of(OtherPerson),
                OtherTeamId = call.Of(OtherTeam),
            },
            call.Options));
}
