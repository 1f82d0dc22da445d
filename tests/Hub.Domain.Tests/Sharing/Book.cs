using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Sharing;

/// <summary>The register as a test has it: agencies with one team each, and agreements between them.</summary>
internal sealed record Book(ImmutableDictionary<AgencyId, Sector> Sectors, ImmutableHashSet<TeamId> Teams, ImmutableList<Signed> Signed) : ISharingFacts
{
    public static Book Empty { get; } = new(ImmutableDictionary<AgencyId, Sector>.Empty, [], []);

    /// <summary>All sectors, one agency with one team each.</summary>
    public static Book OfEverybody { get; } = Enum.GetValues<Sector>().Aggregate(Empty, (book, sector) => book.With(sector));

    public static TeamId TeamOf(AgencyId agency) => TeamId.TryParse($"{agency}/duty-team")!;

    public static AgencyId AgencyOf(Sector sector) => Cast.Agency($"sector-{(int)sector}");

    public static Recipient Recipient(TeamId team, Role? role, Route route = Route.Circle)
        => new(team, role, PersonKind.Child, new PersonId(0, 9), route, [new Ground("person", 5)]);

    public Book With(Sector sector) => With(AgencyOf(sector), sector);

    public Book With(AgencyId agency, Sector sector) => this with { Sectors = Sectors.SetItem(agency, sector), Teams = Teams.Add(TeamOf(agency)) };

    public Book With(Signed signed) => this with { Signed = Signed.Add(signed) };

    public TeamFacts? Team(TeamId team)
        => Teams.Contains(team) ? new TeamFacts(Sectors[team.Agency], new Ground($"team/{team}", 3), ImmutableHashSet.Create(Cast.Worker)) : null;

    public IReadOnlyList<AgreementFacts> Agreements(AgencyId holder, AgencyId recipient)
        => [.. Signed.Where(s => s.Holder == holder && s.Recipient == recipient).Select(s => s.Facts)];

    /// <summary>The edition of the rules in force.</summary>
    public RulesFacts Edition { get; init; } = RulesFacts.BuiltIn;

    public RulesFacts Rules(Moment now) => Edition;

    public Sector? SectorOf(AgencyId agency) => Sectors.TryGetValue(agency, out var sector) ? sector : null;
}

/// <summary>An agreement in one direction.</summary>
internal sealed record Signed(AgencyId Holder, AgencyId Recipient, AgreementFacts Facts);
