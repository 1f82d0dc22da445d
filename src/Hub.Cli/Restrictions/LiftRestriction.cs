using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Restrictions.V1;

namespace Hub.Cli.Restrictions;

/// <summary><c>hub restrictions lift</c>.</summary>
internal static class LiftRestriction
{
    public static Command Create() => HubCommand.Write(
        new Command("lift", "End a restriction.") { Said.Person, RestrictionsCommand.Restriction, Said.Because },
        call => call.Hub.Restrictions.LiftRestrictionAsync(
            new LiftRestrictionRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                RestrictionId = call.Of(RestrictionsCommand.Restriction),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
