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
    private const string Query = "ListAgreements";
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

    public async Task<Answer<Done>> Sign(Call call, string agreement)
    {
        var meant = Read(arrival.Practitioner(call, write: true), agreement);
        return meant.Value is var (caller, id) ? await silence.After(Owner(id).Sign(caller, new SignAgreement(id)), AgreementFold.Key(id)) : meant.Refusal!;
    }

    public async Task<Answer<Done>> End(Call call, string agreement, string because)
    {
        var meant = Read(arrival.Practitioner(call, write: true), agreement);
        return meant.Value is var (caller, id) ? await silence.After(Owner(id).End(caller, new EndAgreement(id, because)), AgreementFold.Key(id)) : meant.Refusal!;
    }

    public Task<Answer<AgreementView>> Get(Call call, string agreement)
    {
        var meant = Read(arrival.Practitioner(call, write: false), agreement);
        return Task.FromResult(meant.Value is not var (caller, id) ? meant.Refusal!
            : register.Of(id) is { } known && known.IsParty(caller.Agency) ? View(caller.Agency, id, known)
            : (Answer<AgreementView>)Refusal.Because(RefusalReason.NotKnown));
    }

    public Task<Answer<AgreementList>> List(Call call, int size, string pageToken)
    {
        var who = arrival.Practitioner(call, write: false);
        return Task.FromResult(who.Value is not { } caller ? who.Refusal!
            : size is < 0 or > MaxPage ? Refusal.About(RefusalReason.InvalidField, "page_size", $"must be 0 to {MaxPage}")
            : tokens.Read(caller.Agency, Query, pageToken) is not { } after
                ? Refusal.About(RefusalReason.InvalidPageToken, "page_token", "is not a page token of this list")
            : (Answer<AgreementList>)Page(caller.Agency, after, size == 0 ? DefaultPage : size));
    }

    private AgreementList Page(AgencyId agency, long after, int size)
    {
        var rest = register.Of(agency).SkipWhile(a => Place(a.Id) <= after && after > 0).Take(size + 1).ToList();
        var shown = rest.Take(size).ToList();
        return new AgreementList(
            [.. shown.Select(a => View(agency, a.Id, a.Agreement))],
            rest.Count > size ? tokens.Make(agency, Query, Place(shown[^1].Id)) : "");
    }

    // In order of ids, so that agreements which come meanwhile move no other; 63 bits of them place each for sure.
    private static long Place(AgreementId id) => (long)(ulong)(id.Value >> 65);

    private AgreementView View(AgencyId agency, AgreementId id, Agreement agreement)
        => new(arrival.Handles.Agreement(agency, id), agreement, agreement.StateAt(Moment.Of(time.GetUtcNow())));

    private Answer<Tuple<Caller, AgreementId>> Read(Answer<Caller> who, string handle)
        => who.Value is not { } caller ? who.Refusal!
            : arrival.Handles.ReadAgreement(caller.Agency, handle) is not { } id
                ? Arrival.NoHandle("agreement_id")
            : Tuple.Create(caller, id);

    private IAgreement Owner(AgreementId id) => GrainFactory.GetGrain<IAgreement>(AgreementFold.Key(id));
}
