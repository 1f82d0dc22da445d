using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements propose-framework</c>.</summary>
internal static class ProposeFramework
{
    private static readonly Argument<string> Name = new("name") { Description = "What its members are to call it." };
    private static readonly Option<string> LegalSource = new("--legal-source") { Description = "Act and section that it is recorded from." };
    private static readonly Option<Sector[]> Sectors = Word.Options<Sector>("--sector", "A sector whose agencies may join, all without it, may be repeated,");
    private static readonly Option<Purpose[]> Purposes = Word.Options<Purpose>("--purpose", "A purpose, may be repeated,");
    private static readonly Option<Category[]> Categories = Word.Options<Category>("--category", "A category that passes between any two members, may be repeated,");

    public static Command Create() => HubCommand.Write(
        new Command("propose-framework", "Write down what passes between all agencies that join.")
        {
            Name, LegalSource, Sectors, Purposes, Categories, Said.StartsOn, Said.EndsOn,
        },
        call => call.Hub.Agreements.ProposeFrameworkAsync(
            new ProposeFrameworkRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Name = call.Of(Name),
                LegalSource = call.Of(LegalSource),
                Sectors = { call.Of(Sectors) },
                Purposes = { call.Of(Purposes) },
                Categories = { call.Of(Categories) },
                StartsOn = call.Of(Said.StartsOn),
                EndsOn = call.Of(Said.EndsOn),
            },
            call.Options));
}
