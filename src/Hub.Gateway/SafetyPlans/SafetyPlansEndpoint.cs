using Grpc.Core;
using Hub.Contracts.SafetyPlans;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Safetyplans.V1;

namespace Hub.Gateway.SafetyPlans;

internal sealed class SafetyPlansEndpoint(IGrainFactory grains, CallReader calls) : SafetyPlansService.SafetyPlansServiceBase
{
    private ISafetyPlanEntrance Entrance => field ??= grains.GetGrain<ISafetyPlanEntrance>(0);

    public override async Task<AgreeInformeeResponse> AgreeInformee(AgreeInformeeRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Agree(call, request.Person, InformeeOnTheWire.Draft(request)).OrRefuse();
        return new AgreeInformeeResponse();
    }

    public override async Task<EndInformeeResponse> EndInformee(EndInformeeRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.End(call, request.Person, request.RelationshipId, request.Because).OrRefuse();
        return new EndInformeeResponse();
    }

    public override async Task<RecordInformeeConsentResponse> RecordInformeeConsent(RecordInformeeConsentRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var draft = new InformeeConsentDraft(request.RelationshipId, (int)request.State, (int)request.GivenBy, request.Explained, request.Because);
        await Entrance.RecordConsent(call, request.Person, draft).OrRefuse();
        return new RecordInformeeConsentResponse();
    }

    public override async Task<ListInformeesResponse> ListInformees(ListInformeesRequest request, ServerCallContext context)
    {
        var list = await Entrance.List(calls.Read(context), request.Person).OrRefuse();
        return new ListInformeesResponse { Informees = { list.Informees.Select(InformeeOnTheWire.Of) } };
    }
}
