using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Families;

/// <summary>What the register knows in a generated family: four agencies, each with a team and one that nobody opened, and what may pass between them.</summary>
/// <param name="Sectors">Each agency's sector; null for one that was not admitted.</param>
/// <param name="Agreed">What may pass.</param>
internal sealed record Register(ImmutableArray<Sector?> Sectors, ImmutableArray<Agreed> Agreed) : ISharingFacts
{
    public const int Agencies = 4;
    private static readonly ImmutableArray<AgencyId> Ids = [Cast.Riverside, Cast.Harbour, Cast.Meadow, Cast.Agency("lantern")];
    private static readonly ImmutableArray<TeamId> Teams = [.. Ids.Select(a => new TeamId(a, "team"))];
    private static readonly ImmutableArray<TeamId> Unopened = [.. Ids.Select(a => new TeamId(a, "unopened"))];
    private static readonly ImmutableArray<Ground> Grounds = [.. Teams.Select(t => new Ground($"team/{t}", 3))];
    private static readonly ImmutableHashSet<PractitionerId> Members = [Cast.Worker];

    public static AgencyId Agency(int who) => Ids[who];

    public static TeamId TeamOf(int who, bool isOpen = true) => isOpen ? Teams[who] : Unopened[who];

    public static int Who(AgencyId agency) => Ids.IndexOf(agency);

    public TeamFacts? Team(TeamId team)
        => Teams.IndexOf(team) is >= 0 and var who && Sectors[who] is { } sector ? new TeamFacts(sector, Grounds[who], Members) : null;

    public IReadOnlyList<AgreementFacts> Agreements(AgencyId holder, AgencyId recipient)
    {
        List<AgreementFacts>? found = null;
        foreach (var one in Agreed)
        {
            if (one.Holder == holder && one.Recipient == recipient)
            {
                (found ??= []).Add(one.Facts);
            }
        }

        return found ?? (IReadOnlyList<AgreementFacts>)[];
    }

    public Sector? SectorOf(AgencyId agency) => Sectors[Who(agency)];

    /// <summary>The edition of the rules in force.</summary>
    public RulesFacts Edition { get; init; } = RulesFacts.BuiltIn;

    public RulesFacts Rules(Moment now) => Edition;
}

/// <summary>What may pass in one direction.</summary>
internal sealed record Agreed(AgencyId Holder, AgencyId Recipient, AgreementFacts Facts);
