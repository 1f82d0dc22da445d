using System.Collections.Concurrent;
using System.Collections.Frozen;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Silo.Register;

/// <summary>What the registers know, as decisions ask for it. What is made of one version of a fact is kept until there is another.</summary>
internal sealed class SharingFacts(AgencyRegister agencies, TeamRegister teams, AgreementRegister agreements, EditionRegister editions) : ISharingFacts
{
    private readonly ConcurrentDictionary<TeamId, TeamFacts> madeOfTeams = new();
    private readonly ConcurrentDictionary<(AgencyId Holder, AgencyId Recipient), Made> madeOfPairs = new();

    public TeamFacts? Team(TeamId team)
    {
        if (teams.Of(team) is not var (known, version) || agencies.SectorOf(team.Agency) is not { } sector)
        {
            return null;
        }

        if (!madeOfTeams.TryGetValue(team, out var made) || made.Ground.Version != version || made.Sector != sector)
        {
            made = new TeamFacts(sector, new Ground(TeamFold.Key(team), version), known.Holders.Select(h => h.Practitioner).ToFrozenSet());
            madeOfTeams[team] = made;
        }

        return made;
    }

    public IReadOnlyList<AgreementFacts> Agreements(AgencyId holder, AgencyId recipient)
    {
        var (between, giving, taking) = (agreements.Between(holder, recipient), agreements.Frameworks.WithPart(holder), agreements.Frameworks.WithPart(recipient));

        // Both lists, for a framework that changes reaches one after the other.
        if (!madeOfPairs.TryGetValue((holder, recipient), out var made)
            || !ReferenceEquals(made.Between, between) || !ReferenceEquals(made.Giving, giving) || !ReferenceEquals(made.Taking, taking))
        {
            made = new Made(between, giving, taking, [.. Signed(between, holder), .. Joined(giving, taking, holder, recipient)]);
            madeOfPairs[(holder, recipient)] = made;
        }

        return made.Facts;
    }

    public Sector? SectorOf(AgencyId agency) => agencies.SectorOf(agency);

    public RulesFacts Rules(Moment now) => editions.At(now);

    public Acting Acting => agencies.Acting;

    private static IEnumerable<AgreementFacts> Signed(IReadOnlyList<(AgreementId Id, Agreement Agreement, long Version)> between, AgencyId holder)
        => between.Select(k => AgreementFacts.Of(new Ground(AgreementFold.Key(k.Id), k.Version), k.Agreement, holder)).OfType<AgreementFacts>();

    private static IEnumerable<AgreementFacts> Joined(
        IReadOnlyList<(AgreementId Id, Framework Framework, long Version)> giving,
        IReadOnlyList<(AgreementId Id, Framework Framework, long Version)> taking,
        AgencyId holder,
        AgencyId recipient)
    {
        var both = taking.Select(k => k.Id).ToHashSet();
        return giving.Where(k => both.Contains(k.Id))
            .Select(k => AgreementFacts.Of(new Ground(AgreementFold.Key(k.Id), k.Version), k.Framework, holder, recipient)).OfType<AgreementFacts>();
    }

    private sealed record Made(object Between, object Giving, object Taking, IReadOnlyList<AgreementFacts> Facts);
}
