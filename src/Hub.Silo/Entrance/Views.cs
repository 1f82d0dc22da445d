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
            ? new PlanReceipt("", "", [], [], "")
            : new PlanReceipt(
                handles.Plan(agency, written.Plan),
                handles.Etag(agency, written.Plan, written.Revision),
                [.. written.Elements.Select(e => handles.Element(agency, e))],
                [.. written.Uncategorised.Select(e => handles.Element(agency, e))],
                handles.Update(agency, person, written.Version));

    public static PlanView Of(HandleCodec handles, AgencyId agency, PlanSeen seen) => Of(handles, agency, seen.Plan, seen.Stale);

    private static PlanView Of(HandleCodec handles, AgencyId agency, Plan plan, ImmutableArray<ElementId> stale) => new(
        handles.Plan(agency, plan.Id),
        handles.Etag(agency, plan.Id, plan.Revision),
        plan.Type,
        plan.State,
        plan.StartsOn,
        plan.EndsOn,
        [.. plan.Elements.Select(e => new ElementView(
            handles.Element(agency, e.Id), e.Content, e.Author, e.RecordedAt, e.Origin?.Holder, stale.Contains(e.Id)))],
        plan.ChangedAt);

    public static RevisionView Of(HandleCodec handles, AgencyId agency, PlanId plan, Revision revision) => new(
        handles.Etag(agency, plan, revision.Number),
        revision.At,
        revision.Practitioner,
        revision.State,
        [.. revision.Changes.Select(c => new ChangeView(c.Act, handles.Element(agency, c.Element), c.Content))]);
}
