using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Contacts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Restrictions;
using Hub.Domain.Rules;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests;

/// <summary>Orleans prints messages when it warns of them, and a record prints all that it holds if nobody tells it not to.</summary>
public sealed class NoRecordPrintsWhatItHolds
{
    private const string Mark = "Zqx7";
    private static readonly DateOnly Born = new(1931, 2, 3);
    private static readonly Identifier Number = new(NhsNumber.System, Mark);
    private static readonly IdentityRecord Record = new(Mark, [Mark], Born, Born, [Number]);
    private static readonly IdentityDraft Draft = new(Mark, [Mark], Mark, Mark, [Number]);
    private static readonly ElementContent Content = new(Category.PlanContent, ElementKind.Fact, Mark);
    private static readonly ElementDraft Words = new(1, 1, Mark);

    private static readonly TeamId Team = TeamId.TryParse("council/team")!;
    private static readonly View View = new(
        "plan.changed", Severity.Green, Team.Agency, PersonKind.Child, null, null, null, null, null, [new ElementChange(ElementAct.Add, default, Content)], MoreExists: false);

    private static readonly ConcernRaised Told = new(Team.Agency, Severity.Red, Record, Mark, [new WrittenElement(default, Content)], "999", null, null);

    private static readonly InformeeTerms Terms = new(default, default, default, [], Mark, Mark);

    private static readonly object[] Records =
    [
        Number, Record, Draft, Content, Words,
        new AgencyRecord(AgencyId.TryParse("council")!, Record),
        new RegisterPerson(PersonKind.Child, Record),
        new PersonRegistered(PersonKind.Child, Record),
        new ElementOperation(ElementAct.Add, default, Words),
        new ElementChange(ElementAct.Add, default, Content),
        new WrittenElement(default, Content),
        new DraftedElement(default, Words),
        new Element(default, Content, null, default),
        new PlanEnded(default, 1, PlanState.Ended, null, Mark),
        new EndPlan(default, 1, 1, "", Mark),
        new RoleEnded(PractitionerId.TryParse("STAFF-1")!, Role.DutyManager, Mark),
        new EndRole("STAFF-1", 1, Mark),
        new DelegationRecorded(PractitionerId.TryParse("STAFF-1")!, PractitionerId.TryParse("STAFF-2")!, default, default, Mark),
        new RecordDelegation("STAFF-1", "STAFF-2", "", "", Mark),
        new DelegationEnded(PractitionerId.TryParse("STAFF-1")!, PractitionerId.TryParse("STAFF-2")!, Mark),
        new EndDelegation("STAFF-1", "STAFF-2", Mark),
        new Delegation(PractitionerId.TryParse("STAFF-1")!, PractitionerId.TryParse("STAFF-2")!, default, default, Mark, PractitionerId.TryParse("STAFF-3")!),
        new Edition(Mark, Born, RuleTables.BuiltIn, Mark, Mark, PractitionerId.TryParse("STAFF-1")!, default, 1, null), new EditionProposed(Mark, Born, RuleTables.BuiltIn, Mark, Mark), new ProposeEdition(Mark, Mark, Mark, Mark, [], []), new EditionWithdrawn(Mark, Mark), new WithdrawEdition(Mark, Mark),
        new ContactRequested(default, Mark),
        new RequestContact(default, Mark),
        new ContactAsked(null, null, Mark),
        new AgreementEnded(Mark),
        new EndAgreement(default, Mark),
        new AgreementSuspended(Mark),
        new SuspendAgreement(default, Mark),
        new FrameworkWithdrawn(Mark),
        new WithdrawFromFramework(default, Mark),
        new FrameworkProposed(Mark, Mark, [], [], [], null, null),
        new ProposeFramework(default, Mark, Mark, [], [], [], "", ""),
        new MemberEnded(Team, Role.Midwife, MemberState.Active, Team.Agency, Mark),
        new EndMember("", 1, Mark),
        new LinkDeclined(default, Team, PersonKind.Child, default, Team, Mark),
        new AnswerLink(default, null, Mark),
        new LinkEnded(default, Mark),
        new EndLink(default, Mark),
        Terms,
        new InformeeConsent(ConsentState.Given, ConsentGiver.Adult, default, Mark, Mark),
        new Informee(Team.Agency, Terms, default, new InformeeConsent(ConsentState.Given, ConsentGiver.Adult, default, Mark, Mark)),
        new InformeeAgreed(Terms, ConsentGiver.Adult, Mark),
        new InformeeEnded(default, Mark),
        new InformeeConsentRecorded(default, ConsentState.Given, ConsentGiver.Adult, Mark, Mark),
        new AgreeInformee(default, default, default, [], Mark, Mark, 1, Mark),
        new EndInformee(default, Mark),
        new RecordInformeeConsent(default, 1, 1, Mark, Mark),
        new RestrictionLifted(default, Mark),
        new LiftRestriction(default, Mark),
        new RestrictionLiftWished(default, Mark),
        new CrossingProposed(default, default, Team, [new WrittenElement(default, Content)]),
        new ProposeCrossing(default, Team, default, [new DraftedElement(default, Words)]),
        new Crossing(default, default, Team, PractitionerId.TryParse("STAFF-1")!, default, [new WrittenElement(default, Content)]),
        new RaiseAlert(1, 1, null, [new DraftedElement(default, Words)]),
        new AlertRaised(AlertType.Admission, Category.HealthMental, Severity.Red, null, [new WrittenElement(default, Content)]),
        new ConcernDraft(Mark, Draft, Mark, 1, [Words], Mark),
        new RaiseConcern(Mark, Record, Mark, Severity.Red, [new WrittenElement(default, Content)], Team.Agency),
        new FoundPerson(PersonKind.Child, default, Team, 1, Record, [], []),
        Told,
        new Concern(Told),
        View,
        new NewsElement(default, Content, Content),
        new Cut(VerdictKind.Part, View, default, 1),
    ];

    public static TheoryData<string> Names => [.. Records.Select(r => r.GetType().Name)];

    [Theory, MemberData(nameof(Names))]
    public void Neither_names_nor_dates_nor_words(string name)
    {
        var text = Records.Single(r => r.GetType().Name == name).ToString()!;
        Assert.DoesNotContain(Mark, text, StringComparison.Ordinal);
        Assert.DoesNotContain("1931", text, StringComparison.Ordinal);
    }
}
