using System.CommandLine;
using Hub.Children.V1;
using Hub.Cli.Calls;
using Hub.Cli.People;

namespace Hub.Cli.Children;

/// <summary><c>hub children register</c>.</summary>
internal static class RegisterChild
{
    public static Command Create() => HubCommand.Write(
        IdentityOptions.AddTo(new Command("register", "Find or create a child; the answer is the own agency's reference."), isChild: true),
        call => call.Hub.Children.RegisterChildAsync(
            new RegisterChildRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Identity = IdentityOptions.Read(call),
            },
            call.Options));
}
