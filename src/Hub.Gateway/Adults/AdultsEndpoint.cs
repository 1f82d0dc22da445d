using Grpc.Core;
using Hub.Adults.V1;
using Hub.Contracts.People;
using Hub.Domain.Identity;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Gateway.People;

namespace Hub.Gateway.Adults;

internal sealed class AdultsEndpoint(IGrainFactory grains, CallReader calls) : AdultsService.AdultsServiceBase
{
    private IPeopleEntrance Entrance => field ??= grains.GetGrain<IPeopleEntrance>(0);

    public override async Task<RegisterAdultResponse> RegisterAdult(RegisterAdultRequest request, ServerCallContext context)
    {
        CallProgress.LeaveOnTheStep(context);
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var handle = await Entrance.Register(call, PersonKind.Adult, IdentityOnTheWire.Draft(request.Identity)).OrRefuse();
        return new RegisterAdultResponse { Adult = handle.Value };
    }

    public override async Task<GetAdultResponse> GetAdult(GetAdultRequest request, ServerCallContext context)
    {
        var record = await Entrance.GetRecord(calls.Read(context), PersonKind.Adult, request.Adult).OrRefuse();
        return new GetAdultResponse { Identity = IdentityOnTheWire.Of(record) };
    }
}
