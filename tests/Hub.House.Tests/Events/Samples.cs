using Hub.Domain;
using Hub.Domain.Adoptions;
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
using Hub.Domain.Rules;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.House.Tests.Events;

/// <summary>One event of each stored type, and what is sealed beside events, with everything in it filled. A sample never changes once its golden file is there.</summary>
internal static class Samples
{
    private static readonly PlanId Plan = new(new UInt128(0x0102030405060708, 0x090A0B0C0D0E0F10));
    private static readonly LinkId Link = new(new UInt128(0x1112131415161718, 0x191A1B1C1D1E1F10));
    private static readonly RestrictionId Restriction = new(new UInt128(0x6162636465666768, 0x696A6B6C6D6E6F60));
    private static readonly ConcernId Concern = new(new UInt128(0x4142434445464748, 0x494A4B4C4D4E4F40));
    private static readonly PersonId Child = new(0x2122232425262728, 0x292A2B2C2D2E2F20);
    private static readonly PersonId Adult = new(0x3132333435363738, 0x393A3B3C3D3E3F30);
    private static readonly TeamId Council = new(new AgencyId("example-county"), "assessment-1");
    private static readonly TeamId Trust = new(new AgencyId("example-trust"), "community-mh");
    private static readonly ElementContent Sleep = new(Category.SafetyPlanTriggers, ElementKind.Observation, "Sleeps three hours a night; “can’t switch off” – since May.");
    private static readonly ElementContent Contact = new(Category.ProfessionalContact, ElementKind.Fact, "Care coordinator on weekdays, crisis line at night.");
    private static readonly ElementContent Marked = Sleep with
    {
        About = new ElementAbout(Subject: true, [new RelationshipId(2)], CauseUnknown: true, [new RelationshipId(3)]),
        Handling = new ElementHandling(ShowToSubject: true, ShowToProxy: false, Onward: false, new DateOnly(2026, 7, 4)),
    };

    private static readonly KeyFingerprint Key = new("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    public static IReadOnlyDictionary<string, IEvent> ByName { get; } = new Dictionary<string, IEvent>(StringComparer.Ordinal)
    {
        ["child.registered"] = new PersonRegistered(PersonKind.Child, Record(new DateOnly(2019, 2, 28), new DateOnly(2019, 3, 7))),
        ["adult.registered"] = new PersonRegistered(PersonKind.Adult, Record(new DateOnly(1988, 12, 1), new DateOnly(1988, 12, 2))),
        ["plan.started"] = new PlanStarted(
            Plan, PlanType.AdultMentalHealthCare, new DateOnly(2026, 1, 5), new DateOnly(2026, 7, 4), [new(Element(1), Sleep), new(Element(2), Contact)]),
        ["plan.changed"] = new PlanChanged(
            Plan,
            2,
            [new(ElementAct.Add, Element(3), Contact), new(ElementAct.Replace, Element(1), Sleep), new(ElementAct.Remove, Element(2), null)]),
        ["plan.ended"] = new PlanEnded(Plan, 3, PlanState.Ended, new DateOnly(2026, 6, 30), "Goals reached."),
        ["circle.member-added"] = new MemberAdded(Council, Role.LeadSocialWorker),
        ["circle.member-proposed"] = new MemberProposed(Trust, Role.CareCoordinator),
        ["circle.member-ended"] = new MemberEnded(Trust, Role.CareCoordinator, MemberState.Proposed, Council.Agency, "Discharged – “no further role”."),
        ["link.proposed"] = new LinkProposed(Link, Plan, Trust, PersonKind.Child, Child, Council),
        ["link.accepted"] = new LinkAccepted(Link, Plan, Council, PersonKind.Adult, Adult, Trust),
        ["link.declined"] = new LinkDeclined(Link, Council, PersonKind.Adult, Adult, Trust, "Not our case; closed in May – café visit only."),
        ["link.ended"] = new LinkEnded(Link, "Plan closed."),
        ["alert.raised"] = new AlertRaised(AlertType.RelapseEarlySign, Category.SafetyPlanTriggers, Severity.Amber, Plan, [new(Element(1), Sleep)]),
        ["concern.raised"] = new ConcernRaised(
            Council.Agency, Severity.Red, Record(new DateOnly(2021, 5, 6), new DateOnly(2021, 5, 7)), "Sam, about five, at the school gate – “café side”.",
            [new(Element(4), Contact)], "+44 1632 960002", PersonKind.Child, Child),
        ["agency.admitted"] = new AgencyAdmitted(new AgencyProfile("Example County Children’s Social Care", Sector.ChildrensSocialCare, "+44 1632 960001")),
        ["connection.registered"] = new ConnectionRegistered(Key),
        ["connection.revoked"] = new ConnectionRevoked(Key),
        ["duty-team.set"] = new DutyTeamSet("example-county/assessment-1"),
        ["team.opened"] = new TeamOpened(new TeamProfile("Riverside Children’s Duty Desk", "+44 1632 960002")),
        ["role.assigned"] = new RoleAssigned(new PractitionerId("SW-104729"), Role.LeadSocialWorker),
        ["role.ended"] = new RoleEnded(new PractitionerId("SW-104729"), Role.TeamManager, "Moved to the “out of hours” team."),
        ["agreement.proposed"] = new AgreementProposed(
            new AgencyId("harbour-trust"),
            [Purpose.Safeguard, Purpose.Care],
            [Category.PlanTypeAndDates, Category.PlanContent],
            [Category.HealthMental],
            new DateOnly(2026, 4, 1),
            new DateOnly(2027, 3, 31)),
        ["agreement.signed"] = new AgreementSigned(),
        ["agreement.ended"] = new AgreementEnded("The trusts merge in June."),
        ["agreement.suspended"] = new AgreementSuspended("An audit is “under way”."),
        ["agreement.resumed"] = new AgreementResumed(),
        ["agreement.announced"] = new AgreementAnnounced(30),
        ["agreement.framework-proposed"] = new FrameworkProposed(
            "Statutory minimum – “county”",
            "Children Act 2004 s.16LA",
            [Sector.ChildrensSocialCare, Sector.Police],
            [Purpose.Safeguard, Purpose.StatutoryReview],
            [Category.ProfessionalContact, Category.PlanTypeAndDates],
            new DateOnly(2026, 4, 1),
            new DateOnly(2027, 3, 31)),
        ["agreement.acceded"] = new FrameworkAcceded(),
        ["agreement.withdrawn"] = new FrameworkWithdrawn("The trusts merge in June."),
        ["element.adopted"] = new ElementAdopted(
            Plan, 4, Element(4), Contact, new ElementOrigin(Trust.Agency, Link, PersonKind.Adult, Adult, Element(1), new Moment(1_772_000_000_000_001))),
        ["element.kept"] = new ElementKept(Plan, 5, Element(4), new Moment(1_772_000_000_000_001), "The clinic is “closed” until May."),
        ["subscriber.registered"] = new SubscriberRegistered("case-system"),
        ["subscriber.ended"] = new SubscriberEnded("case-system"),
        ["delivery.acknowledged"] = new DeliveryAcknowledged(new DeliveryPlace(4711, 3), AcknowledgementWord.NotSafeToTell, IsFirst: true),
        ["delivery.decided-again"] = new DeliveryDecidedAgain(
            new DeliveryPlace(4711, 3),
            Recalled: false,
            new Again(
                Because.Agreement, CategorySet.Of(Category.PlanContent), Untagged: false,
                Basis.Of([new Ground("g_1", 4)], new Moment(1_772_000_000_000_001)), IsRecipient: true, [Element(1)])),
        ["delivery.quarantined"] = new DeliveryQuarantined(new DeliveryPlace(4711, 3), Told: true),
        ["delivery.escalated"] = new DeliveryEscalated(new DeliveryPlace(4711, 3), new PractitionerId("SW-104729")),
        ["decision.shared-directed"] = new SharedDirected(
            new AskedItem(Trust, 4711, 3, IsRestricted: true), 12, Council, PersonKind.Child, Child, Plan, "plan.changed", Severity.Amber, [new(Element(1), Sleep)],
            new Justification(
                StatutoryGround.S16LaDuty, "Plans Friday’s visit – “both parents”.", "Silence would harm more.", LawfulBasis.PublicTask, ConfidentialityBasis.OverridingPublicInterest)),
        ["decision.not-shared"] = new NotShared(
            new AskedItem(Trust, 4711, 3, IsRestricted: true), 12, Council, Plan, [Element(1)],
            new NotSharedBecause("She asked us to wait – until May.", "She would stop coming.", "Named nurse", new DateOnly(2026, 7, 4))),
        ["relationship.recorded"] = new RelationshipRecorded(
            new RelationshipId(new UInt128(0x6162636465666768, 0x696A6B6C6D6E6F60)),
            new RelationshipContent(
                RelationshipType.Grandparent, ParentalResponsibility: true, LivesWithPerson: true, new RelationshipId(2), new RelationshipId(3), IsRisk: true, PersonKind.Adult, Adult,
                new StaffMember(Trust.Agency, new PractitionerId("SW-104729")), Council)),
        ["words.released"] = new WordsReleased(new RelationshipId(2), Council, Element(5), "She is safe – “ring us”.", "999 0100"),
        ["relationship.ended"] = new RelationshipEnded(new RelationshipId(2), "Moved out – “for good”."),
        ["restriction.placed"] = new RestrictionPlaced(
            Restriction,
            new RestrictionTerms(
                RestrictionGround.CourtDirection, Council, new DateOnly(2026, 7, 4), OwnRecord: true, [new(Trust.Agency, new PractitionerId("SW-104729"))], [Trust.Agency], [Trust],
                CategorySet.Of(Category.PlanContent, Category.AddressAndLocation), [Council], ["Rowan – “Ro”"])),
        ["restriction.reviewed"] = new RestrictionReviewed(Restriction, new DateOnly(2026, 7, 4)),
        ["restriction.lifted"] = new RestrictionLifted(Restriction, "She left the “north” team."),
        ["reciprocal-authority.set"] = new ReciprocalAuthoritySet(Trust.Agency),
        ["delivery.door-decided"] = new DeliveryDoorDecided(
            new DeliveryPlace(4711, 3),
            new Again(
                Because.Agreement, CategorySet.Of(Category.PlanContent), Untagged: false,
                Basis.Of([new Ground("g_1", 4)], new Moment(1_772_000_000_000_001)), IsRecipient: true, [Element(1)]),
            KeptOut.Of(new NamedPractitioner(Council.Agency, new PractitionerId("SW-104729"))),
            new Hearer(HearingStep.TeamManager, new InboxAddress(Council, IsRestricted: true), new PractitionerId("SW-104730"))),
        ["consent.recorded"] = new ConsentRecorded(
            ConsentState.Given, ConsentGiver.PersonWithParentalResponsibility, [Trust.Agency, Council.Agency], "What the trust is told – and what not.", "Asked at home."),
        ["informee.agreed"] = new InformeeAgreed(
            new InformeeTerms(Plan, new RelationshipId(2), Element(6), [AlertType.RelapseEarlySign, AlertType.SafetyPlanTriggered], "She is not well – “ring us”.", "999 0100"),
            ConsentGiver.Adult, "What her mother is told – and what not."),
        ["informee.ended"] = new InformeeEnded(new RelationshipId(2), "She moved – “for good”."),
        ["informee.consent-recorded"] = new InformeeConsentRecorded(
            new RelationshipId(2), ConsentState.Withdrawn, ConsentGiver.Adult, "What follows from it.", "Not that she knows – “ever”."),
        ["delegation.recorded"] = new DelegationRecorded(
            new PractitionerId("SW-104729"), new PractitionerId("SW-104730"), new Moment(1_772_000_000_000_001), new Moment(1_773_000_000_000_000), "On leave – “until May”."),
        ["delegation.ended"] = new DelegationEnded(new PractitionerId("SW-104729"), new PractitionerId("SW-104730"), "Back – “sooner”."),
        ["restriction.lift-wished"] = new RestrictionLiftWished(Restriction, "The order was “set aside”."),
        ["crossing.proposed"] = new CrossingProposed(new CrossingId(new UInt128(0x7172737475767778, 0x797A7B7C7D7E7F70)), Plan, Council, [new(Element(6), Sleep), new(Element(7), Marked)]),
        ["edition.proposed"] = new EditionProposed(
            "2027-04", new DateOnly(2027, 4, 1),
            new RuleTables(
                [new(Role.LeadSocialWorker, CategorySet.Of(Category.IdentityBasic, Category.PlanContent)), new(Role.GeneralPractitioner, CategorySet.Of(Category.HealthPhysical))],
                [new(Role.LeadSocialWorker, [Sector.ChildrensSocialCare]), new(Role.Midwife, [Sector.Midwifery, Sector.Hospital])]),
            "Children Act 2004 s.16LA – “as amended”", "Practices asked for it."),
        ["edition.withdrawn"] = new EditionWithdrawn("2027-04", "A row was “missing”."),
        ["edition.activated"] = new EditionActivated("2027-04"),
        ["edition.begun"] = new EditionBegun("2027-04"),
        ["contact.requested"] = new ContactRequested(new ContactId(new UInt128(0x6162636465666768, 0x696A6B6C6D6E6F60)), "She did not come – “Monday”."),
        ["practitioner.registered"] = new PractitionerRegistered(new PractitionerId("SW-104729")),
    };

    /// <summary>The same of events that say more since their first release: what is absent from the sample above.</summary>
    public static IReadOnlyDictionary<string, IEvent> LaterByName { get; } = new Dictionary<string, IEvent>(StringComparer.Ordinal)
    {
        ["plan.started"] = new PlanStarted(Plan, PlanType.ChildProtection, null, null, [new(Element(1), Marked)]),
        ["plan.changed"] = new PlanChanged(Plan, 2, [new(ElementAct.Add, Element(3), Marked)]),
        ["alert.raised"] = new AlertRaised(AlertType.RelapseEarlySign, Category.SafetyPlanTriggers, Severity.Amber, Plan, [new(Element(1), Marked)]),
        ["concern.raised"] = new ConcernRaised(Council.Agency, Severity.Red, null, "Sam, about five.", [new(Element(4), Marked)], "+44 1632 960002", PersonKind.Child, Child),
        ["element.adopted"] = new ElementAdopted(
            Plan, 4, Element(4), Marked, new ElementOrigin(Trust.Agency, Link, PersonKind.Adult, Adult, Element(1), new Moment(1_772_000_000_000_001), Directed: true)),
        ["decision.shared-directed"] = new SharedDirected(
            null, null, Council, PersonKind.Child, Child, Plan, "plan.changed", Severity.Amber, [new(Element(1), Marked)],
            new Justification(StatutoryGround.S16LaDuty, "Friday’s visit.", "Silence would harm more.", null, null)),
        ["delivery.decided-again"] = new DeliveryDecidedAgain(new DeliveryPlace(4711, 3), Recalled: false, ByAnEdition),
        ["delivery.door-decided"] = new DeliveryDoorDecided(
            new DeliveryPlace(4711, 3), ByAnEdition, KeptOut.Of(new NamedPractitioner(Council.Agency, new PractitionerId("SW-104729"))), null),
    };

    private static Again ByAnEdition => new(
        Because.Agreement, CategorySet.Of(Category.PlanContent), Untagged: false, Basis.Of([new Ground("g_1", 4), new Ground("r_editions", 2)]), IsRecipient: true, [], Edition: "2027-04");

    public static View AboutView { get; } = new(
        "plan.changed", Severity.Green, Trust.Agency, PersonKind.Child, null, Plan, null, null, null, [new(ElementAct.Add, Element(3), Marked)], MoreExists: false,
        ShowsAbout: true,
        Number: "999 0100");

    public static View View { get; } = new(
        "plan.changed", Severity.Green, Trust.Agency, PersonKind.Child, Link, Plan,
        new PlanFacts(PlanType.AdultMentalHealthCare, PlanState.Active, new DateOnly(2026, 1, 5), new DateOnly(2026, 7, 4)), Trust, Council,
        [new(ElementAct.Add, Element(3), Contact), new(ElementAct.Replace, Element(1), Sleep), new(ElementAct.Remove, Element(2), null)], MoreExists: true,
        About: new DeliveryPlace(4711, 3),
        For: new PractitionerId("SW-104729"));

    public static View ConcernView { get; } = new(
        "concern.raised", Severity.Red, Trust.Agency, PersonKind.Child, null, null, null, null, null, [new(ElementAct.Add, Element(4), Contact)], MoreExists: false,
        Category.SafetyPlanTriggers, Concern, Record(new DateOnly(2021, 5, 6), new DateOnly(2021, 5, 7)), "Sam, about five, at the school gate – “café side”.");

    public static View AgreementView { get; } = new(
        "agreement.expiring", Severity.Amber, Trust.Agency, null, null, null, null, null, null, [], MoreExists: false,
        Agreement: new AgreementId(new UInt128(0x5152535455565758, 0x595A5B5C5D5E5F50)),
        AgreementEndsOn: new DateOnly(2027, 3, 31));

    /// <summary>What asks the holder, and what a person sent: one view is never both, here each property has its bytes.</summary>
    public static View AskingView { get; } = new(
        AskedDecision.ItemType, Severity.Amber, Trust.Agency, PersonKind.Adult, null, Plan, null, null, null, [new(ElementAct.Add, Element(3), Contact)], MoreExists: false,
        Subject: Adult,
        Asks: new AskedDecision(
            Council, Role.LeadSocialWorker, PersonKind.Child, Child, Route.Link, Because.NoAgreementInForce, "plan.changed",
            CategorySet.Of(Category.PlanTypeAndDates, Category.ProfessionalContact), 12),
        Directed: DirectedFrom.Plan);

    /// <summary>What asks the holder about an informee, and what an informee is told: one view is never both, here each property has its bytes.</summary>
    public static View InformeeView { get; } = AboutView with
    {
        Type = Words.Type,
        Asks = new AskedDecision(
            Council, null, PersonKind.Adult, Adult, Route.Informee, Because.NoConsent, Words.Type, CategorySet.Of(Category.InformeeMessage), 12, new RelationshipId(2)),
        UnderConsent = true,
    };

    /// <summary>What asks the holder about some of an event's elements, while others are asked about apart.</summary>
    public static View PartedView => AskingView with { Asks = AskingView.Asks! with { Elements = [Element(3)] } };

    /// <summary>What a restriction's guardian is told.</summary>
    public static View ReviewView { get; } = ReviewNews.Of(Restriction, Council.Agency, PersonKind.Child, new DateOnly(2026, 7, 4));

    /// <summary>A view of somebody who asks to be rung back.</summary>
    public static View ContactView { get; } = new(
        "contact.requested", Severity.Amber, new AgencyId("school"), PersonKind.Child, null, null, null, null, null, [], MoreExists: false,
        Subject: new PersonId(1, 2), Contact: new ContactAsked(new PractitionerId("DSL-104729"), new PractitionerId("DSL-104730"), "She did not come – “Monday”."));

    /// <summary>What stands in another inbox, kept from somebody, and for another team.</summary>
    public static View MovedView { get; } = new View(
        "delivery.moved", Severity.Red, Council.Agency, null, null, null, null, null, null, [], MoreExists: false,
        KeptOut: KeptOut.Of(new NamedPractitioner(Council.Agency, new PractitionerId("SW-104729"))),
        Instead: Trust,
        Moved: new MovedFrom(new InboxAddress(Council, IsRestricted: true), new DeliveryPlace(4711, 3), HearingStep.Agency));

    /// <summary>Where somebody else heard.</summary>
    public static Domain.Inbox.Decisions ElsewhereDecisions => AskingDecisions with
    {
        Recipients =
        [
            AskingDecisions.Recipients[0] with
            {
                Hearer = new Hearer(HearingStep.Agency, new InboxAddress(Council, IsRestricted: true), new PractitionerId("SW-104730")),
                Consent = ConsentState.Withdrawn,
            },
        ],
    };

    /// <summary>Where the others of a team heard at the person's door.</summary>
    public static Domain.Inbox.Decisions ApartDecisions => ElsewhereDecisions with
    {
        Recipients = [ElsewhereDecisions.Recipients[0] with { Apart = true }],
    };

    /// <summary>Where the holder was asked.</summary>
    public static Domain.Inbox.Decisions AskingDecisions { get; } = new(
        RoleNeeds.Edition,
        Domain.Inbox.Decisions.Standing,
        Purpose.Safeguard,
        [
            new(
                Council, Role.LeadSocialWorker, PersonKind.Child, Child, Route.Link, VerdictKind.NeedsDecision, Because.NoAgreementInForce, default, 2,
                Basis.Of([new Ground("g_1", 4)]), -1, Trust),
        ]);

    /// <summary>Where an element was hidden because of whom it is about.</summary>
    public static Domain.Inbox.Decisions HidingDecisions { get; } = new(
        RoleNeeds.Edition,
        Domain.Inbox.Decisions.Standing,
        Purpose.Safeguard,
        [
            new(
                Council, Role.LeadSocialWorker, PersonKind.Child, Child, Route.Link, VerdictKind.Part, Because.Agreement, default, 1, Basis.Of([new Ground("g_1", 4)]), 0, null,
                [new(Element(2), Because.AboutYou)]),
        ]);

    public static Basis Basis { get; } = Basis.Of([new Ground("g_1", 4), new Ground("agreement", 2)], new Moment(1_772_000_000_000_001));

    public static Domain.Inbox.Decisions Decisions { get; } = new(
        RoleNeeds.Edition,
        Domain.Inbox.Decisions.Standing,
        Purpose.Safeguard,
        [
            new(
                Council, Role.LeadSocialWorker, PersonKind.Child, Child, Route.Link, VerdictKind.Part, Because.Agreement,
                CategorySet.Of(Category.PlanTypeAndDates, Category.ProfessionalContact, Category.SafetyPlanTriggers), 1, Basis, 0),
            new(Trust, null, PersonKind.Adult, Adult, Route.Circle, VerdictKind.Deny, Because.NoRole, default, 4, Basis.Of([new Ground("g_1", 4)]), -1),
        ]);

    // Birth date and expected date never stand together in a real record; here each property is to have its bytes.
    private static IdentityRecord Record(DateOnly birth, DateOnly expected)
        => new("Müller-O’Neill", ["Zoë", "Ann"], birth, expected, [new(NhsNumber.System, "9990000018"), new("urn:example:case", "C/1017")]);

    private static ElementId Element(ulong low) => new(new UInt128(0xE1E2E3E4E5E6E7E8, low));
}
