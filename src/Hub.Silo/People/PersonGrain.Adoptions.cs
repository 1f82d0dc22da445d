using System.Collections.Immutable;
using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.People;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>What crosses from before an adoption to after it. Each of the two children knows its own side.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<SealedTold>> WouldTell(Caller caller, ImmutableArray<string> texts)
        => ReadFor<SealedTold>(caller, state => state.Restrictions.Where(r => r.Terms.IsSeal && r.Author == caller.Agency)
            .SelectMany(r => r.Terms.Admitted).FirstOrDefault(t => HoldsAdoptionRole(caller, t)) is { } team
                ? new SealedTold(team, SealedIdentity.ToldBy(state, texts))
                : Refusal.Because(RefusalReason.NotKnown));

    public Task<Answer<CrossingWritten>> ProposeCrossing(Caller caller, ProposeCrossing command, ImmutableArray<int> telling)
        => Decide(new Write<Person, CrossingWritten>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.ProposeCrossing),
            (state, now) => Known(state, caller, s => command.Decide(s.Plans, s.Crossings, caller, HoldsAdoptionRole(caller, command.Team), telling, now)),
            (_, happened) => new CrossingWritten(happened?.Content is CrossingProposed e ? e.Crossing : default))
        {
            Effect = PersonFold.EffectOf,
        });

    public Task<Answer<Done>> ConfirmCrossing(Caller caller, ConfirmCrossing command)
        => Decide(new Write<Person, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.ConfirmCrossing),
            (state, now) => Known(state, caller, s => command.Decide(s.Plans, s.Crossings, caller, team => HoldsAdoptionRole(caller, team), now)),
            (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => people.Dispatch.Of(Stream, state, change, caller, place),
            HidesItself = true,
        });

    public Task<Answer<CrossingsWaiting>> ListCrossings(Caller caller)
        => ReadFor<CrossingsWaiting>(caller, state => new CrossingsWaiting(
            [.. state.Crossings.Where(c => c.Stands(Moment.Of(Services.Time.GetUtcNow())) && HoldsAdoptionRole(caller, c.Team))]));
}
