using Hub.Contracts.Calls;
using Hub.Contracts.Rules;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Rules;
using Hub.Domain.Sharing;
using Hub.Silo.Inbox;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about editions of the rules.</summary>
[GrainType("entrance-rules"), StatelessWorker, Reentrant]
internal sealed class RuleEntrance(Arrival arrival, EditionRegister register, Silence silence, TimeProvider time) : Grain, IRuleEntrance
{
    public Task<Answer<ProposedEdition>> Propose(Call call, ProposeEdition command) => Enter(call, (owner, caller) => owner.Propose(caller, command));

    public Task<Answer<Done>> Withdraw(Call call, WithdrawEdition command) => Enter(call, (owner, caller) => owner.Withdraw(caller, command));

    public Task<Answer<Done>> Activate(Call call, ActivateEdition command) => Enter(call, (owner, caller) => owner.Activate(caller, command));

    public Task<Answer<EditionList>> List(Call call)
    {
        var (who, book, now) = (arrival.Identify(call), register.Book, Moment.Of(time.GetUtcNow()));
        return Task.FromResult(who.Map(_ => new EditionList([BuiltIn(book, now), .. book.Editions.Select(e => new EditionView(e, book.StateOf(e, now)))])));
    }

    public Task<Answer<EditionView>> Get(Call call, string name)
    {
        var (who, book, now) = (arrival.Identify(call), register.Book, Moment.Of(time.GetUtcNow()));
        return Task.FromResult(who.Refusal is { } no ? no
            : name == RoleNeeds.Edition ? BuiltIn(book, now)
            : book.Of(name) is { } edition ? new EditionView(edition, book.StateOf(edition, now))
            : (Answer<EditionView>)Refusal.Because(RefusalReason.NotKnown));
    }

    private static EditionView BuiltIn(RuleBook book, Moment now) => new(null, book.InForceAt(now) is null ? EditionState.InForce : EditionState.Over);

    /// <summary>Registrars only, each by her own key. Anybody else hears one answer.</summary>
    private async Task<Answer<T>> Enter<T>(Call call, Func<IRules, Caller, Task<Answer<T>>> enter)
        where T : class
    {
        var who = arrival.Identify(call);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        if (!AgencyRegister.IsRegistrar(caller))
        {
            return Refusal.Because(RefusalReason.UnknownCaller);
        }

        var write = Arrival.WithRequest(caller with { Practitioner = AgencyRegister.RegistrarOf(call.Connection) });
        return write.Value is { } registrar
            ? await silence.After(enter(GrainFactory.GetGrain<IRules>(RuleFold.Stream), registrar), RuleFold.Stream)
            : write.Refusal!;
    }
}
