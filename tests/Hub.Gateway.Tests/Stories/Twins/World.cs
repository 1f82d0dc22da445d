using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Agencies.V1;
using Hub.Client;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>One of a script's worlds, on a hub that many share: its agencies have names and its people have numbers of their own, as long as in any
/// other, so that nothing but the hidden fact tells two worlds apart.</summary>
internal sealed partial class World(RunningHub hub, int number, bool isThere, bool leaks) : IDisposable
{
    // As long as any other's.
    private readonly string mark = $"w{number:0000}";
    private readonly List<Observer> observers = [];

    /// <summary>Whether the hidden fact is there.</summary>
    public bool IsThere => isThere;

    /// <summary>Whether the observer may see it in this world.</summary>
    public bool Leaks => leaks;

    public string Agency(string name) => $"{name}-{mark}";

    public string Team(string agency, string name = "team") => $"{Agency(agency)}/{name}";

    /// <summary>The number of one of the world's people.</summary>
    public string Number(int person) => NhsNumbers.From((number * 40) + (2 * person));

    public Task<HubClient> Admit(string name, Sector sector, string practitioner, string duty = "999 0100") => hub.Agency(Agency(name), sector, practitioner, duty);

    /// <summary>Opens a team with one member, and lets a system receive at it.</summary>
    public static async Task Open(HubClient agency, string team, Role role, string practitioner)
    {
        await agency.Teams.OpenTeamAsync(Facts.Team(team));
        await agency.Teams.AssignRoleAsync(Facts.Assign(team, role, practitioner));
        await agency.Inbox.RegisterSubscriberAsync(new Hub.Inbox.V1.RegisterSubscriberRequest { RequestId = "system", TeamId = team, Subscriber = Family.System });
    }

    public Observer Watch(string name, string practitioner)
    {
        observers.Add(new Observer(hub, Agency(name), practitioner, Same));
        return observers[^1];
    }

    public void Dispose() => observers.ForEach(o => o.Dispose());

    private string Same(string text) => Numbers().Replace(
        text.Replace(mark, "w----", StringComparison.Ordinal), m => $"number {(int.Parse(m.Value.AsSpan(3, 6), CultureInfo.InvariantCulture) - (number * 40)) / 2}");

    [GeneratedRegex(@"(?<!\d)999\d{7}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
