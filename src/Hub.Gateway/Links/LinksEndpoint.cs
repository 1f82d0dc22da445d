using Grpc.Core;
using Hub.Contracts.Links;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Links.V1;
using Wire = Hub.Links.V1;

namespace Hub.Gateway.Links;

internal sealed class LinksEndpoint(IGrainFactory grains, CallReader calls) : LinksService.LinksServiceBase
{
    private ILinkEntrance Entrance => field ??= grains.GetGrain<ILinkEntrance>(0);

    public override async Task<ProposeLinkResponse> ProposeLink(ProposeLinkRequest request, ServerCallContext context)
    {
        CallProgress.LeaveOnTheStep(context);
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var draft = new LinkDraft(request.Person, request.PlanId, request.TeamId, request.OtherPerson, request.OtherTeamId);
        return new ProposeLinkResponse { LinkId = (await Entrance.Propose(call, draft).OrRefuse()).Link };
    }

    public override async Task<AcceptLinkResponse> AcceptLink(AcceptLinkRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        return new AcceptLinkResponse { LinkId = (await Entrance.Accept(call, request.Person, request.LinkId, request.PlanId).OrRefuse()).Link };
    }

    public override async Task<DeclineLinkResponse> DeclineLink(DeclineLinkRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        return new DeclineLinkResponse { LinkId = (await Entrance.Decline(call, request.Person, request.LinkId, request.Because).OrRefuse()).Link };
    }

    public override async Task<EndLinkResponse> EndLink(EndLinkRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        return new EndLinkResponse { LinkId = (await Entrance.End(call, request.Person, request.LinkId, request.Because).OrRefuse()).Link };
    }

    public override async Task<ListLinksResponse> ListLinks(ListLinksRequest request, ServerCallContext context)
    {
        var shown = await Entrance.List(calls.Read(context), request.Person).OrRefuse();
        return new ListLinksResponse
        {
            Links =
            {
                shown.Links.Select(l => new Wire.Link
                {
                    LinkId = l.Link,
                    PlanId = l.Plan,
                    TeamId = l.Team.ToString(),
                    OtherPerson = l.Other,
                    OtherTeamId = l.OtherTeam.ToString(),
                    State = (Wire.LinkState)l.State,
                    At = WireTime.Instant(l.At),
                }),
            },
        };
    }
}
