using System.Collections.Frozen;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;
using static Hub.Domain.Agreements.Category;

namespace Hub.Domain.Sharing;

/// <summary>What each role needs of a person, by category: no agreement shows a role more. One of the two tables of an edition. Source: sharing rules,
/// "Circle: what each role needs, by category".</summary>
/// <param name="table">Each role once.</param>
public sealed class RoleNeeds(FrozenDictionary<Role, CategorySet> table)
{
    /// <summary>The edition of the table that is built in.</summary>
    public const string Edition = "2026-11";

    private static readonly CategorySet Contact = CategorySet.Of(ExistenceOfInvolvement, IdentityBasic, Category.ProfessionalContact);

    private static readonly CategorySet Lead = Contact.Or(CategorySet.Of(
        AddressAndLocation, PlanTypeAndDates, PlanContent, HealthPhysical, HealthMental, SubstanceUse, Education, DomesticAbuseReport, FamilyRelationships,
        SafetyPlanTriggers, ContactArrangements, LegalOrders, HousingAndFinance));

    private static readonly CategorySet AdultCare = Contact.Or(CategorySet.Of(
        PlanTypeAndDates, PlanContent, HealthPhysical, HealthMental, SubstanceUse, FamilyRelationships, SafetyPlanTriggers, ContactArrangements, LegalOrders));

    private static readonly CategorySet ChildHealth = Contact.Or(CategorySet.Of(
        PlanTypeAndDates, PlanContent, HealthPhysical, HealthMental, FamilyRelationships, SafetyPlanTriggers, ContactArrangements));

    internal static readonly FrozenDictionary<Role, CategorySet> Table = new Dictionary<Role, CategorySet>
    {
        [Role.LeadSocialWorker] = Lead,
        [Role.TeamManager] = Lead,
        [Role.DutyManager] = Lead,
        [Role.IndependentReviewingOfficer] = Lead,
        [Role.ConferenceChair] = Lead,
        [Role.CareCoordinator] = AdultCare,
        [Role.SubstanceMisuseKeyWorker] = AdultCare,
        [Role.HealthVisitor] = ChildHealth,
        [Role.SchoolNurse] = ChildHealth,
        [Role.Midwife] = ChildHealth,
        [Role.GeneralPractitioner] = ChildHealth,
        [Role.NamedNurse] = ChildHealth,
        [Role.ConsultantPaediatrician] = ChildHealth,
        [Role.DesignatedSafeguardingLead] = Contact.Or(CategorySet.Of(PlanTypeAndDates, Education)),
        [Role.PoliceOfficer] = Contact.Or(CategorySet.Of(AddressAndLocation, PlanTypeAndDates, PoliceIntelligence, DomesticAbuseReport, LegalOrders)),
        [Role.HousingOfficer] = Contact.Or(CategorySet.Of(HousingAndFinance)),
        [Role.VoluntarySectorWorker] = CategorySet.Of(ExistenceOfInvolvement, Category.ProfessionalContact, HousingAndFinance),
    }.ToFrozenDictionary();

    /// <summary>The table that is in force until another is.</summary>
    public static RoleNeeds BuiltIn { get; } = new(Table);

    /// <summary>The categories; none for a role that the table does not name.</summary>
    public CategorySet Of(Role role) => table.TryGetValue(role, out var needs) ? needs : default;

    /// <summary>The role in which a team of this sector hears of a linked plan; null for a sector whose plans are not linked.</summary>
    public static Role? OfLinkedTeam(Sector sector) => sector switch
    {
        Sector.ChildrensSocialCare => Role.LeadSocialWorker,
        Sector.AdultMentalHealth or Sector.Camhs => Role.CareCoordinator,
        Sector.SubstanceMisuse => Role.SubstanceMisuseKeyWorker,
        Sector.HealthVisiting => Role.HealthVisitor,
        Sector.SchoolNursing => Role.SchoolNurse,
        Sector.Midwifery => Role.Midwife,
        Sector.GeneralPractice => Role.GeneralPractitioner,
        Sector.Hospital => Role.NamedNurse,
        _ => null,
    };
}
