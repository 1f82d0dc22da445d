using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>Facts about agencies, teams and agreements, and the editions of the rules, kept in each silo.</summary>
internal sealed class Registers(
    AgencyRegister agencies, TeamRegister teams, AgreementRegister agreements, EditionRegister editions, IJournalStore store, StreamFolder streams)
{
    /// <summary>Whether every silo keeps what this stream folds into.</summary>
    public static bool Keep(string stream)
        => stream.StartsWith(AgencyFold.Prefix, StringComparison.Ordinal)
            || stream.StartsWith(TeamFold.Prefix, StringComparison.Ordinal)
            || stream.StartsWith(AgreementFold.Prefix, StringComparison.Ordinal)
            || stream == RuleFold.Stream;

    /// <summary>Folds all of them. Throws <see cref="StoreFault"/> and <see cref="BrokenStream"/>.</summary>
    public async Task Load(CancellationToken stop)
    {
        await agencies.Load(store, streams, stop);
        await teams.Load(store, streams, stop);
        await agreements.Load(store, streams, stop);
        await editions.Load(store, streams, stop);
    }

    /// <summary>Has a stream's facts in this version or a later one; nothing for a stream that nobody keeps. Throws as <see cref="Load"/>.</summary>
    public async Task Refresh(string stream, long version, CancellationToken stop)
    {
        if (AgencyFold.Read(stream) is { } agency)
        {
            await Refresh(stream, version, agencies.Of(agency)?.Version, AgencyFold.Instance, s => agencies.Set(agency, s.State, s.Version), stop);
        }
        else if (TeamFold.Read(stream) is { } team)
        {
            await Refresh(stream, version, teams.Of(team)?.Version, TeamFold.Instance, s => teams.Set(team, s.State, s.Version), stop);
        }
        else if (AgreementFold.Read(stream) is { } id)
        {
            await Refresh(stream, version, null, AgreementFold.Instance, s => agreements.Set(id, s.State, s.Version), stop);
        }
        else if (stream == RuleFold.Stream)
        {
            await Refresh(stream, version, null, RuleFold.Instance, s => editions.Set(s.State, s.Version), stop);
        }
    }

    private async Task Refresh<TState>(string stream, long version, long? known, Fold<TState> fold, Action<StreamState<TState>> take, CancellationToken stop)
    {
        if (known is null || known < version)
        {
            var open = await streams.Read(stream, fold, null, stop);
            open.Secret?.Dispose();
            take(open.Folded);
        }
    }
}
