using System.CommandLine;
using Hub.Adoptions.V1;
using Hub.Cli.Calls;
using Hub.Cli.Plans;

namespace Hub.Cli.Adoptions;

/// <summary><c>hub adoptions propose</c>.</summary>
internal static class ProposeCrossing
{
    private static readonly Option<string> FromPerson = new("--from-person")
    {
        Description = "The child as known before the adoption, by the own agency's reference. It is asked, and not kept.",
        Required = true,
    };

    public static Command Create() => HubCommand.Write(
        new Command("propose", "Propose health and safety facts for an own plan; another person confirms them.")
        {
            AdoptionsCommand.ToPerson, Said.Plan, FromPerson, Said.Element,
        },
        call => call.Hub.Adoptions.ProposeCrossingAsync(
            new ProposeCrossingRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                FromPerson = call.Of(FromPerson),
                ToPerson = call.Of(AdoptionsCommand.ToPerson),
                PlanId = call.Of(Said.Plan),
                Elements = { call.Of(Said.Element).Select(ElementText.Content) },
            },
            call.Options));
}
