using Grpc.Core;
using Hub.Contracts.Relationships;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Relationships.V1;

namespace Hub.Gateway.Relationships;

internal sealed class RelationshipsEndpoint(IGrainFactory grains, CallReader calls) : RelationshipsService.RelationshipsServiceBase
{
    private IRelationshipEntrance Entrance => field ??= grains.GetGrain<IRelationshipEntrance>(0);

    public override async Task<RecordRelationshipResponse> RecordRelationship(RecordRelationshipRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var handle = await Entrance.Record(call, request.Person, request.RelationshipId, RelationshipOnTheWire.Draft(request.Relationship)).OrRefuse();
        return new RecordRelationshipResponse { RelationshipId = handle.Value };
    }

    public override async Task<EndRelationshipResponse> EndRelationship(EndRelationshipRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.End(call, request.Person, request.RelationshipId, request.Because).OrRefuse();
        return new EndRelationshipResponse();
    }

    public override async Task<ReleaseWordsResponse> ReleaseWords(ReleaseWordsRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Release(call, request.Person, request.RelationshipId, request.Words, request.TelephoneNumber).OrRefuse();
        return new ReleaseWordsResponse();
    }

    public override async Task<ListRelationshipsResponse> ListRelationships(ListRelationshipsRequest request, ServerCallContext context)
    {
        var list = await Entrance.List(calls.Read(context), request.Person).OrRefuse();
        return new ListRelationshipsResponse { Relationships = { list.Relationships.Select(RelationshipOnTheWire.Of) } };
    }
}
