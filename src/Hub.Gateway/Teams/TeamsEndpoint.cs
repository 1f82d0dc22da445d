using Grpc.Core;
using Hub.Contracts.Teams;
using Hub.Domain.Teams;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Teams.V1;
using Wire = Hub.Teams.V1;

namespace Hub.Gateway.Teams;

internal sealed class TeamsEndpoint(IGrainFactory grains, CallReader calls) : TeamsService.TeamsServiceBase
{
    private ITeamEntrance Entrance => field ??= grains.GetGrain<ITeamEntrance>(0);

    public override async Task<OpenTeamResponse> OpenTeam(OpenTeamRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Open(call, request.TeamId, new OpenTeam(request.Name, request.DutyNumber)).OrRefuse();
        return new OpenTeamResponse();
    }

    public override async Task<AssignRoleResponse> AssignRole(AssignRoleRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.AssignRole(call, request.TeamId, new AssignRole(request.PractitionerId, (int)request.Role)).OrRefuse();
        return new AssignRoleResponse();
    }

    public override async Task<EndRoleResponse> EndRole(EndRoleRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.EndRole(call, request.TeamId, new EndRole(request.PractitionerId, (int)request.Role, request.Because)).OrRefuse();
        return new EndRoleResponse();
    }

    public override async Task<GetTeamResponse> GetTeam(GetTeamRequest request, ServerCallContext context)
    {
        var team = await Entrance.Get(calls.Read(context), request.TeamId).OrRefuse();
        return new GetTeamResponse
        {
            Name = team.Profile.Name,
            DutyNumber = team.Profile.DutyNumber,
            Holders = { team.Holders.Select(h => new Wire.RoleHolder { PractitionerId = h.Practitioner.Value, Role = (Wire.Role)h.Role }) },
        };
    }
}
