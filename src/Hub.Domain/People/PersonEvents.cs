using System.Text.Json.Serialization;
using Hub.Domain.Adoptions;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Contacts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.SafetyPlans;

namespace Hub.Domain.People;

/// <summary>The events of a person's stream, by stored name.</summary>
public static class PersonEvents
{
    private static readonly EventType ChildRegistered = new("child.registered", 1, PersonJson.Default.PersonRegistered);
    private static readonly EventType AdultRegistered = new("adult.registered", 1, PersonJson.Default.PersonRegistered);
    private static readonly EventType PlanStartedType = new("plan.started", 1, PersonJson.Default.PlanStarted);
    private static readonly EventType PlanChangedType = new("plan.changed", 1, PersonJson.Default.PlanChanged);
    private static readonly EventType PlanEndedType = new("plan.ended", 1, PersonJson.Default.PlanEnded);
    private static readonly EventType ElementAdoptedType = new("element.adopted", 1, PersonJson.Default.ElementAdopted);
    private static readonly EventType ElementKeptType = new("element.kept", 1, PersonJson.Default.ElementKept);
    private static readonly EventType MemberAddedType = new("circle.member-added", 1, PersonJson.Default.MemberAdded);
    private static readonly EventType MemberProposedType = new("circle.member-proposed", 1, PersonJson.Default.MemberProposed);
    private static readonly EventType MemberEndedType = new("circle.member-ended", 1, PersonJson.Default.MemberEnded);
    private static readonly EventType LinkProposedType = new("link.proposed", 1, PersonJson.Default.LinkProposed);
    private static readonly EventType LinkAcceptedType = new("link.accepted", 1, PersonJson.Default.LinkAccepted);
    private static readonly EventType LinkDeclinedType = new("link.declined", 1, PersonJson.Default.LinkDeclined);
    private static readonly EventType LinkEndedType = new("link.ended", 1, PersonJson.Default.LinkEnded);
    private static readonly EventType AlertRaisedType = new("alert.raised", 1, PersonJson.Default.AlertRaised);
    private static readonly EventType SharedDirectedType = new("decision.shared-directed", 1, PersonJson.Default.SharedDirected);
    private static readonly EventType NotSharedType = new("decision.not-shared", 1, PersonJson.Default.NotShared);
    private static readonly EventType WordsReleasedType = new("words.released", 1, PersonJson.Default.WordsReleased);
    private static readonly EventType RelationshipRecordedType = new("relationship.recorded", 1, PersonJson.Default.RelationshipRecorded);
    private static readonly EventType RelationshipEndedType = new("relationship.ended", 1, PersonJson.Default.RelationshipEnded);

    private static readonly EventType RestrictionPlacedType = new("restriction.placed", 1, PersonJson.Default.RestrictionPlaced);
    private static readonly EventType RestrictionReviewedType = new("restriction.reviewed", 1, PersonJson.Default.RestrictionReviewed);
    private static readonly EventType RestrictionLiftedType = new("restriction.lifted", 1, PersonJson.Default.RestrictionLifted);
    private static readonly EventType RestrictionLiftWishedType = new("restriction.lift-wished", 1, PersonJson.Default.RestrictionLiftWished);
    private static readonly EventType CrossingProposedType = new("crossing.proposed", 1, PersonJson.Default.CrossingProposed);
    private static readonly EventType ConsentRecordedType = new("consent.recorded", 1, PersonJson.Default.ConsentRecorded);
    private static readonly EventType InformeeAgreedType = new("informee.agreed", 1, PersonJson.Default.InformeeAgreed);
    private static readonly EventType InformeeEndedType = new("informee.ended", 1, PersonJson.Default.InformeeEnded);
    private static readonly EventType InformeeConsentType = new("informee.consent-recorded", 1, PersonJson.Default.InformeeConsentRecorded);
    private static readonly EventType ContactRequestedType = new("contact.requested", 1, PersonJson.Default.ContactRequested);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } =
    [
        ChildRegistered, AdultRegistered, PlanStartedType, PlanChangedType, PlanEndedType, ElementAdoptedType, ElementKeptType, MemberAddedType, MemberProposedType, MemberEndedType,
        LinkProposedType, LinkAcceptedType, LinkDeclinedType, LinkEndedType, AlertRaisedType, SharedDirectedType, NotSharedType,
        RelationshipRecordedType, RelationshipEndedType, WordsReleasedType, RestrictionPlacedType, RestrictionReviewedType, RestrictionLiftedType, ConsentRecordedType,
        RestrictionLiftWishedType, CrossingProposedType,
        InformeeAgreedType, InformeeEndedType, InformeeConsentType, ContactRequestedType,
    ];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        PersonRegistered { Kind: PersonKind.Child } => ChildRegistered,
        PersonRegistered => AdultRegistered,
        PlanStarted => PlanStartedType,
        PlanChanged => PlanChangedType,
        PlanEnded => PlanEndedType,
        ElementAdopted => ElementAdoptedType,
        ElementKept => ElementKeptType,
        MemberAdded => MemberAddedType,
        MemberProposed => MemberProposedType,
        MemberEnded => MemberEndedType,
        LinkProposed => LinkProposedType,
        LinkAccepted => LinkAcceptedType,
        LinkDeclined => LinkDeclinedType,
        LinkEnded => LinkEndedType,
        AlertRaised => AlertRaisedType,
        SharedDirected => SharedDirectedType,
        NotShared => NotSharedType,
        WordsReleased => WordsReleasedType,
        RelationshipRecorded => RelationshipRecordedType,
        RelationshipEnded => RelationshipEndedType,
        RestrictionPlaced => RestrictionPlacedType,
        RestrictionReviewed => RestrictionReviewedType,
        RestrictionLifted => RestrictionLiftedType,
        ConsentRecorded => ConsentRecordedType,
        RestrictionLiftWished => RestrictionLiftWishedType,
        CrossingProposed => CrossingProposedType,
        InformeeAgreed => InformeeAgreedType,
        InformeeEnded => InformeeEndedType,
        InformeeConsentRecorded => InformeeConsentType,
        ContactRequested => ContactRequestedType,
        _ => throw new ArgumentException("not an event of a person's stream", nameof(content)),
    };
}

/// <summary>How a person's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(PlanStarted))]
[JsonSerializable(typeof(PlanChanged))]
[JsonSerializable(typeof(PlanEnded))]
[JsonSerializable(typeof(RegisterPerson))]
[JsonSerializable(typeof(OpenPlan))]
[JsonSerializable(typeof(RevisePlan))]
[JsonSerializable(typeof(EndPlan))]
[JsonSerializable(typeof(ElementAdopted))]
[JsonSerializable(typeof(ElementKept))]
[JsonSerializable(typeof(AdoptElement))]
[JsonSerializable(typeof(KeepElement))]
[JsonSerializable(typeof(MemberAdded))]
[JsonSerializable(typeof(MemberProposed))]
[JsonSerializable(typeof(MemberEnded))]
[JsonSerializable(typeof(LinkProposed))]
[JsonSerializable(typeof(LinkAccepted))]
[JsonSerializable(typeof(LinkDeclined))]
[JsonSerializable(typeof(LinkEnded))]
[JsonSerializable(typeof(AlertRaised))]
[JsonSerializable(typeof(AddMember))]
[JsonSerializable(typeof(EndMember))]
[JsonSerializable(typeof(ProposeLink))]
[JsonSerializable(typeof(AnswerLink))]
[JsonSerializable(typeof(EndLink))]
[JsonSerializable(typeof(RaiseAlert))]
[JsonSerializable(typeof(SharedDirected))]
[JsonSerializable(typeof(NotShared))]
[JsonSerializable(typeof(SendDirected))]
[JsonSerializable(typeof(DoNotSend))]
[JsonSerializable(typeof(ShareDirected))]
[JsonSerializable(typeof(RecordNotShared))]
[JsonSerializable(typeof(WordsReleased))]
[JsonSerializable(typeof(ReleaseWords))]
[JsonSerializable(typeof(RelationshipRecorded))]
[JsonSerializable(typeof(RelationshipEnded))]
[JsonSerializable(typeof(RecordRelationship))]
[JsonSerializable(typeof(EndRelationship))]
[JsonSerializable(typeof(RestrictionPlaced))]
[JsonSerializable(typeof(RestrictionReviewed))]
[JsonSerializable(typeof(RestrictionLifted))]
[JsonSerializable(typeof(PlaceRestriction))]
[JsonSerializable(typeof(ReviewRestriction))]
[JsonSerializable(typeof(LiftRestriction))]
[JsonSerializable(typeof(ConsentRecorded))]
[JsonSerializable(typeof(RecordConsent))]
[JsonSerializable(typeof(RestrictionLiftWished))]
[JsonSerializable(typeof(CrossingProposed))]
[JsonSerializable(typeof(ProposeCrossing))]
[JsonSerializable(typeof(ConfirmCrossing))]
[JsonSerializable(typeof(InformeeAgreed))]
[JsonSerializable(typeof(InformeeEnded))]
[JsonSerializable(typeof(InformeeConsentRecorded))]
[JsonSerializable(typeof(AgreeInformee))]
[JsonSerializable(typeof(EndInformee))]
[JsonSerializable(typeof(RecordInformeeConsent))]
[JsonSerializable(typeof(ContactRequested))]
[JsonSerializable(typeof(RequestContact))]
[JsonSerializable(typeof(Person))]
public sealed partial class PersonJson : JsonSerializerContext;
