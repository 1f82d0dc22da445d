using Grpc.Core;
using Hub.Contracts.Plans;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Plans.V1;

namespace Hub.Gateway.Plans;

internal sealed class PlansEndpoint(IGrainFactory grains, CallReader calls) : PlansService.PlansServiceBase
{
    private IPlanEntrance Entrance => field ??= grains.GetGrain<IPlanEntrance>(0);

    public override async Task<OpenPlanResponse> OpenPlan(OpenPlanRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var receipt = await Entrance.Open(call, request.Person, PlanOnTheWire.Draft(request.Plan)).OrRefuse();
        return new OpenPlanResponse
        {
            PlanId = receipt.Plan,
            Etag = receipt.Etag,
            ElementIds = { receipt.Elements },
            UncategorisedElementIds = { receipt.Uncategorised },
            UpdateId = receipt.Update,
            Warnings = { ElementOnTheWire.Warnings(receipt.Warned) },
        };
    }

    public override async Task<RevisePlanResponse> RevisePlan(RevisePlanRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var plan = new PlanReference(request.Person, request.PlanId, request.Etag);
        var receipt = await Entrance.Revise(call, plan, [.. request.Operations.Select(ElementOnTheWire.Operation)]).OrRefuse();
        return new RevisePlanResponse
        {
            PlanId = receipt.Plan,
            Etag = receipt.Etag,
            ElementIds = { receipt.Elements },
            UncategorisedElementIds = { receipt.Uncategorised },
            UpdateId = receipt.Update,
            Warnings = { ElementOnTheWire.Warnings(receipt.Warned) },
        };
    }

    public override async Task<EndPlanResponse> EndPlan(EndPlanRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var plan = new PlanReference(request.Person, request.PlanId, request.Etag);
        var receipt = await Entrance.End(call, plan, (int)request.State, request.EndsOn, request.Because).OrRefuse();
        return new EndPlanResponse { PlanId = receipt.Plan, Etag = receipt.Etag, UpdateId = receipt.Update };
    }

    public override async Task<AdoptElementResponse> AdoptElement(AdoptElementRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var plan = new PlanReference(request.Person, request.PlanId, request.Etag);
        var receipt = await Entrance.Adopt(call, plan, new DeliveryReference(request.TeamId, request.DeliveryId), request.ElementId).OrRefuse();
        return new AdoptElementResponse { PlanId = receipt.Plan, Etag = receipt.Etag, ElementId = receipt.Elements.FirstOrDefault() ?? "" };
    }

    public override async Task<KeepElementResponse> KeepElement(KeepElementRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var plan = new PlanReference(request.Person, request.PlanId, request.Etag);
        var delivery = new DeliveryReference(request.TeamId, request.DeliveryId);
        var receipt = await Entrance.Keep(call, plan, request.ElementId, delivery, request.Because).OrRefuse();
        return new KeepElementResponse { PlanId = receipt.Plan, Etag = receipt.Etag };
    }

    public override async Task<GetPlanResponse> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        var plan = await Entrance.Get(calls.Read(context), request.Person, request.PlanId).OrRefuse();
        return new GetPlanResponse { Plan = PlanOnTheWire.Of(plan) };
    }

    public override async Task<ListPlanRevisionsResponse> ListPlanRevisions(ListPlanRevisionsRequest request, ServerCallContext context)
    {
        var call = calls.Read(context);
        var page = await Entrance.ListRevisions(call, request.Person, request.PlanId, request.PageSize, request.PageToken).OrRefuse();
        return new ListPlanRevisionsResponse
        {
            Revisions = { page.Revisions.Select(PlanOnTheWire.Revision) },
            NextPageToken = page.NextPageToken,
        };
    }
}
