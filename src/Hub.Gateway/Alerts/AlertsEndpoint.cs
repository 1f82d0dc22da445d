using Grpc.Core;
using Hub.Alerts.V1;
using Hub.Contracts.Alerts;
using Hub.Domain;
using Hub.Domain.Alerts;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Gateway.People;
using Hub.Gateway.Plans;

namespace Hub.Gateway.Alerts;

internal sealed class AlertsEndpoint(IGrainFactory grains, CallReader calls) : AlertsService.AlertsServiceBase
{
    private IAlertEntrance Entrance => field ??= grains.GetGrain<IAlertEntrance>(0);

    public override async Task<RaiseAlertResponse> RaiseAlert(RaiseAlertRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var draft = new AlertDraft((int)request.Type, (int)request.Severity, request.PlanId, [.. request.Elements.Select(ElementOnTheWire.Draft)]);
        var receipt = await Entrance.Raise(call, request.Person, draft).OrRefuse();
        return new RaiseAlertResponse
        {
            ElementIds = { receipt.Elements },
            UncategorisedElementIds = { receipt.Uncategorised },
            UpdateId = receipt.Update,
            Warnings = { ElementOnTheWire.Warnings(receipt.Warned) },
        };
    }

    public override async Task<RaiseConcernResponse> RaiseConcern(RaiseConcernRequest request, ServerCallContext context)
    {
        CallProgress.LeaveOnTheStep(context);
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var draft = new ConcernDraft(
            request.Person,
            IdentityOnTheWire.Draft(request.Identity),
            request.Description,
            (int)request.Severity,
            [.. request.Elements.Select(ElementOnTheWire.Draft)],
            request.PlaceAgencyId);
        var receipt = await Entrance.RaiseConcern(call, draft).OrRefuse();
        return new RaiseConcernResponse { ConcernId = receipt.Concern, DutyNumber = receipt.DutyNumber };
    }

    public override async Task<GetProgressResponse> GetProgress(GetProgressRequest request, ServerCallContext context)
    {
        var call = calls.Read(context);
        if (request.ConcernId.Length > 0 == request.Person.Length + request.UpdateId.Length > 0)
        {
            throw new RefusedException(Refusal.About(RefusalReason.InvalidField, "concern_id", "either it, or person and update_id, must be given"));
        }

        var report = await (request.ConcernId.Length > 0
            ? Entrance.ProgressOfConcern(call, request.ConcernId)
            : Entrance.ProgressOfUpdate(call, request.Person, request.UpdateId)).OrRefuse();
        return new GetProgressResponse
        {
            Progress = ProgressOnTheWire.Of(report.Overall),
            Teams = { report.Teams.Select(ProgressOnTheWire.Of) },
        };
    }
}
