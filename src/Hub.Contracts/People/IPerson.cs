using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Contracts.People;

/// <summary>Owner of one person: identity records, plans. All writes may be repeated with their request id; TRY_AGAIN means that
/// nothing was written or that a repeat will find what was.</summary>
[GrainInterfaceType("hub.person"), Alias("hub.IPerson")]
public interface IPerson : IGrainWithStringKey
{
    /// <summary>Registers, if the record is about this person; else a value whose <see cref="Registered.IsThisPerson"/> is false.
    /// TRY_AGAIN when one of its numbers leads to somebody who is not among <paramref name="asked"/>: the owners of all candidates the
    /// caller knew of. Somebody was registered meanwhile, and may be the very person.</summary>
    [Alias("Register")]
    Task<Answer<Registered>> Register(Caller caller, RegisterPerson command, ImmutableArray<string> asked);

    /// <summary>The caller's agency's own record.</summary>
    [Alias("GetRecord")]
    Task<Answer<IdentityRecord>> GetRecord(Caller caller);

    /// <summary>Opens a plan.</summary>
    [Alias("OpenPlan")]
    Task<Answer<PlanWritten>> OpenPlan(Caller caller, OpenPlan command);

    /// <summary>Changes elements, all or none.</summary>
    [Alias("RevisePlan")]
    Task<Answer<PlanWritten>> RevisePlan(Caller caller, RevisePlan command);

    /// <summary>Ends a plan.</summary>
    [Alias("EndPlan")]
    Task<Answer<PlanWritten>> EndPlan(Caller caller, EndPlan command);

    /// <summary>A plan that the caller may see.</summary>
    [Alias("GetPlan")]
    Task<Answer<Plan>> GetPlan(Caller caller, PlanId plan);

    /// <summary>Revisions of a plan that the caller may see, newest first, those before a stream version (0 for the newest).</summary>
    [Alias("ListRevisions")]
    Task<Answer<RevisionPage>> ListRevisions(Caller caller, PlanId plan, long before, int size);
}

/// <summary>A child's owner. Key: <c>k_</c> and the person id in 32 hex digits.</summary>
[GrainInterfaceType("hub.child"), Alias("hub.IChild")]
public interface IChild : IPerson;

/// <summary>An adult's owner. Key: <c>g_</c> and the person id in 32 hex digits.</summary>
[GrainInterfaceType("hub.adult"), Alias("hub.IAdult")]
public interface IAdult : IPerson;

/// <summary>Outcome of a registration at one owner.</summary>
/// <param name="IsThisPerson">Whether the record is about this person and is now on its stream.</param>
[GenerateSerializer, Immutable, Alias("hub.Registered")]
public sealed record Registered([Id(0)] bool IsThisPerson);

/// <summary>A write to a plan as its event tells it again at every repeat: ids only.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">Its revision after the write.</param>
/// <param name="Elements">The element of each entry of the request, in order.</param>
/// <param name="Uncategorised">Those written without a category.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanWritten")]
public sealed record PlanWritten(
    [Id(0)] PlanId Plan,
    [Id(1)] int Revision,
    [Id(2)] ImmutableArray<Domain.Sharing.ElementId> Elements,
    [Id(3)] ImmutableArray<Domain.Sharing.ElementId> Uncategorised);

/// <summary>One revision of a plan.</summary>
/// <param name="Number">Its number within the plan.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Practitioner">By whom.</param>
/// <param name="State">The state the plan was left in.</param>
/// <param name="Changes">What was done to elements; at the start, each first element added.</param>
[GenerateSerializer, Immutable, Alias("hub.Revision")]
public sealed record Revision(
    [Id(0)] int Number,
    [Id(1)] Moment At,
    [Id(2)] PractitionerId? Practitioner,
    [Id(3)] PlanState State,
    [Id(4)] ImmutableArray<ElementChange> Changes);

/// <summary>Some revisions, newest first.</summary>
/// <param name="Revisions">At most as many as asked for.</param>
/// <param name="Before">Stream version to go on from, or 0 at the end. It never leaves the hub in clear.</param>
[GenerateSerializer, Immutable, Alias("hub.RevisionPage")]
public sealed record RevisionPage([Id(0)] ImmutableArray<Revision> Revisions, [Id(1)] long Before);
