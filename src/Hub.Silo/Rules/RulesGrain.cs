using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts.Calls;
using Hub.Contracts.Rules;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Rules;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Rules;

/// <summary>Owner of all editions. The register has the new facts before the caller has the answer.</summary>
[GrainType("rules")]
internal sealed class RulesGrain(OwnerServices services, EditionRegister register) : Owner<RuleBook>(services, RuleFold.Instance), IRules
{
    public Task<Answer<ProposedEdition>> Propose(Caller caller, ProposeEdition command)
        => Decide(Writing(
            caller, command, RulesJson.Default.ProposeEdition, command.Decide, (_, happened) => (Answer<ProposedEdition>)new ProposedEdition(happened?.Version ?? 0)));

    public Task<Answer<Done>> Withdraw(Caller caller, WithdrawEdition command)
        => Decide(Writing(caller, command, RulesJson.Default.WithdrawEdition, (book, _) => command.Decide(book), IsDone));

    public Task<Answer<Done>> Activate(Caller caller, ActivateEdition command)
        => Decide(Writing(caller, command, RulesJson.Default.ActivateEdition, (book, now) => command.Decide(book, caller, now), IsDone));

    public Task<Answer<Done>> Begin()
        => Decide(new Write<RuleBook, Done>(AgencyRegister.HubItself, [], BeginEdition.Decide, IsDone) { Effect = (_, change) => EffectOf(change) });

    protected override void Confirmed(StreamState<RuleBook> confirmed) => register.Set(confirmed.State, confirmed.Version);

    private static Answer<Done> IsDone(RuleBook book, Happened? happened) => Done.Instance;

    private static Write<RuleBook, T> Writing<TCommand, T>(
        Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<RuleBook, Moment, Decided> decide, Func<RuleBook, Happened?, Answer<T>> answer)
        where T : class
        => new(caller, JsonSerializer.SerializeToUtf8Bytes(command, json), decide, answer) { Effect = (_, change) => EffectOf(change) };

    private static GroundEffect EffectOf(IEvent change) => RuleEvents.IsNarrowedBy(change) ? GroundEffect.Narrows : GroundEffect.Raises;
}
