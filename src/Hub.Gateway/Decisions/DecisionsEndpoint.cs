using Grpc.Core;
using Hub.Contracts.Deciding;
using Hub.Decisions.V1;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Wire = Hub.Decisions.V1;

namespace Hub.Gateway.Decisions;

internal sealed class DecisionsEndpoint(IGrainFactory grains, CallReader calls) : DecisionsService.DecisionsServiceBase
{
    private IDecisionEntrance Entrance => field ??= grains.GetGrain<IDecisionEntrance>(0);

    public override async Task<SendDirectedResponse> SendDirected(SendDirectedRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var item = new ItemReference(request.TeamId, request.DeliveryId);
        var sent = await Entrance.SendDirected(call, item, [.. request.ElementIds], Of(request.Justification)).OrRefuse();
        return new SendDirectedResponse
        {
            UpdateId = sent.Update,
            Child = sent.Kind == PersonKind.Child ? sent.Person : "",
            Adult = sent.Kind == PersonKind.Adult ? sent.Person : "",
        };
    }

    public override async Task<DoNotSendResponse> DoNotSend(DoNotSendRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.DoNotSend(call, new ItemReference(request.TeamId, request.DeliveryId), Of(request.Reason)).OrRefuse();
        return new DoNotSendResponse();
    }

    public override async Task<ShareDirectedResponse> ShareDirected(ShareDirectedRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var what = new PlanElements(request.Person, request.PlanId, [.. request.ElementIds]);
        var sent = await Entrance.ShareDirected(call, what, request.RecipientTeamId, (int)request.Severity, Of(request.Justification)).OrRefuse();
        return new ShareDirectedResponse { UpdateId = sent.Update };
    }

    public override async Task<RecordNotSharedResponse> RecordNotShared(RecordNotSharedRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var what = new PlanElements(request.Person, request.PlanId, [.. request.ElementIds]);
        await Entrance.RecordNotShared(call, what, request.RecipientTeamId, Of(request.Reason)).OrRefuse();
        return new RecordNotSharedResponse();
    }

    public override async Task<ListDecisionsResponse> ListDecisions(ListDecisionsRequest request, ServerCallContext context)
    {
        var page = await Entrance.List(calls.Read(context), request.Person, request.PageSize, request.PageToken).OrRefuse();
        return new ListDecisionsResponse { Decisions = { page.Decisions.Select(DecisionOnTheWire.Of) }, NextPageToken = page.NextPageToken };
    }

    private static JustificationDraft Of(Wire.Justification? said)
        => new((int)(said?.Ground ?? default), said?.Need ?? "", said?.DetrimentTest ?? "", (int)(said?.LawfulBasis ?? default), (int)(said?.ConfidentialityBasis ?? default));

    private static NotSharedDraft Of(Wire.NotSharedReason? said)
        => new(said?.Because ?? "", said?.DetrimentTest ?? "", said?.Adviser ?? "", said?.ReviewOn ?? "");
}
