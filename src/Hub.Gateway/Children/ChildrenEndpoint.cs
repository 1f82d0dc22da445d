using Grpc.Core;
using Hub.Children.V1;
using Hub.Contracts.People;
using Hub.Domain.Identity;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Gateway.People;

namespace Hub.Gateway.Children;

internal sealed class ChildrenEndpoint(IGrainFactory grains, CallReader calls) : ChildrenService.ChildrenServiceBase
{
    private IPeopleEntrance Entrance => field ??= grains.GetGrain<IPeopleEntrance>(0);

    public override async Task<RegisterChildResponse> RegisterChild(RegisterChildRequest request, ServerCallContext context)
    {
        CallProgress.LeaveOnTheStep(context);
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var handle = await Entrance.Register(call, PersonKind.Child, IdentityOnTheWire.Draft(request.Identity)).OrRefuse();
        return new RegisterChildResponse { Child = handle.Value };
    }

    public override async Task<GetChildResponse> GetChild(GetChildRequest request, ServerCallContext context)
    {
        var record = await Entrance.GetRecord(calls.Read(context), PersonKind.Child, request.Child).OrRefuse();
        return new GetChildResponse { Identity = IdentityOnTheWire.Of(record) };
    }
}
