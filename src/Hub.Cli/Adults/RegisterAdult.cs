using System.CommandLine;
using Hub.Adults.V1;
using Hub.Cli.Calls;
using Hub.Cli.People;

namespace Hub.Cli.Adults;

/// <summary><c>hub adults register</c>.</summary>
internal static class RegisterAdult
{
    public static Command Create() => HubCommand.Write(
        IdentityOptions.AddTo(new Command("register", "Find or create an adult; the answer is the own agency's reference."), isChild: false),
        call => call.Hub.Adults.RegisterAdultAsync(
            new RegisterAdultRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Identity = IdentityOptions.Read(call),
            },
            call.Options));
}
