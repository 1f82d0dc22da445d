using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Contracts.Deciding;

/// <summary>The way in for decisions of named persons about recipients. A stateless worker, key 0: a practitioner must be named. <c>delivery</c>,
/// <c>person</c> and element references are the caller's own handles.</summary>
[GrainInterfaceType("hub.entrance.decisions"), Alias("hub.IDecisionEntrance")]
public interface IDecisionEntrance : IGrainWithIntegerKey
{
    /// <summary>Answers a question to a team by sending. Refuses as <see cref="Hub.Domain.Deciding.SendDirected"/>.</summary>
    [Alias("SendDirected")]
    Task<Answer<DecisionReceipt>> SendDirected(Call call, ItemReference item, ImmutableArray<string> elements, JustificationDraft why);

    /// <summary>Answers a question to a team by not sending. Refuses as <see cref="Hub.Domain.Deciding.DoNotSend"/>.</summary>
    [Alias("DoNotSend")]
    Task<Answer<DecisionReceipt>> DoNotSend(Call call, ItemReference item, NotSharedDraft why);

    /// <summary>Shares elements of an own plan with a team that the caller picks. Refuses as <see cref="Hub.Domain.Deciding.ShareDirected"/>.</summary>
    [Alias("ShareDirected")]
    Task<Answer<DecisionReceipt>> ShareDirected(Call call, PlanElements what, string recipient, int severity, JustificationDraft why);

    /// <summary>Puts on record that something is not shared. Refuses as <see cref="Hub.Domain.Deciding.RecordNotShared"/>.</summary>
    [Alias("RecordNotShared")]
    Task<Answer<DecisionReceipt>> RecordNotShared(Call call, PlanElements what, string recipient, NotSharedDraft why);

    /// <summary>The caller's agency's own decisions about a person, newest first; page size 1 to 100, 0 for 50.</summary>
    [Alias("List")]
    Task<Answer<DecisionList>> List(Call call, string person, int size, string pageToken);
}

/// <summary>A delivery that asks for a decision.</summary>
/// <param name="Team">The team that was asked, as agency/team.</param>
/// <param name="Delivery">The delivery.</param>
[GenerateSerializer, Immutable, Alias("hub.ItemReference")]
public sealed record ItemReference([Id(0)] string Team, [Id(1)] string Delivery);

/// <summary>A decision in the caller's own references.</summary>
/// <param name="Update">By which its progress is told; empty when only validating.</param>
/// <param name="Kind">Whether it is about a child or an adult.</param>
/// <param name="Person">The person.</param>
[GenerateSerializer, Immutable, Alias("hub.DecisionReceipt")]
public sealed record DecisionReceipt([Id(0)] string Update, [Id(1)] PersonKind Kind, [Id(2)] string Person);

/// <summary>Elements of an own plan, by the caller's own references.</summary>
/// <param name="Person">The person.</param>
/// <param name="Plan">The plan; empty for none.</param>
/// <param name="Elements">Which of its elements.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanElements")]
public sealed record PlanElements([Id(0)] string Person, [Id(1)] string Plan, [Id(2)] ImmutableArray<string> Elements);

/// <summary>A decision in the caller's own references.</summary>
/// <param name="At">When.</param>
/// <param name="Practitioner">By whom.</param>
/// <param name="Recipient">The team it is about.</param>
/// <param name="Plan">The plan it is about; empty for none.</param>
/// <param name="Type">The alert type that was told; empty when nothing was shared.</param>
/// <param name="Elements">What was shared, or the references of what was not.</param>
/// <param name="Shared">Why it was shared.</param>
/// <param name="NotShared">Why it was not.</param>
[GenerateSerializer, Immutable, Alias("hub.DecisionView")]
public sealed record DecisionView(
    [Id(0)] Moment At,
    [Id(1)] PractitionerId? Practitioner,
    [Id(2)] TeamId? Recipient,
    [Id(3)] string Plan,
    [Id(4)] string Type,
    [Id(5)] ImmutableArray<DecidedElement> Elements,
    [Id(6)] Justification? Shared,
    [Id(7)] NotSharedBecause? NotShared)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(DecisionView);
}

/// <summary>An element that a decision is about.</summary>
/// <param name="Element">The caller's own reference.</param>
/// <param name="Content">As it was sent; null when it was not.</param>
[GenerateSerializer, Immutable, Alias("hub.DecidedElement")]
public sealed record DecidedElement([Id(0)] string Element, [Id(1)] ElementContent? Content);

/// <summary>Some decisions, newest first.</summary>
/// <param name="Decisions">At most as many as asked for.</param>
/// <param name="NextPageToken">Empty at the end.</param>
[GenerateSerializer, Immutable, Alias("hub.DecisionList")]
public sealed record DecisionList([Id(0)] ImmutableArray<DecisionView> Decisions, [Id(1)] string NextPageToken);
