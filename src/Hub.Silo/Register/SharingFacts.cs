using System.Collections.Concurrent;
using System.Collections.Frozen;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Silo.Register;

/// <summary>What the registers know, as decisions ask for it. What is made of one version of a fact is kept until there is another.</summary>
internal sealed class SharingFacts(AgencyRegister agencies, TeamRegister teams, AgreementRegister agreements) : ISharingFacts
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
        var between = agreements.Between(holder, recipient);
        if (!madeOfPairs.TryGetValue((holder, recipient), out var made) || !ReferenceEquals(made.From, between))
        {
            made = new Made(between, [.. between
                .Where(k => k.Agreement is { SignedAt: not null, EndedAt: null })
                .Select(k => new AgreementFacts(
                    new Ground(AgreementFold.Key(k.Id), k.Version),
                    k.Agreement.Purposes.Aggregate(0UL, (bits, p) => bits | (1UL << (int)p)),
                    CategorySet.Of((k.Agreement.Proposer == holder ? k.Agreement.Gives : k.Agreement.Takes).AsSpan()),
                    k.Agreement.From,
                    k.Agreement.Until))]);
            madeOfPairs[(holder, recipient)] = made;
        }

        return made.Facts;
    }

    public Sector? SectorOf(AgencyId agency) => agencies.SectorOf(agency);

    private sealed record Made(IReadOnlyList<(AgreementId Id, Agreement Agreement, long Version)> From, IReadOnlyList<AgreementFacts> Facts);
}
