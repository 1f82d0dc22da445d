using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Contacts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Orleans.Concurrency;

namespace Hub.Contracts.People;

/// <summary>Owner of one person: identity records, plans. All writes may be repeated with their request id; TRY_AGAIN means that
/// nothing was written or that a repeat will find what was.</summary>
[GrainInterfaceType("hub.person"), Alias("hub.IPerson")]
public partial interface IPerson : IGrainWithStringKey
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

    /// <summary>Takes a delivered element into a plan as a copy.</summary>
    [Alias("AdoptElement")]
    Task<Answer<PlanWritten>> AdoptElement(Caller caller, AdoptElement command);

    /// <summary>Leaves a stale copy as it is.</summary>
    [Alias("KeepElement")]
    Task<Answer<PlanWritten>> KeepElement(Caller caller, KeepElement command);

    /// <summary>A plan that the caller may see, without copies whose link is over. TRY_AGAIN when an origin's owner cannot answer now.</summary>
    [Alias("GetPlan")]
    Task<Answer<PlanSeen>> GetPlan(Caller caller, PlanId plan);

    /// <summary>Revisions of a plan that the caller may see, newest first, those before a stream version (0 for the newest).</summary>
    [Alias("ListRevisions")]
    Task<Answer<RevisionPage>> ListRevisions(Caller caller, PlanId plan, long before, int size);

    /// <summary>Alerts this person's circle and the teams of linked people.</summary>
    [Alias("RaiseAlert")]
    Task<Answer<AlertWritten>> RaiseAlert(Caller caller, RaiseAlert command);

    /// <summary>Whom the caller's agency's own event was told to, as far as it may know. INVALID_REFERENCE when the event is not its own.</summary>
    [Alias("Told")]
    Task<Answer<Told>> Told(Caller caller, long version);

    /// <summary>This person, if it is the one meant, with the team that leads the circle; NOT_KNOWN when not, or when there is nobody.</summary>
    [Alias("WhoLeads")]
    Task<Answer<FoundPerson>> WhoLeads(LeadQuestion question);

    /// <summary>Puts a team on this person's circle, or proposes it; the answer is the same.</summary>
    [Alias("AddMember")]
    Task<Answer<Done>> AddMember(Caller caller, AddMember command);

    /// <summary>Takes a team off this person's circle, or a proposal back.</summary>
    [Alias("EndMember")]
    Task<Answer<Done>> EndMember(Caller caller, EndMember command);

    /// <summary>The circle as the caller may see it: the lead's agency all of it, others their own part.</summary>
    [Alias("GetCircle")]
    Task<Answer<CircleView>> GetCircle(Caller caller);

    /// <summary>Makes this person's half of a link and asks the other side. The answer tells nothing of the other side.</summary>
    [Alias("ProposeLink")]
    Task<Answer<LinkWritten>> ProposeLink(Caller caller, ProposeLink command);

    /// <summary>Accepts or declines a link that <paramref name="proposer"/>'s half proposes to this person's team.</summary>
    [Alias("AnswerLink")]
    Task<Answer<LinkWritten>> AnswerLink(Caller caller, AnswerLink command, PersonKind proposerKind, PersonId proposer);

    /// <summary>Ends this person's half.</summary>
    [Alias("EndLink")]
    Task<Answer<LinkWritten>> EndLink(Caller caller, EndLink command);

    /// <summary>The caller's agency's links of this person, in order of making.</summary>
    [Alias("ListLinks")]
    Task<Answer<LinkList>> ListLinks(Caller caller);

    /// <summary>Puts on record where consent stands that the caller's agency tells others.</summary>
    [Alias("RecordConsent")]
    Task<Answer<Done>> RecordConsent(Caller caller, RecordConsent command);

    /// <summary>What the caller's agency has on record of consent.</summary>
    [Alias("ListConsents")]
    Task<Answer<ConsentList>> ListConsents(Caller caller);

    /// <summary>The other side of a link, from committed state and without waiting. TRY_AGAIN while none is in memory: ask again.</summary>
    [AlwaysInterleave, Alias("WhoHears")]
    Task<Answer<LinkedSide>> WhoHears(LinkQuestion question);

    /// <summary>Whether a team still hears of this person by the way it came, and what it may see now. Answers a verdict and never
    /// commits.</summary>
    [AlwaysInterleave, Alias("JudgeAgain")]
    Task<Answer<Again>> JudgeAgain(JudgeQuestion question);

    /// <summary>Teams that hear under this person, and one that the event of a version took off: in whose inboxes something may wait that rests on
    /// what the event took away.</summary>
    [Alias("WhoHeard")]
    Task<Answer<Heard>> WhoHeard(long version);

    /// <summary>Answers a question to the caller's team by sending, in the one commit. STATE_CONFLICT when it was answered already. That the team was
    /// asked, and the caller is of it, has been settled before.</summary>
    [Alias("SendDirected")]
    Task<Answer<DecisionWritten>> SendDirected(Caller caller, SendDirected command);

    /// <summary>Answers a question to the caller's team by not sending; as <see cref="SendDirected"/>. Nobody is told.</summary>
    [Alias("DoNotSend")]
    Task<Answer<DecisionWritten>> DoNotSend(Caller caller, DoNotSend command);

    /// <summary>Shares elements of the caller's own plan with a team that the caller picks.</summary>
    [Alias("ShareDirected")]
    Task<Answer<DecisionWritten>> ShareDirected(Caller caller, ShareDirected command);

    /// <summary>Puts on record that something is not shared. Nobody is told.</summary>
    [Alias("RecordNotShared")]
    Task<Answer<DecisionWritten>> RecordNotShared(Caller caller, RecordNotShared command);

    /// <summary>The caller's agency's own decisions about this person, newest first, those before a stream version (0 for the newest). NOT_KNOWN for
    /// who neither is of a team that works with the person nor, by <paramref name="isSafeguardingLead"/>, may read them all.</summary>
    [Alias("ListDecisions")]
    Task<Answer<DecisionPage>> ListDecisions(Caller caller, bool isSafeguardingLead, long before, int size);

    /// <summary>Says who somebody is to this person.</summary>
    [Alias("RecordRelationship")]
    Task<Answer<Done>> RecordRelationship(Caller caller, RecordRelationship command);

    /// <summary>Says that a relationship is so no more.</summary>
    [Alias("EndRelationship")]
    Task<Answer<Done>> EndRelationship(Caller caller, EndRelationship command);

    /// <summary>Releases words for somebody through the team that carries them. That nobody else hears them is so also where it gets none.</summary>
    [Alias("ReleaseWords")]
    Task<Answer<DecisionWritten>> ReleaseWords(Caller caller, ReleaseWords command);

    /// <summary>This person's relationships that the caller may see, in order of recording.</summary>
    [Alias("ListRelationships")]
    Task<Answer<RelationshipsSeen>> ListRelationships(Caller caller);

    /// <summary>Keeps something of this person from somebody.</summary>
    [Alias("PlaceRestriction")]
    Task<Answer<RestrictionWritten>> PlaceRestriction(Caller caller, PlaceRestriction command);

    /// <summary>Says that a restriction is still needed.</summary>
    [Alias("ReviewRestriction")]
    Task<Answer<Done>> ReviewRestriction(Caller caller, ReviewRestriction command);

    /// <summary>Ends a restriction.</summary>
    [Alias("LiftRestriction")]
    Task<Answer<Done>> LiftRestriction(Caller caller, LiftRestriction command);

    /// <summary>The restrictions that the caller answers for, in order of placing.</summary>
    [Alias("ListRestrictions")]
    Task<Answer<RestrictionsGuarded>> ListRestrictions(Caller caller);

    /// <summary>Asks that somebody who may know rings back; open to who is shut out too.</summary>
    [Alias("RequestContact")]
    Task<Answer<Done>> RequestContact(Caller caller, RequestContact command);

    /// <summary>Takes the state into memory.</summary>
    [OneWay, Alias("Wake")]
    Task Wake();
}

/// <summary>A child's owner. Key: <c>k_</c> and the person id in 32 hex digits.</summary>
[GrainInterfaceType("hub.child"), Alias("hub.IChild")]
public interface IChild : IPerson;

/// <summary>An adult's owner. Key: <c>g_</c> and the person id in 32 hex digits.</summary>
[GrainInterfaceType("hub.adult"), Alias("hub.IAdult")]
public interface IAdult : IPerson;

/// <summary>What an inbox asks about a delivery whose verdict has lost its ground.</summary>
/// <param name="Team">The recipient.</param>
/// <param name="Subject">The person it is filed under.</param>
/// <param name="Holder">Whose information it is.</param>
/// <param name="Plan">The plan it is about, if any.</param>
/// <param name="Link">The link it is about, if any.</param>
/// <param name="Elements">Elements of that plan which it shows.</param>
/// <param name="By">Who made the change it tells of; null when that was nobody.</param>
/// <param name="Asks">What it asks, when it asks the holder's own team to decide.</param>
/// <param name="Directed">What it shows, when a named person sent it.</param>
/// <param name="Marks">What it shows of elements, without their text.</param>
/// <param name="Words">For whom, when it carries released words.</param>
/// <param name="Review">What it asks to be looked at, when it is for a restriction's guardian.</param>
/// <param name="Instead">The team that would have heard, where another one hears in its place.</param>
/// <param name="IsRestricted">Whether it is at a restricted inbox, where each reader is decided by name.</param>
/// <param name="UnderConsent">Whether those words stand while the person consents that they are told.</param>
/// <param name="Contact">Whether somebody asks by it to be rung back.</param>
[GenerateSerializer, Immutable, Alias("hub.JudgeQuestion")]
public sealed record JudgeQuestion(
    [Id(0)] TeamId Team, [Id(1)] PersonId Subject, [Id(2)] AgencyId Holder, [Id(3)] PlanId? Plan, [Id(4)] LinkId? Link, [Id(5)] ImmutableArray<ElementId> Elements,
    [Id(6)] PractitionerId? By = null, [Id(7)] AskedDecision? Asks = null, [Id(8)] DirectedShown? Directed = null, [Id(9)] ImmutableArray<WrittenElement> Marks = default,
    [Id(10)] RelationshipId? Words = null, [Id(11)] ReviewShown? Review = null, [Id(12)] TeamId? Instead = null,
    [Id(13)] bool IsRestricted = false, [Id(14)] bool UnderConsent = false, [Id(15)] bool Contact = false);

/// <summary>What a restriction's guardian was told.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="ReviewOn">The last day by which it was to be looked at.</param>
[GenerateSerializer, Immutable, Alias("hub.ReviewShown")]
public sealed record ReviewShown([Id(0)] RestrictionId Restriction, [Id(1)] DateOnly ReviewOn);

/// <summary>What a delivery shows that a named person of the holder sent.</summary>
/// <param name="Categories">All that it shows.</param>
/// <param name="Standing">Its elements that must still stand in their plan, each under this category.</param>
[GenerateSerializer, Immutable, Alias("hub.DirectedShown")]
public sealed record DirectedShown([Id(0)] CategorySet Categories, [Id(1)] ImmutableArray<TaggedElement> Standing);

/// <summary>An element and what it was shown as.</summary>
/// <param name="Element">The element.</param>
/// <param name="Category">Its category then.</param>
[GenerateSerializer, Immutable, Alias("hub.TaggedElement")]
public sealed record TaggedElement([Id(0)] ElementId Element, [Id(1)] Category? Category);

/// <summary>Teams that hear under a person.</summary>
/// <param name="Teams">Each once.</param>
[GenerateSerializer, Immutable, Alias("hub.Heard")]
public sealed record Heard([Id(0)] ImmutableArray<TeamId> Teams);

/// <summary>A plan with what is known of its copies.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Stale">Copies whose origin has changed or is gone.</param>
/// <param name="ReviewDue">Elements that were to be looked at again before today.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanSeen")]
public sealed record PlanSeen([Id(0)] Plan Plan, [Id(1)] ImmutableArray<ElementId> Stale, [Id(2)] ImmutableArray<ElementId> ReviewDue = default);

/// <summary>What is asked when a concern may be about this person.</summary>
/// <param name="Asker">The agency that tells.</param>
/// <param name="Record">What it tells of the person's identity; null when this very person is meant.</param>
[GenerateSerializer, Immutable, Alias("hub.LeadQuestion")]
public sealed record LeadQuestion([Id(0)] AgencyId Asker, [Id(1)] IdentityRecord? Record);

/// <summary>A decision as its event tells it again at every repeat.</summary>
/// <param name="Version">The event; 0 when only validating. It never leaves the hub in clear.</param>
[GenerateSerializer, Immutable, Alias("hub.DecisionWritten")]
public sealed record DecisionWritten([Id(0)] long Version);

/// <summary>One decision of a named person.</summary>
/// <param name="At">When.</param>
/// <param name="Practitioner">By whom.</param>
/// <param name="Recipient">The team it is about; null for none in particular.</param>
/// <param name="Plan">The plan it is about; null for none.</param>
/// <param name="Type">The alert type that was told; empty when nothing was shared.</param>
/// <param name="Elements">What was shared.</param>
/// <param name="About">Elements that were not shared.</param>
/// <param name="Shared">Why it was shared; null when it was not.</param>
/// <param name="NotShared">Why it was not; null when it was.</param>
[GenerateSerializer, Immutable, Alias("hub.DecisionMade")]
public sealed record DecisionMade(
    [Id(0)] Moment At,
    [Id(1)] PractitionerId? Practitioner,
    [Id(2)] TeamId? Recipient,
    [Id(3)] PlanId? Plan,
    [Id(4)] string Type,
    [Id(5)] ImmutableArray<WrittenElement> Elements,
    [Id(6)] ImmutableArray<ElementId> About,
    [Id(7)] Justification? Shared,
    [Id(8)] NotSharedBecause? NotShared)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(DecisionMade);
}

/// <summary>Some decisions, newest first.</summary>
/// <param name="Decisions">At most as many as asked for.</param>
/// <param name="Before">Stream version to go on from, or 0 at the end. It never leaves the hub in clear.</param>
[GenerateSerializer, Immutable, Alias("hub.DecisionPage")]
public sealed record DecisionPage([Id(0)] ImmutableArray<DecisionMade> Decisions, [Id(1)] long Before);

/// <summary>An alert as its event tells it again at every repeat: ids only.</summary>
/// <param name="Elements">The element of each entry of the request, in order.</param>
/// <param name="Uncategorised">Those written without a category.</param>
/// <param name="Version">The event; 0 when only validating. It never leaves the hub in clear.</param>
/// <param name="Warned">Entries of the request that tell a protected fact which the caller's agency may know.</param>
[GenerateSerializer, Immutable, Alias("hub.AlertWritten")]
public sealed record AlertWritten(
    [Id(0)] ImmutableArray<ElementId> Elements, [Id(1)] ImmutableArray<ElementId> Uncategorised, [Id(2)] long Version, [Id(3)] ImmutableArray<int> Warned = default);

/// <summary>A restriction as its event tells it again at every repeat.</summary>
/// <param name="Restriction">The restriction; the default when only validating.</param>
[GenerateSerializer, Immutable, Alias("hub.RestrictionWritten")]
public sealed record RestrictionWritten([Id(0)] RestrictionId Restriction);

/// <summary>Restrictions that somebody answers for.</summary>
/// <param name="Restrictions">In order of placing.</param>
[GenerateSerializer, Immutable, Alias("hub.RestrictionsGuarded")]
public sealed record RestrictionsGuarded([Id(0)] ImmutableArray<Restriction> Restrictions);

/// <summary>A circle as its caller may see it.</summary>
/// <param name="Members">In order of adding; proposals among them.</param>
[GenerateSerializer, Immutable, Alias("hub.CircleView")]
public sealed record CircleView([Id(0)] ImmutableArray<CircleMember> Members);

/// <summary>A person's relationships as the caller may see them.</summary>
/// <param name="Relationships">In order of recording.</param>
[GenerateSerializer, Immutable, Alias("hub.RelationshipsSeen")]
public sealed record RelationshipsSeen([Id(0)] ImmutableArray<Relationship> Relationships);

/// <summary>A write to a link as its event tells it again at every repeat.</summary>
/// <param name="Link">The link; the default when only validating.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkWritten")]
public sealed record LinkWritten([Id(0)] LinkId Link);

/// <summary>Links of one person.</summary>
/// <param name="Links">In order of making.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkList")]
public sealed record LinkList([Id(0)] ImmutableArray<LinkStanding> Links);

/// <summary>One link as its own side may know it.</summary>
/// <param name="Half">The own half.</param>
/// <param name="State">Where the link stands.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkStanding")]
public sealed record LinkStanding([Id(0)] LinkHalf Half, [Id(1)] LinkState State);

/// <summary>Outcome of a registration at one owner.</summary>
/// <param name="IsThisPerson">Whether the record is about this person and is now on its stream.</param>
[GenerateSerializer, Immutable, Alias("hub.Registered")]
public sealed record Registered([Id(0)] bool IsThisPerson);

/// <summary>A write to a plan as its event tells it again at every repeat: ids only.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">Its revision after the write.</param>
/// <param name="Elements">The element of each entry of the request, in order.</param>
/// <param name="Uncategorised">Those written without a category.</param>
/// <param name="Version">The event; 0 when only validating. It never leaves the hub in clear.</param>
/// <param name="Warned">Entries of the request that tell a protected fact which the caller's agency may know.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanWritten")]
public sealed record PlanWritten(
    [Id(0)] PlanId Plan,
    [Id(1)] int Revision,
    [Id(2)] ImmutableArray<Domain.Sharing.ElementId> Elements,
    [Id(3)] ImmutableArray<Domain.Sharing.ElementId> Uncategorised,
    [Id(4)] long Version,
    [Id(5)] ImmutableArray<int> Warned = default);

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
