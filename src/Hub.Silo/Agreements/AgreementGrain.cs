using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts.Agreements;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Agreements;

/// <summary>Owner of one agreement. The register has the new facts before the caller has the answer.</summary>
[GrainType("agreement")]
internal sealed class AgreementGrain(OwnerServices services, AgencyRegister agencies, AgreementRegister register)
    : Owner<AgreementFile>(services, AgreementFold.Instance), IAgreement
{
    public Task<Answer<Done>> Propose(Caller caller, ProposeAgreement command)
        => Run(caller, command, AgreementJson.Default.ProposeAgreement, (file, now) => command.Decide(file, caller, a => agencies.Of(a) is not null, now));

    public Task<Answer<Done>> Sign(Caller caller, SignAgreement command)
        => Run(caller, command, AgreementJson.Default.SignAgreement, (file, now) => SignAgreement.Decide(file, caller, now));

    public Task<Answer<Done>> End(Caller caller, EndAgreement command)
        => Run(caller, command, AgreementJson.Default.EndAgreement, (file, now) => command.Decide(file, caller, now));

    protected override void Confirmed(StreamState<AgreementFile> confirmed)
        => register.Set(AgreementId.TryParse(Stream.AsSpan(AgreementFold.Prefix.Length))!.Value, confirmed.State.Agreement, confirmed.Version);

    private Task<Answer<Done>> Run<TCommand>(
        Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<AgreementFile, Moment, Decided> decide)
        => Decide(new Write<AgreementFile, Done>(caller, JsonSerializer.SerializeToUtf8Bytes(command, json), decide, (_, _) => Done.Instance)
        {
            Effect = (_, change) => AgreementGround.IsNarrowedBy(change) ? GroundEffect.Narrows : GroundEffect.Raises,
        });
}
