using Grpc.Core;
using Hub.Agencies.V1;
using Hub.Contracts.Agencies;
using Hub.Domain.Agencies;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Wire = Hub.Agencies.V1;

namespace Hub.Gateway.Agencies;

internal sealed class AgenciesEndpoint(IGrainFactory grains, CallReader calls) : AgenciesService.AgenciesServiceBase
{
    private IAgencyEntrance Entrance => field ??= grains.GetGrain<IAgencyEntrance>(0);

    public override async Task<AdmitAgencyResponse> AdmitAgency(AdmitAgencyRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Admit(call, request.AgencyId, new AdmitAgency(request.Name, (int)request.Sector, request.DutyNumber)).OrRefuse();
        return new AdmitAgencyResponse();
    }

    public override async Task<RegisterConnectionResponse> RegisterConnection(RegisterConnectionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.RegisterConnection(call, request.AgencyId, new RegisterConnection(request.KeyFingerprint)).OrRefuse();
        return new RegisterConnectionResponse();
    }

    public override async Task<RevokeConnectionResponse> RevokeConnection(RevokeConnectionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.RevokeConnection(call, request.AgencyId, new RevokeConnection(request.KeyFingerprint)).OrRefuse();
        return new RevokeConnectionResponse();
    }

    public override async Task<RegisterPractitionerResponse> RegisterPractitioner(
        RegisterPractitionerRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.RegisterPractitioner(call, request.AgencyId, new RegisterPractitioner(request.PractitionerId)).OrRefuse();
        return new RegisterPractitionerResponse();
    }

    public override async Task<SetReciprocalAuthorityResponse> SetReciprocalAuthority(SetReciprocalAuthorityRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.SetReciprocalAuthority(call, request.AgencyId, new SetReciprocalAuthority(request.ReciprocalAgencyId)).OrRefuse();
        return new SetReciprocalAuthorityResponse();
    }

    public override async Task<SetDutyTeamResponse> SetDutyTeam(SetDutyTeamRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.SetDutyTeam(call, request.AgencyId, new SetDutyTeam(request.TeamId)).OrRefuse();
        return new SetDutyTeamResponse();
    }

    public override async Task<RecordDelegationResponse> RecordDelegation(RecordDelegationRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var command = new RecordDelegation(request.OfPractitionerId, request.ToPractitionerId, request.StartsOn, request.EndsOn, request.Because);
        await Entrance.RecordDelegation(call, command).OrRefuse();
        return new RecordDelegationResponse();
    }

    public override async Task<EndDelegationResponse> EndDelegation(EndDelegationRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.EndDelegation(call, new EndDelegation(request.OfPractitionerId, request.ToPractitionerId, request.Because)).OrRefuse();
        return new EndDelegationResponse();
    }

    public override async Task<ListDelegationsResponse> ListDelegations(ListDelegationsRequest request, ServerCallContext context)
    {
        var list = await Entrance.ListDelegations(calls.Read(context)).OrRefuse();
        return new ListDelegationsResponse { Delegations = { list.Delegations.Select(Shown) } };
    }

    public override async Task<GetAgencyResponse> GetAgency(GetAgencyRequest request, ServerCallContext context)
    {
        var profile = await Entrance.Get(calls.Read(context), request.AgencyId).OrRefuse();
        return new GetAgencyResponse { Name = profile.Name, Sector = (Wire.Sector)profile.Sector, DutyNumber = profile.DutyNumber };
    }

    private static Wire.Delegation Shown(Domain.Agencies.Delegation delegation) => new()
    {
        OfPractitionerId = delegation.Of.Value,
        ToPractitionerId = delegation.To.Value,
        ActsFrom = WireTime.Instant(delegation.From),
        ActsUntil = WireTime.Instant(delegation.Until),
        Because = delegation.Because,
        RecordedByPractitionerId = delegation.By.Value,
    };
}
