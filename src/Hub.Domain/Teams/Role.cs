using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Teams;

/// <summary>A role is the address, a practitioner its present holder. Words of the vocabulary.</summary>
public enum Role
{
    /// <summary>Lead professional of a child.</summary>
    [JsonStringEnumMemberName("lead-social-worker")]
    LeadSocialWorker = 1,

    /// <summary>Answers for a team.</summary>
    [JsonStringEnumMemberName("team-manager")]
    TeamManager = 2,

    /// <summary>Independent reviewing officer.</summary>
    [JsonStringEnumMemberName("independent-reviewing-officer")]
    IndependentReviewingOfficer = 3,

    /// <summary>Chair of child protection conferences.</summary>
    [JsonStringEnumMemberName("conference-chair")]
    ConferenceChair = 4,

    /// <summary>Care coordinator, also called key worker, of an adult.</summary>
    [JsonStringEnumMemberName("care-coordinator")]
    CareCoordinator = 5,

    /// <summary>Key worker of a substance misuse service.</summary>
    [JsonStringEnumMemberName("substance-misuse-key-worker")]
    SubstanceMisuseKeyWorker = 6,

    /// <summary>Health visitor.</summary>
    [JsonStringEnumMemberName("health-visitor")]
    HealthVisitor = 7,

    /// <summary>School nurse.</summary>
    [JsonStringEnumMemberName("school-nurse")]
    SchoolNurse = 8,

    /// <summary>Midwife.</summary>
    [JsonStringEnumMemberName("midwife")]
    Midwife = 9,

    /// <summary>General practitioner.</summary>
    [JsonStringEnumMemberName("gp")]
    GeneralPractitioner = 10,

    /// <summary>Named nurse.</summary>
    [JsonStringEnumMemberName("named-nurse")]
    NamedNurse = 11,

    /// <summary>Consultant paediatrician.</summary>
    [JsonStringEnumMemberName("consultant-paediatrician")]
    ConsultantPaediatrician = 12,

    /// <summary>Designated safeguarding lead of a school.</summary>
    [JsonStringEnumMemberName("designated-safeguarding-lead")]
    DesignatedSafeguardingLead = 13,

    /// <summary>Police officer.</summary>
    [JsonStringEnumMemberName("police-officer")]
    PoliceOfficer = 14,

    /// <summary>Voluntary-sector worker.</summary>
    [JsonStringEnumMemberName("voluntary-sector-worker")]
    VoluntarySectorWorker = 15,

    /// <summary>Housing officer: the housing sector's part in a circle.</summary>
    [JsonStringEnumMemberName("housing-officer")]
    HousingOfficer = 16,

    /// <summary>Duty manager, who decides while a circle is unled.</summary>
    [JsonStringEnumMemberName("duty-manager")]
    DutyManager = 17,
}

/// <summary>Which sector may register which role: a table. A school cannot register a lead social worker.</summary>
public static class RoleSectors
{
    /// <summary>True when an agency of this sector may have somebody in this role.</summary>
    public static bool Fits(Role role, Sector sector) => role switch
    {
        Role.LeadSocialWorker or Role.IndependentReviewingOfficer or Role.ConferenceChair => sector == Sector.ChildrensSocialCare,
        Role.CareCoordinator => sector is Sector.AdultMentalHealth or Sector.Camhs or Sector.Hospital,
        Role.SubstanceMisuseKeyWorker => sector == Sector.SubstanceMisuse,
        Role.HealthVisitor => sector == Sector.HealthVisiting,
        Role.SchoolNurse => sector == Sector.SchoolNursing,
        Role.Midwife => sector is Sector.Midwifery or Sector.Hospital,
        Role.GeneralPractitioner => sector == Sector.GeneralPractice,
        Role.NamedNurse or Role.ConsultantPaediatrician => sector is Sector.Hospital or Sector.Camhs or Sector.HealthVisiting or Sector.SchoolNursing,
        Role.DesignatedSafeguardingLead => sector == Sector.Education,
        Role.PoliceOfficer => sector == Sector.Police,
        Role.VoluntarySectorWorker => sector == Sector.Voluntary,
        Role.HousingOfficer => sector == Sector.Housing,
        Role.TeamManager or Role.DutyManager => true,
        _ => false,
    };
}
