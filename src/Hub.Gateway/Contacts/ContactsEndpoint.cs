using Grpc.Core;
using Hub.Contacts.V1;
using Hub.Contracts.Contacts;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;

namespace Hub.Gateway.Contacts;

internal sealed class ContactsEndpoint(IGrainFactory grains, CallReader calls) : ContactsService.ContactsServiceBase
{
    private IContactEntrance Entrance => field ??= grains.GetGrain<IContactEntrance>(0);

    public override async Task<RequestContactResponse> RequestContact(RequestContactRequest request, ServerCallContext context)
    {
        CallProgress.LeaveOnTheStep(context);
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var receipt = await Entrance.Request(call, request.Person, request.Words).OrRefuse();
        return new RequestContactResponse { ContactId = receipt.Contact, DutyNumber = receipt.DutyNumber };
    }
}
