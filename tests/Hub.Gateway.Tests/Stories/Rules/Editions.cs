using System.Globalization;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Rules.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Rules;

/// <summary>Two registrars and the editions that they bring in.</summary>
internal static class Editions
{
    public const string BuiltIn = "2026-11";

    public static HubClient First(RunningHub hub) => hub.Registrar;

    public static HubClient Second(RunningHub hub) => hub.Client("registrar-2");

    /// <summary>The built-in edition as one that begins in some days.</summary>
    public static async Task<ProposeEditionRequest> Like(HubClient reader, string name, DateTimeOffset now, int days)
    {
        var tables = (await reader.Rules.GetEditionAsync(new GetEditionRequest { Name = BuiltIn })).Edition;
        return new ProposeEditionRequest
        {
            RequestId = HubRequest.NewId(),
            Name = name,
            EffectiveOn = now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            LegalSource = "Made-up Act s.1",
            Because = "Made up.",
            Needs = { tables.Needs },
            Sectors = { tables.Sectors },
        };
    }

    public static ProposeEditionRequest Taking(this ProposeEditionRequest edition, Category category, Role role)
    {
        edition.Needs.Single(r => r.Role == role).Categories.Remove(category);
        return edition;
    }

    public static ActivateEditionRequest Activate(string name, long proposal) => new() { RequestId = HubRequest.NewId(), Name = name, Proposal = proposal };

    /// <summary>Proposed by the first registrar, activated by the second.</summary>
    public static async Task BringIn(RunningHub hub, ProposeEditionRequest edition)
    {
        var proposed = await First(hub).Rules.ProposeEditionAsync(edition);
        var activate = Activate(edition.Name, proposed.Proposal);
        await AfterATurn.Settle(async () => await Second(hub).Rules.ActivateEditionAsync(activate));
    }

    public static async Task<EditionState> StateOf(HubClient reader, string name) => (await reader.Rules.GetEditionAsync(new GetEditionRequest { Name = name })).Edition.State;
}
