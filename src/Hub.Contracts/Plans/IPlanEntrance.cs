using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Contracts.Plans;

/// <summary>The way in for calls about plans; as <see cref="People.IPeopleEntrance"/>. <c>person</c>, <c>plan</c>, <c>etag</c> and
/// element references are the caller's own handles.</summary>
[GrainInterfaceType("hub.entrance.plans"), Alias("hub.IPlanEntrance")]
public interface IPlanEntrance : IGrainWithIntegerKey
{
    /// <summary>Opens a plan. Refuses as <see cref="OpenPlan"/>.</summary>
    [Alias("Open")]
    Task<Answer<PlanReceipt>> Open(Call call, string person, PlanDraft draft);

    /// <summary>Changes elements, all or none. Refuses as <see cref="RevisePlan"/>.</summary>
    [Alias("Revise")]
    Task<Answer<PlanReceipt>> Revise(Call call, PlanReference plan, ImmutableArray<OperationDraft> operations);

    /// <summary>Ends a plan. Refuses as <see cref="EndPlan"/>.</summary>
    [Alias("End")]
    Task<Answer<PlanReceipt>> End(Call call, PlanReference plan, int state, string endsOn, string because);

    /// <summary>Takes an element of a delivery into a plan as a copy. Refuses as <see cref="AdoptElement"/>.</summary>
    [Alias("Adopt")]
    Task<Answer<PlanReceipt>> Adopt(Call call, PlanReference plan, DeliveryReference delivery, string element);

    /// <summary>Leaves a stale copy as it is. Refuses as <see cref="KeepElement"/>.</summary>
    [Alias("Keep")]
    Task<Answer<PlanReceipt>> Keep(Call call, PlanReference plan, string element, DeliveryReference delivery, string because);

    /// <summary>The plan as the caller may see it.</summary>
    [Alias("Get")]
    Task<Answer<PlanView>> Get(Call call, string person, string plan);

    /// <summary>Revisions, newest first; page size 1 to 100, 0 for 50. A page token is bound to agency and plan and expires after
    /// an hour.</summary>
    [Alias("ListRevisions")]
    Task<Answer<RevisionList>> ListRevisions(Call call, string person, string plan, int size, string pageToken);
}

/// <summary>A plan as sent.</summary>
/// <param name="Type">Number of the plan type.</param>
/// <param name="StartsOn">ISO date or empty.</param>
/// <param name="EndsOn">ISO date or empty.</param>
/// <param name="Elements">First elements.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanDraft")]
public sealed record PlanDraft(
    [Id(0)] int Type,
    [Id(1)] string StartsOn,
    [Id(2)] string EndsOn,
    [Id(3)] ImmutableArray<ElementDraft> Elements);

/// <summary>A plan to be changed, by the caller's own references.</summary>
/// <param name="Person">Whose plan.</param>
/// <param name="Plan">Which plan.</param>
/// <param name="Etag">The state the caller saw.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanReference")]
public sealed record PlanReference([Id(0)] string Person, [Id(1)] string Plan, [Id(2)] string Etag);

/// <summary>A delivery to a team of the caller's agency, by the caller's own references.</summary>
/// <param name="Team">The team.</param>
/// <param name="Delivery">The delivery.</param>
[GenerateSerializer, Immutable, Alias("hub.DeliveryReference")]
public sealed record DeliveryReference([Id(0)] string Team, [Id(1)] string Delivery);

/// <summary>One element operation as sent.</summary>
/// <param name="Act">What to do; 0 when the request names none.</param>
/// <param name="Element">The element's handle; empty for an addition.</param>
/// <param name="Draft">New content; null for a removal.</param>
[GenerateSerializer, Immutable, Alias("hub.OperationDraft")]
public sealed record OperationDraft([Id(0)] ElementAct Act, [Id(1)] string Element, [Id(2)] ElementDraft? Draft);

/// <summary>A write to a plan, in the caller's own references. The same at every repeat. All empty when only validating.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Etag">The state after the write.</param>
/// <param name="Elements">The element of each entry of the request, in order.</param>
/// <param name="Uncategorised">Those written without a category: seen by the own agency only.</param>
/// <param name="Update">The write itself, to ask what became of it.</param>
/// <param name="Warned">Entries of the request that tell a protected fact; also when only validating.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanReceipt")]
public sealed record PlanReceipt(
    [Id(0)] string Plan,
    [Id(1)] string Etag,
    [Id(2)] ImmutableArray<string> Elements,
    [Id(3)] ImmutableArray<string> Uncategorised,
    [Id(4)] string Update,
    [Id(5)] ImmutableArray<int> Warned = default);

/// <summary>An element as the caller may see it.</summary>
/// <param name="Element">The caller's own handle.</param>
/// <param name="Content">What it says.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Holder">The agency whose element it is, when it is a copy.</param>
/// <param name="IsStale">Whether it is a copy whose origin has changed since.</param>
/// <param name="About">Whom it is about, in the caller's own references; null for the plan's own person.</param>
/// <param name="NeedsCategory">Whether the caller recorded it without a category: nobody but the own agency sees it.</param>
/// <param name="IsReviewDue">Whether it was to be looked at again before today.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementView")]
public sealed record ElementView(
    [Id(0)] string Element,
    [Id(1)] ElementContent Content,
    [Id(2)] PractitionerId? Author,
    [Id(3)] Moment RecordedAt,
    [Id(4)] AgencyId? Holder,
    [Id(5)] bool IsStale,
    [Id(6)] AboutDraft? About = null,
    [Id(7)] bool NeedsCategory = false,
    [Id(8)] bool IsReviewDue = false);

/// <summary>A plan as the caller may see it.</summary>
/// <param name="Plan">The caller's own handle.</param>
/// <param name="Etag">This state's etag.</param>
/// <param name="Type">Its type.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartsOn">First day, when known.</param>
/// <param name="EndsOn">Last day, once known.</param>
/// <param name="Elements">In order.</param>
/// <param name="ChangedAt">When it last changed.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanView")]
public sealed record PlanView(
    [Id(0)] string Plan,
    [Id(1)] string Etag,
    [Id(2)] PlanType Type,
    [Id(3)] PlanState State,
    [Id(4)] DateOnly? StartsOn,
    [Id(5)] DateOnly? EndsOn,
    [Id(6)] ImmutableArray<ElementView> Elements,
    [Id(7)] Moment ChangedAt);

/// <summary>One element change as the caller may see it.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Element">The caller's own handle.</param>
/// <param name="Content">Content from then on; null for a removal.</param>
/// <param name="About">Whom it is about, in the caller's own references, where it is told.</param>
[GenerateSerializer, Immutable, Alias("hub.ChangeView")]
public sealed record ChangeView([Id(0)] ElementAct Act, [Id(1)] string Element, [Id(2)] ElementContent? Content, [Id(3)] AboutDraft? About = null);

/// <summary>One revision as the caller may see it.</summary>
/// <param name="Etag">Etag of the state it led to.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Practitioner">By whom.</param>
/// <param name="State">The state the plan was left in.</param>
/// <param name="Changes">What was done to elements.</param>
[GenerateSerializer, Immutable, Alias("hub.RevisionView")]
public sealed record RevisionView(
    [Id(0)] string Etag,
    [Id(1)] Moment At,
    [Id(2)] PractitionerId? Practitioner,
    [Id(3)] PlanState State,
    [Id(4)] ImmutableArray<ChangeView> Changes);

/// <summary>A page of revisions.</summary>
/// <param name="Revisions">Newest first.</param>
/// <param name="NextPageToken">Empty at the end.</param>
[GenerateSerializer, Immutable, Alias("hub.RevisionList")]
public sealed record RevisionList([Id(0)] ImmutableArray<RevisionView> Revisions, [Id(1)] string NextPageToken);
