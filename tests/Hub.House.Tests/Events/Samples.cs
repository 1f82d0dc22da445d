using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.House.Tests.Events;

/// <summary>One event of each stored type with everything in it filled. A sample never changes once its golden file is there.</summary>
internal static class Samples
{
    private static readonly PlanId Plan = new(new UInt128(0x0102030405060708, 0x090A0B0C0D0E0F10));
    private static readonly ElementContent Sleep = new(Category.SafetyPlanTriggers, ElementKind.Observation, "Sleeps three hours a night; “can’t switch off” – since May.");
    private static readonly ElementContent Contact = new(Category.ProfessionalContact, ElementKind.Fact, "Care coordinator on weekdays, crisis line at night.");
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
        ["agency.admitted"] = new AgencyAdmitted(new AgencyProfile("Example County Children’s Social Care", Sector.ChildrensSocialCare, "+44 1632 960001")),
        ["connection.registered"] = new ConnectionRegistered(Key),
        ["connection.revoked"] = new ConnectionRevoked(Key),
        ["practitioner.registered"] = new PractitionerRegistered(new PractitionerId("SW-104729")),
    };

    // Birth date and expected date never stand together in a real record; here each property is to have its bytes.
    private static IdentityRecord Record(DateOnly birth, DateOnly expected)
        => new("Müller-O’Neill", ["Zoë", "Ann"], birth, expected, [new(NhsNumber.System, "9990000018"), new("urn:example:case", "C/1017")]);

    private static ElementId Element(ulong low) => new(new UInt128(0xE1E2E3E4E5E6E7E8, low));
}
