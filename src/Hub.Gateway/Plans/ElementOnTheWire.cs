using System.Collections.Immutable;
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
        => sent is null ? new ElementDraft(0, 0, "") : new ElementDraft((int)sent.Category, (int)sent.Kind, sent.Text, Draft(sent.About), Draft(sent.Handling));

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
        Content = Content(element.Content, element.About),
        PractitionerId = element.Author?.Value ?? "",
        RecordedAt = WireTime.Instant(element.RecordedAt),
        HolderAgencyId = element.Holder?.Value ?? "",
        IsStale = element.IsStale,
        NeedsCategory = element.NeedsCategory,
        IsReviewDue = element.IsReviewDue,
    };

    public static Wire.ElementChange Change(ChangeView change) => new()
    {
        Act = (Wire.ElementAct)change.Act,
        ElementId = change.Element,
        Content = change.Content is { } content ? Content(content, change.About) : null,
    };

    public static Wire.PlanElementContent Content(ElementContent content, AboutDraft? about = null) => new()
    {
        Category = (Wire.Category)(content.Category ?? default),
        Kind = (Wire.ElementKind)content.Kind,
        Text = content.Text,
        About = about is null
            ? null
            : new Wire.ElementAbout
            {
                AboutPerson = about.Subject,
                AboutRelationshipIds = { about.Persons },
                CauseIsUnknown = about.CauseUnknown,
                CauseRelationshipIds = { about.Causes },
            },
        Handling = content.Handling is { } handling ? Handling(handling) : null,
    };

    public static IEnumerable<Wire.QualityWarning> Warnings(ImmutableArray<int> warned)
        => (warned.IsDefault ? [] : warned).Select(i => new Wire.QualityWarning { Index = i, Reason = Wire.WarningReason.ProtectedFact });

    private static Wire.ElementHandling Handling(ElementHandling handling)
    {
        var shown = new Wire.ElementHandling { ReviewBy = WireTime.Date(handling.ReviewBy) };
        if (handling.ShowToSubject is { } subject)
        {
            shown.ShowToSubject = subject;
        }

        if (handling.ShowToProxy is { } proxy)
        {
            shown.ShowToProxy = proxy;
        }

        if (handling.Onward is { } onward)
        {
            shown.Onward = onward;
        }

        return shown;
    }

    private static HandlingDraft? Draft(Wire.ElementHandling? sent)
        => sent is null
            ? null
            : new HandlingDraft(
                sent.HasShowToSubject ? sent.ShowToSubject : null, sent.HasShowToProxy ? sent.ShowToProxy : null, sent.HasOnward ? sent.Onward : null, sent.ReviewBy);

    private static AboutDraft? Draft(Wire.ElementAbout? sent)
        => sent is null ? null : new AboutDraft(sent.AboutPerson, [.. sent.AboutRelationshipIds], sent.CauseIsUnknown, [.. sent.CauseRelationshipIds]);
}
