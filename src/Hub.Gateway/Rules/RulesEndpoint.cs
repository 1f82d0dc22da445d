using Grpc.Core;
using Hub.Contracts.Rules;
using Hub.Domain.Rules;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Rules.V1;

namespace Hub.Gateway.Rules;

internal sealed class RulesEndpoint(IGrainFactory grains, CallReader calls) : RulesService.RulesServiceBase
{
    private IRuleEntrance Entrance => field ??= grains.GetGrain<IRuleEntrance>(0);

    public override async Task<ProposeEditionResponse> ProposeEdition(ProposeEditionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var proposed = await Entrance.Propose(call, EditionOnTheWire.Command(request)).OrRefuse();
        return new ProposeEditionResponse { Proposal = proposed.Proposal };
    }

    public override async Task<WithdrawEditionResponse> WithdrawEdition(WithdrawEditionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Withdraw(call, new WithdrawEdition(request.Name, request.Because)).OrRefuse();
        return new WithdrawEditionResponse();
    }

    public override async Task<ActivateEditionResponse> ActivateEdition(ActivateEditionRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        await Entrance.Activate(call, new ActivateEdition(request.Name, request.Proposal)).OrRefuse();
        return new ActivateEditionResponse();
    }

    public override async Task<ListEditionsResponse> ListEditions(ListEditionsRequest request, ServerCallContext context)
    {
        var list = await Entrance.List(calls.Read(context)).OrRefuse();
        return new ListEditionsResponse { Editions = { list.Editions.Select(e => EditionOnTheWire.Of(e)) } };
    }

    public override async Task<GetEditionResponse> GetEdition(GetEditionRequest request, ServerCallContext context)
    {
        var view = await Entrance.Get(calls.Read(context), request.Name).OrRefuse();
        return new GetEditionResponse { Edition = EditionOnTheWire.Of(view).With(view.Edition?.Tables ?? RuleTables.BuiltIn) };
    }
}
