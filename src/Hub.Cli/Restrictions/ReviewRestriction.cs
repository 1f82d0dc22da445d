using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Restrictions.V1;

namespace Hub.Cli.Restrictions;

/// <summary><c>hub restrictions review</c>.</summary>
internal static class ReviewRestriction
{
    public static Command Create() => HubCommand.Write(
        new Command("review", "Say that a restriction is still needed.") { Said.Person, RestrictionsCommand.Restriction, RestrictionsCommand.ReviewOn },
        call => call.Hub.Restrictions.ReviewRestrictionAsync(
            new ReviewRestrictionRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                RestrictionId = call.Of(RestrictionsCommand.Restriction),
                ReviewOn = call.Of(RestrictionsCommand.ReviewOn),
            },
            call.Options));
}
