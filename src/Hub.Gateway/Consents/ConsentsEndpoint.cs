using Grpc.Core;
using Hub.Consents.V1;
using Hub.Contracts.Consents;
using Hub.Contracts.People;
using Hub.Domain.Consents;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Wire = Hub.Consents.V1;

namespace Hub.Gateway.Consents;

internal sealed class ConsentsEndpoint(IGrainFactory grains, CallReader calls) : ConsentsService.ConsentsServiceBase
{
    private IConsentEntrance Entrance => field ??= grains.GetGrain<IConsentEntrance>(0);

    public override async Task<RecordConsentResponse> RecordConsent(RecordConsentRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var command = new RecordConsent((int)request.State, (int)request.GivenBy, [.. request.RecipientAgencyIds], request.Explained, request.Because);
        await Entrance.Record(call, request.Person, command).OrRefuse();
        return new RecordConsentResponse();
    }

    public override async Task<ListConsentsResponse> ListConsents(ListConsentsRequest request, ServerCallContext context)
    {
        var list = await Entrance.List(calls.Read(context), request.Person).OrRefuse();
        return new ListConsentsResponse { Consents = { list.Consents.Select(Of) } };
    }

    private static Wire.Consent Of(ConsentSeen seen) => new()
    {
        RecipientAgencyId = seen.Consent.Recipient.ToString(),
        State = (Wire.ConsentState)seen.Consent.State,
        GivenBy = (Wire.ConsentGiver)(seen.Consent.By ?? default),
        Explained = seen.Consent.Explained,
        Because = seen.Consent.Because,
        RecordedAt = WireTime.Instant(seen.Consent.At),
        AskAgainAt = seen.AskAgainAt is { } end ? WireTime.Instant(end) : null,
    };
}
