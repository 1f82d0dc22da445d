using Grpc.Core;
using Hub.Contracts.Restrictions;
using Hub.Domain;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Restrictions.V1;

namespace Hub.Gateway.Restrictions;

internal sealed class RestrictionsEndpoint(IGrainFactory grains, CallReader calls) : RestrictionsService.RestrictionsServiceBase
{
    private IRestrictionEntrance Entrance => field ??= grains.GetGrain<IRestrictionEntrance>(0);

    public override async Task<PlaceRestrictionResponse> PlaceRestriction(PlaceRestrictionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var placed = await Entrance.Place(call, request.Person, RestrictionOnTheWire.Read(request.Terms ?? new RestrictionTerms())).OrRefuse();
        return new PlaceRestrictionResponse { RestrictionId = placed.Value };
    }

    public override async Task<ReviewRestrictionResponse> ReviewRestriction(ReviewRestrictionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Review(call, request.Person, request.RestrictionId, request.ReviewOn).OrRefuse();
        return new ReviewRestrictionResponse();
    }

    public override async Task<LiftRestrictionResponse> LiftRestriction(LiftRestrictionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Lift(call, request.Person, request.RestrictionId, request.Because).OrRefuse();

        // What is over is in nobody's list any more, and whoever lifted it may not know the person by anything else.
        var left = await Entrance.List(calls.Read(context), request.Person);
        return left.Refusal is { Reason: not RefusalReason.NotKnown } no
            ? throw new RefusedException(no)
            : new LiftRestrictionResponse { AwaitsSecondPerson = left.Value?.Restrictions.Any(r => r.Restriction == request.RestrictionId && r.AwaitsSecondPerson) == true };
    }

    public override async Task<ListRestrictionsResponse> ListRestrictions(ListRestrictionsRequest request, ServerCallContext context)
    {
        var list = await Entrance.List(calls.Read(context), request.Person).OrRefuse();
        return new ListRestrictionsResponse { Restrictions = { list.Restrictions.Select(RestrictionOnTheWire.Of) } };
    }
}
