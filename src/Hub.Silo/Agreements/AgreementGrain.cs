using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts.Agreements;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Agreements;

/// <summary>Owner of one agreement, between two or a framework. The register has the new facts before the caller has the answer.</summary>
[GrainType("agreement")]
internal sealed class AgreementGrain(
    OwnerServices services, AgencyRegister agencies, AgreementRegister register, AgreementDispatch dispatch, AgreementTelemetry telemetry, AgreementLog log)
    : Owner<AgreementFile>(services, AgreementFold.Instance), IAgreement
{
    private AgreementId Id => AgreementFold.Read(Stream)!.Value;

    public Task<Answer<Done>> Propose(Caller caller, ProposeAgreement command)
        => Run(caller, command, AgreementJson.Default.ProposeAgreement, (file, now) => command.Decide(file, caller, a => agencies.Of(a) is not null, now));

    public Task<Answer<Done>> Sign(Caller caller, SignAgreement command)
        => Run(caller, command, AgreementJson.Default.SignAgreement, (file, now) => SignAgreement.Decide(file, caller, now));

    public Task<Answer<Done>> End(Caller caller, EndAgreement command)
        => Run(caller, command, AgreementJson.Default.EndAgreement, (file, now) => command.Decide(file, caller, now));

    public Task<Answer<Done>> Suspend(Caller caller, SuspendAgreement command)
        => Run(caller, command, AgreementJson.Default.SuspendAgreement, (file, now) => command.Decide(file, caller, now));

    public Task<Answer<Done>> Resume(Caller caller, ResumeAgreement command)
        => Run(caller, command, AgreementJson.Default.ResumeAgreement, (file, now) => ResumeAgreement.Decide(file, caller, now));

    public Task<Answer<Done>> ProposeFramework(Caller caller, ProposeFramework command)
        => Run(caller, command, AgreementJson.Default.ProposeFramework, (file, now) => command.Decide(file, now));

    public Task<Answer<Done>> Accede(Caller caller, AccedeToFramework command)
        => Run(caller, command, AgreementJson.Default.AccedeToFramework, (file, now) => AccedeToFramework.Decide(file, caller, agencies.SectorOf(caller.Agency), now));

    public Task<Answer<Done>> Withdraw(Caller caller, WithdrawFromFramework command)
        => Run(caller, command, AgreementJson.Default.WithdrawFromFramework, (file, now) => command.Decide(file, caller, now));

    public async Task<Answer<Done>> Announce()
    {
        IReadOnlyList<AgencyId> unheard = [];
        var announced = await Decide(new Write<AgreementFile, Done>(AgencyRegister.HubItself, [], AnnounceAgreement.Decide, (_, _) => Done.Instance)
        {
            Effect = (_, change) => EffectOf(change),
            Share = (file, change, place) =>
            {
                (var outward, unheard) = dispatch.Of(Id, file, (AgreementAnnounced)change, place);
                return Task.FromResult<Outward?>(outward);
            },
        });
        foreach (var agency in announced.Value is null ? [] : unheard)
        {
            telemetry.Unheard();
            log.Unheard(Stream, agency);
        }

        return announced;
    }

    public Task<Answer<Again>> JudgeAgain(JudgeQuestion question)
        => Read<Again>(file => file.Hearers().Contains(question.Team.Agency)
            ? new Again(Because.Told, CategorySet.All, Untagged: true, Basis.Of([new Ground(Stream, VersionRead)]), IsRecipient: true, [])
            : new Again(Because.AccessEnded, default, Untagged: false, Basis.Of([new Ground(Stream, VersionRead)]), IsRecipient: false, []));

    protected override void Confirmed(StreamState<AgreementFile> confirmed)
        => register.Set(Id, confirmed.State, confirmed.Version);

    private Task<Answer<Done>> Run<TCommand>(
        Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<AgreementFile, Moment, Decided> decide)
        => Decide(new Write<AgreementFile, Done>(caller, JsonSerializer.SerializeToUtf8Bytes(command, json), decide, (_, _) => Done.Instance)
        {
            Effect = (_, change) => EffectOf(change),
        });

    private static GroundEffect EffectOf(IEvent change) => AgreementGround.IsNarrowedBy(change) ? GroundEffect.Narrows : GroundEffect.Raises;
}
