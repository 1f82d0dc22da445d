using Grpc.Core;
using Hub.Adoptions.V1;
using Hub.Contracts.Adoptions;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Gateway.Plans;
using Wire = Hub.Adoptions.V1;

namespace Hub.Gateway.Adoptions;

internal sealed class AdoptionsEndpoint(IGrainFactory grains, CallReader calls) : AdoptionsService.AdoptionsServiceBase
{
    private IAdoptionEntrance Entrance => field ??= grains.GetGrain<IAdoptionEntrance>(0);

    public override async Task<ProposeCrossingResponse> ProposeCrossing(ProposeCrossingRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var draft = new CrossingDraft(request.FromPerson, request.ToPerson, request.PlanId, [.. request.Elements.Select(e => ElementOnTheWire.Draft(e))]);
        var proposed = await Entrance.Propose(call, draft).OrRefuse();
        return new ProposeCrossingResponse { CrossingId = proposed.Value };
    }

    public override async Task<ConfirmCrossingResponse> ConfirmCrossing(ConfirmCrossingRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Confirm(call, request.ToPerson, request.CrossingId).OrRefuse();
        return new ConfirmCrossingResponse();
    }

    public override async Task<ListCrossingsResponse> ListCrossings(ListCrossingsRequest request, ServerCallContext context)
    {
        var list = await Entrance.List(calls.Read(context), request.ToPerson).OrRefuse();
        return new ListCrossingsResponse { Crossings = { list.Crossings.Select(Of) } };
    }

    private static Wire.Crossing Of(CrossingShown shown) => new()
    {
        CrossingId = shown.Crossing,
        PlanId = shown.Plan,
        PractitionerId = shown.By.Value,
        EndsAt = WireTime.Instant(shown.EndsAt),
        Elements = { shown.Elements.Select(e => ElementOnTheWire.Content(e)) },
    };
}
