using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Faults.Load;

/// <summary>What a team sees of a write to a plan: as it must be by the agreement, and as it was delivered.</summary>
internal sealed record Seen(string Holder, string Type, PlanState State, string Changes, bool NamesPlan)
{
    private const string RecordUpdated = "record.updated";

    /// <summary>Null when nothing of it may be seen.</summary>
    public static Seen? Of(KnownPlan plan, KnownRevision revision, Partner partner)
    {
        var changes = revision.Changes.Where(c => partner.Sees(c.Category)).ToList();
        var type = revision == plan.Revisions[0] ? "plan.started" : revision.State == PlanState.Active ? "plan.changed" : "plan.ended";
        var seesPlans = partner.Sees(Category.PlanTypeAndDates);
        return changes.Count > 0 || (seesPlans && type != "plan.changed")
            ? new Seen(
                plan.Holder, seesPlans ? type : RecordUpdated, seesPlans ? revision.State : PlanState.Unspecified,
                Lines(changes.Select(c => (c.Act, c.Category, c.Text))), NamesPlan: true)
            : null;
    }

    public static Seen Of(Delivery delivery) => new(
        delivery.HolderAgencyId, delivery.Type, delivery.PlanState,
        Lines(delivery.Elements.Select(e => (e.Act, e.Content?.Category ?? default, e.Content?.Text ?? ""))), delivery.PlanId.Length > 0);

    private static string Lines(IEnumerable<(ElementAct Act, Category Category, string Text)> changes)
        => string.Join('\n', changes.Select(c => $"{c.Act} {c.Category} {c.Text.TrimEnd('.')}{c.Text.Length}"));
}
