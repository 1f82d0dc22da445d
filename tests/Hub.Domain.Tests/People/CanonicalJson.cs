using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.People;

public sealed class CanonicalJson
{
    public static TheoryData<Type> Written { get; } =
    [
        typeof(PersonRegistered), typeof(PlanStarted), typeof(PlanChanged), typeof(PlanEnded), typeof(Person),
        typeof(RegisterPerson), typeof(OpenPlan), typeof(RevisePlan), typeof(EndPlan), typeof(ElementAdopted), typeof(ElementKept), typeof(AdoptElement), typeof(KeepElement),
        typeof(MemberAdded), typeof(MemberProposed), typeof(MemberEnded), typeof(AddMember), typeof(EndMember),
        typeof(LinkProposed), typeof(LinkAccepted), typeof(LinkDeclined), typeof(LinkEnded), typeof(ProposeLink), typeof(AnswerLink), typeof(EndLink),
        typeof(WordsReleased), typeof(ReleaseWords), typeof(ConsentRecorded), typeof(RecordConsent), typeof(RestrictionLiftWished), typeof(CrossingProposed), typeof(ProposeCrossing), typeof(ConfirmCrossing),
        typeof(InformeeAgreed), typeof(InformeeEnded), typeof(InformeeConsentRecorded), typeof(AgreeInformee), typeof(EndInformee), typeof(RecordInformeeConsent),
        typeof(RelationshipRecorded), typeof(RelationshipEnded), typeof(RecordRelationship), typeof(EndRelationship),
        typeof(View), typeof(Decisions), typeof(Basis),
        typeof(AgencyAdmitted), typeof(ConnectionRegistered), typeof(ConnectionRevoked), typeof(PractitionerRegistered), typeof(Agency),
        typeof(AdmitAgency), typeof(RegisterConnection), typeof(RevokeConnection), typeof(RegisterPractitioner),
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void Names_every_property_itself_so_that_a_rename_in_code_changes_no_digest(Type type)
        => Assert.All(NamesWithin(type, []), name => Assert.Matches("^[a-z]+(_[a-z]+)*$", name));

    [Fact]
    public void Writes_a_revision_as_it_has_always_been_digested()
        => Assert.Equal(
            """{"plan":"00000000000000000000000000000001","expected":3,"operations":[{"act":"add","element":"00000000000000000000000000000002","draft":{"category":0,"kind":1,"text":"a"}},{"act":"remove","element":"00000000000000000000000000000003"}]}""",
            JsonSerializer.Serialize(
                new RevisePlan(
                    new PlanId(1),
                    3,
                    [
                        new ElementOperation(ElementAct.Add, new ElementId(2), new ElementDraft(0, 1, "a")),
                        new ElementOperation(ElementAct.Remove, new ElementId(3), null),
                    ]),
                PersonJson.Default.RevisePlan));

    [Fact]
    public void Writes_an_answer_to_a_link_as_it_has_always_been_digested()
    {
        Assert.Equal(
            """{"link":"00000000000000000000000000000007","plan":"00000000000000000000000000000002","because":""}""",
            JsonSerializer.Serialize(new AnswerLink(new LinkId(7), new PlanId(2), ""), PersonJson.Default.AnswerLink));
        Assert.Equal(
            """{"link":"00000000000000000000000000000007","because":"no"}""",
            JsonSerializer.Serialize(new AnswerLink(new LinkId(7), null, "no"), PersonJson.Default.AnswerLink));
    }

    [Fact]
    public void Writes_a_person_as_snapshots_have_it()
    {
        var record = new IdentityRecord("Testerton", ["Robin"], new DateOnly(2019, 3, 4), null, [new Identifier(NhsNumber.System, "9990000018")]);
        var person = Person.Empty.Apply(Cast.Happened(new PersonRegistered(PersonKind.Child, record)));
        Assert.Equal(
            """{"kind":"child","records":[{"agency":"riverside","record":{"family_name":"Testerton","given_names":["Robin"],"birth_date":"2019-03-04","identifiers":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990000018"}]}}],"plans":[],"circle":[],"links":[],"facts_version":0,"relationships":[],"restrictions":[],"consents":[],"informees":[],"crossings":[]}""",
            JsonSerializer.Serialize(person, PersonJson.Default.Person));
    }

    private static IEnumerable<string> NamesWithin(Type type, HashSet<Type> seen)
    {
        var info = PersonJson.Default.GetTypeInfo(type) ?? AgencyJson.Default.GetTypeInfo(type) ?? OutwardJson.Default.GetTypeInfo(type);
        if (info is null || !seen.Add(type))
        {
            return [];
        }

        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => NamesWithin(info.ElementType!, seen),
            _ => info.Properties.Where(p => p.Get is not null).SelectMany(p => NamesWithin(p.PropertyType, seen).Append(p.Name)),
        };
    }
}
