using Grpc.Core;
using Hub.Circles.V1;
using Hub.Contracts.Circles;
using Hub.Domain.Circles;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Wire = Hub.Circles.V1;

namespace Hub.Gateway.Circles;

internal sealed class CirclesEndpoint(IGrainFactory grains, CallReader calls) : CirclesService.CirclesServiceBase
{
    private ICircleEntrance Entrance => field ??= grains.GetGrain<ICircleEntrance>(0);

    public override async Task<AddCircleMemberResponse> AddCircleMember(AddCircleMemberRequest request, ServerCallContext context)
    {
        CallProgress.LeaveOnTheStep(context);
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Add(call, request.Person, new AddMember(request.TeamId, (int)request.Role)).OrRefuse();
        return new AddCircleMemberResponse();
    }

    public override async Task<EndCircleMemberResponse> EndCircleMember(EndCircleMemberRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.End(call, request.Person, new EndMember(request.TeamId, (int)request.Role, request.Because)).OrRefuse();
        return new EndCircleMemberResponse();
    }

    public override async Task<GetCircleResponse> GetCircle(GetCircleRequest request, ServerCallContext context)
    {
        var circle = await Entrance.Get(calls.Read(context), request.Person).OrRefuse();
        return new GetCircleResponse
        {
            Members =
            {
                circle.Members.Select(m => new Wire.CircleMember
                {
                    TeamId = m.Team.ToString(),
                    Role = (Hub.Teams.V1.Role)m.Role,
                    State = (Wire.MemberState)m.State,
                    Since = WireTime.Instant(m.Since),
                }),
            },
        };
    }
}
