using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements propose</c>.</summary>
internal static class ProposeAgreement
{
    private static readonly Argument<string> Partner = new("partner") { Description = "The other agency." };
    private static readonly Option<Purpose[]> Purposes = Word.Options<Purpose>("--purpose", "A purpose, may be repeated,");
    private static readonly Option<Category[]> Gives = Word.Options<Category>("--gives", "A category that goes to the partner, may be repeated,");
    private static readonly Option<Category[]> Takes = Word.Options<Category>("--takes", "A category that comes from the partner, may be repeated,");

    public static Command Create() => HubCommand.Write(
        new Command("propose", "Propose to another agency what may pass between the two.") { Partner, Purposes, Gives, Takes, Said.StartsOn, Said.EndsOn },
        call => call.Hub.Agreements.ProposeAgreementAsync(
            new ProposeAgreementRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                PartnerAgencyId = call.Of(Partner),
                Purposes = { call.Of(Purposes) },
                Gives = { call.Of(Gives) },
                Takes = { call.Of(Takes) },
                StartsOn = call.Of(Said.StartsOn),
                EndsOn = call.Of(Said.EndsOn),
            },
            call.Options));
}
