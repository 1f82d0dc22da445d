using System.Collections.Immutable;
using Hub.Contracts.People;
using Hub.Contracts.Plans;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Silo.Handles;

namespace Hub.Silo.Entrance;

/// <summary>Turns ids into the caller's own references.</summary>
internal static class Views
{
    public static PlanReceipt Of(HandleCodec handles, AgencyId agency, PersonId person, PlanWritten written)
        => written.Revision == 0
            ? new PlanReceipt("", "", [], [], "", written.Warned)
            : new PlanReceipt(
                handles.Plan(agency, written.Plan),
                handles.Etag(agency, written.Plan, written.Revision),
                [.. written.Elements.Select(e => handles.Element(agency, e))],
                [.. written.Uncategorised.Select(e => handles.Element(agency, e))],
                handles.Update(agency, person, written.Version),
                written.Warned);

    public static PlanView Of(HandleCodec handles, Caller caller, PlanSeen seen)
        => Of(handles, caller, seen.Plan, seen.Stale, seen.ReviewDue.IsDefault ? [] : seen.ReviewDue);

    private static PlanView Of(HandleCodec handles, Caller caller, Plan plan, ImmutableArray<ElementId> stale, ImmutableArray<ElementId> due) => new(
        handles.Plan(caller.Agency, plan.Id),
        handles.Etag(caller.Agency, plan.Id, plan.Revision),
        plan.Type,
        plan.State,
        plan.StartsOn,
        plan.EndsOn,
        [.. plan.Elements.Select(e => new ElementView(
            handles.Element(caller.Agency, e.Id), e.Content with { About = null }, e.Author, e.RecordedAt, e.Origin?.Holder, stale.Contains(e.Id),
            e.Origin is null ? AboutReferences.Of(handles, caller.Agency, e.Content.About) : null,
            e.Content.Category is null && caller.Holds(by => e.Author == by), due.Contains(e.Id)))],
        plan.ChangedAt);

    public static RevisionView Of(HandleCodec handles, AgencyId agency, PlanId plan, Revision revision) => new(
        handles.Etag(agency, plan, revision.Number),
        revision.At,
        revision.Practitioner,
        revision.State,
        [.. revision.Changes.Select(c => Of(handles, agency, c, showsAbout: true))]);

    /// <summary>A change as an agency sees it; whom it is about is told in its own references, or not at all.</summary>
    public static ChangeView Of(HandleCodec handles, AgencyId agency, ElementChange change, bool showsAbout) => new(
        change.Act, handles.Element(agency, change.Element), change.Content is { } content ? content with { About = null } : null,
        showsAbout ? AboutReferences.Of(handles, agency, change.Content?.About) : null);
}
