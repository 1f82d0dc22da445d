using Grpc.Core;
using Hub.Agreements.V1;
using Hub.Contracts.Agreements;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;

namespace Hub.Gateway.Agreements;

internal sealed class AgreementsEndpoint(IGrainFactory grains, CallReader calls) : AgreementsService.AgreementsServiceBase
{
    private IAgreementEntrance Entrance => field ??= grains.GetGrain<IAgreementEntrance>(0);

    public override async Task<ProposeAgreementResponse> ProposeAgreement(ProposeAgreementRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var proposed = await Entrance.Propose(call, AgreementOnTheWire.Draft(request)).OrRefuse();
        return new ProposeAgreementResponse { AgreementId = proposed.Value };
    }

    public override async Task<SignAgreementResponse> SignAgreement(SignAgreementRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Sign(call, request.AgreementId).OrRefuse();
        return new SignAgreementResponse();
    }

    public override async Task<EndAgreementResponse> EndAgreement(EndAgreementRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.End(call, request.AgreementId, request.Because).OrRefuse();
        return new EndAgreementResponse();
    }

    public override async Task<SuspendAgreementResponse> SuspendAgreement(SuspendAgreementRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Suspend(call, request.AgreementId, request.Because).OrRefuse();
        return new SuspendAgreementResponse();
    }

    public override async Task<ResumeAgreementResponse> ResumeAgreement(ResumeAgreementRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Resume(call, request.AgreementId).OrRefuse();
        return new ResumeAgreementResponse();
    }

    public override async Task<ProposeFrameworkResponse> ProposeFramework(ProposeFrameworkRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var proposed = await Entrance.ProposeFramework(call, FrameworkOnTheWire.Draft(request)).OrRefuse();
        return new ProposeFrameworkResponse { AgreementId = proposed.Value };
    }

    public override async Task<AccedeToFrameworkResponse> AccedeToFramework(AccedeToFrameworkRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Accede(call, request.AgreementId).OrRefuse();
        return new AccedeToFrameworkResponse();
    }

    public override async Task<WithdrawFromFrameworkResponse> WithdrawFromFramework(WithdrawFromFrameworkRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Withdraw(call, request.AgreementId, request.Because).OrRefuse();
        return new WithdrawFromFrameworkResponse();
    }

    public override async Task<GetAgreementResponse> GetAgreement(GetAgreementRequest request, ServerCallContext context)
    {
        var view = await Entrance.Get(calls.Read(context), request.AgreementId).OrRefuse();
        return view.Framework is null
            ? new GetAgreementResponse { Agreement = AgreementOnTheWire.Of(view) }
            : new GetAgreementResponse { Framework = FrameworkOnTheWire.Of(view) };
    }

    public override async Task<ListAgreementsResponse> ListAgreements(ListAgreementsRequest request, ServerCallContext context)
    {
        var page = await Entrance.List(calls.Read(context), request.PageSize, request.PageToken).OrRefuse();
        return new ListAgreementsResponse { Agreements = { page.Agreements.Select(AgreementOnTheWire.Of) }, NextPageToken = page.NextPageToken };
    }

    public override async Task<ListFrameworksResponse> ListFrameworks(ListFrameworksRequest request, ServerCallContext context)
    {
        var page = await Entrance.ListFrameworks(calls.Read(context), request.PageSize, request.PageToken).OrRefuse();
        return new ListFrameworksResponse { Frameworks = { page.Agreements.Select(FrameworkOnTheWire.Of) }, NextPageToken = page.NextPageToken };
    }
}
