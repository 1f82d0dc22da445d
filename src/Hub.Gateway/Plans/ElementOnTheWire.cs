using Hub.Contracts.Plans;
using Hub.Domain.Agreements;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Gateway.Calls;
using Wire = Hub.Plans.V1;

namespace Hub.Gateway.Plans;

internal static class ElementOnTheWire
{
    public static ElementDraft Draft(Wire.PlanElementContent? sent)
        => sent is null ? new ElementDraft(0, 0, "") : new ElementDraft((int)sent.Category, (int)sent.Kind, sent.Text);

    public static OperationDraft Operation(Wire.ElementOperation sent) => sent.OperationCase switch
    {
        Wire.ElementOperation.OperationOneofCase.Add => new(ElementAct.Add, sent.ElementId, Draft(sent.Add)),
        Wire.ElementOperation.OperationOneofCase.Replace => new(ElementAct.Replace, sent.ElementId, Draft(sent.Replace.Element)),
        Wire.ElementOperation.OperationOneofCase.Remove => new(ElementAct.Remove, sent.ElementId, null),

        // None, or one that this gateway does not know yet: the entrance says so in its turn.
        _ => new(default, sent.ElementId, null),
    };

    public static Wire.PlanElement Of(ElementView element) => new()
    {
        ElementId = element.Element,
        Content = Content(element.Content),
        PractitionerId = element.Author?.Value ?? "",
        RecordedAt = WireTime.Instant(element.RecordedAt),
        HolderAgencyId = element.Holder?.Value ?? "",
        IsStale = element.IsStale,
    };

    public static Wire.ElementChange Change(ChangeView change) => new()
    {
        Act = (Wire.ElementAct)change.Act,
        ElementId = change.Element,
        Content = change.Content is { } content ? Content(content) : null,
    };

    public static Wire.PlanElementContent Content(ElementContent content) => new()
    {
        Category = (Wire.Category)(content.Category ?? default),
        Kind = (Wire.ElementKind)content.Kind,
        Text = content.Text,
    };
}
