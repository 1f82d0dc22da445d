using Hub.Contracts.Agreements;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Silo.Handles;
using Hub.Silo.Inbox;
using Hub.Silo.Keys;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about agreements.</summary>
[GrainType("entrance-agreements"), StatelessWorker, Reentrant]
internal sealed class AgreementEntrance(Arrival arrival, AgreementRegister register, HubSecret secret, PageTokens tokens, Silence silence, TimeProvider time)
    : Grain, IAgreementEntrance
{
    private const int MaxPage = 100;
    private const int DefaultPage = 50;

    public async Task<Answer<Handle>> Propose(Call call, AgreementDraft draft)
    {
        var who = arrival.Practitioner(call, write: true);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        var id = new AgreementId(secret.NewId("agreement", caller));
        var command = new ProposeAgreement(id, draft.Partner, draft.Purposes, draft.Gives, draft.Takes, draft.StartsOn, draft.EndsOn);
        var proposed = await silence.After(Owner(id).Propose(caller, command), AgreementFold.Key(id));
        return proposed.Map(_ => new Handle(caller.ValidateOnly ? "" : arrival.Handles.Agreement(caller.Agency, id)));
    }

    public async Task<Answer<Handle>> ProposeFramework(Call call, FrameworkDraft draft)
    {
        var who = arrival.Practitioner(call, write: true);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        var id = new AgreementId(secret.NewId("agreement", caller));
        var command = new ProposeFramework(id, draft.Name, draft.LegalSource, draft.Sectors, draft.Purposes, draft.Categories, draft.StartsOn, draft.EndsOn);
        var proposed = await silence.After(Owner(id).ProposeFramework(caller, command), AgreementFold.Key(id));
        return proposed.Map(_ => new Handle(caller.ValidateOnly ? "" : arrival.Handles.Agreement(caller.Agency, id)));
    }

    public Task<Answer<Done>> Sign(Call call, string agreement) => Write(call, agreement, (owner, caller, id) => owner.Sign(caller, new SignAgreement(id)));

    public Task<Answer<Done>> End(Call call, string agreement, string because)
        => Write(call, agreement, (owner, caller, id) => owner.End(caller, new EndAgreement(id, because)));

    public Task<Answer<Done>> Suspend(Call call, string agreement, string because)
        => Write(call, agreement, (owner, caller, id) => owner.Suspend(caller, new SuspendAgreement(id, because)));

    public Task<Answer<Done>> Resume(Call call, string agreement) => Write(call, agreement, (owner, caller, id) => owner.Resume(caller, new ResumeAgreement(id)));

    public Task<Answer<Done>> Accede(Call call, string agreement) => Write(call, agreement, (owner, caller, id) => owner.Accede(caller, new AccedeToFramework(id)));

    public Task<Answer<Done>> Withdraw(Call call, string agreement, string because)
        => Write(call, agreement, (owner, caller, id) => owner.Withdraw(caller, new WithdrawFromFramework(id, because)));

    public Task<Answer<AgreementView>> Get(Call call, string agreement)
    {
        var meant = Read(arrival.Practitioner(call, write: false), agreement);
        return Task.FromResult(meant.Value is not var (caller, id) ? meant.Refusal!
            : register.Of(id) is { } known && known.IsParty(caller.Agency) ? View(caller.Agency, id, known)
            : register.Frameworks.Of(id) is { } framework ? View(caller.Agency, id, framework, withMembers: true)
            : (Answer<AgreementView>)Refusal.Because(RefusalReason.NotKnown));
    }

    public Task<Answer<AgreementList>> List(Call call, int size, string pageToken)
        => Page(call, "ListAgreements", size, pageToken, agency => register.Of(agency).Select(a => a.Id), (agency, id) => View(agency, id, register.Of(id)!));

    public Task<Answer<AgreementList>> ListFrameworks(Call call, int size, string pageToken)
    {
        var now = Moment.Of(time.GetUtcNow());
        return Page(
            call, "ListFrameworks", size, pageToken,
            _ => register.Frameworks.All().Where(f => !f.Framework.IsOverAt(now)).Select(f => f.Id),
            (agency, id) => View(agency, id, register.Frameworks.Of(id)!, withMembers: false));
    }

    private Task<Answer<AgreementList>> Page(
        Call call, string query, int size, string pageToken, Func<AgencyId, IEnumerable<AgreementId>> all, Func<AgencyId, AgreementId, AgreementView> view)
    {
        var who = arrival.Practitioner(call, write: false);
        return Task.FromResult(who.Value is not { } caller ? who.Refusal!
            : size is < 0 or > MaxPage ? Refusal.About(RefusalReason.InvalidField, "page_size", $"must be 0 to {MaxPage}")
            : tokens.Read(caller.Agency, query, pageToken) is not { } after
                ? Refusal.About(RefusalReason.InvalidPageToken, "page_token", "is not a page token of this list")
            : (Answer<AgreementList>)Page(all(caller.Agency), after, size == 0 ? DefaultPage : size));

        AgreementList Page(IEnumerable<AgreementId> ids, long after, int most)
        {
            var rest = ids.SkipWhile(a => Place(a) <= after && after > 0).Take(most + 1).ToList();
            var shown = rest.Take(most).ToList();
            return new AgreementList([.. shown.Select(a => view(caller.Agency, a))], rest.Count > most ? tokens.Make(caller.Agency, query, Place(shown[^1])) : "");
        }
    }

    // In order of ids, so that agreements which come meanwhile move no other; 63 bits of them place each for sure.
    private static long Place(AgreementId id) => (long)(ulong)(id.Value >> 65);

    private AgreementView View(AgencyId agency, AgreementId id, Agreement agreement)
        => new(arrival.Handles.Agreement(agency, id), agreement, agreement.StateAt(Moment.Of(time.GetUtcNow())));

    // Its terms are public; who shares by it is for those who share by it, and for whoever answers for it.
    private AgreementView View(AgencyId agency, AgreementId id, Framework framework, bool withMembers)
    {
        var isMember = framework.Of(agency) is not null;
        return new AgreementView(
            arrival.Handles.Agreement(agency, id),
            null,
            framework.StateFor(agency, Moment.Of(time.GetUtcNow())),
            withMembers && (isMember || agency == framework.Owner) ? framework : framework with { Members = [] },
            isMember);
    }

    private async Task<Answer<Done>> Write(Call call, string agreement, Func<IAgreement, Caller, AgreementId, Task<Answer<Done>>> write)
    {
        var meant = Read(arrival.Practitioner(call, write: true), agreement);
        return meant.Value is var (caller, id) ? await silence.After(write(Owner(id), caller, id), AgreementFold.Key(id)) : meant.Refusal!;
    }

    private Answer<Tuple<Caller, AgreementId>> Read(Answer<Caller> who, string handle)
        => who.Value is not { } caller ? who.Refusal!
            : arrival.Handles.ReadAgreement(caller.Agency, handle) is not { } id
                ? Arrival.NoHandle("agreement_id")
            : Tuple.Create(caller, id);

    private IAgreement Owner(AgreementId id) => GrainFactory.GetGrain<IAgreement>(AgreementFold.Key(id));
}
