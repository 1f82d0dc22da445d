using System.Collections.Frozen;
using System.Collections.Immutable;
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

    /// <summary>Designated officer, who answers for allegations about practitioners and carers.</summary>
    [JsonStringEnumMemberName("designated-officer")]
    DesignatedOfficer = 18,

    /// <summary>Adoption role of a placing authority: the only one that may know both sides of an adoption.</summary>
    [JsonStringEnumMemberName("adoption-role")]
    AdoptionRole = 19,
}

/// <summary>Which sector may register which role: one of the two tables of an edition. A school cannot register a lead social worker.</summary>
/// <param name="table">Each role once.</param>
public sealed class RoleSectors(FrozenDictionary<Role, ImmutableArray<Sector>> table)
{
    /// <summary>The edition of the table that is built in.</summary>
    public const string Edition = "2026-11";

    private static readonly ImmutableArray<Sector> Every = [.. Enum.GetValues<Sector>()];

    internal static readonly FrozenDictionary<Role, ImmutableArray<Sector>> Table = new Dictionary<Role, ImmutableArray<Sector>>
    {
        [Role.LeadSocialWorker] = [Sector.ChildrensSocialCare],
        [Role.IndependentReviewingOfficer] = [Sector.ChildrensSocialCare],
        [Role.ConferenceChair] = [Sector.ChildrensSocialCare],
        [Role.DesignatedOfficer] = [Sector.ChildrensSocialCare],
        [Role.AdoptionRole] = [Sector.ChildrensSocialCare],
        [Role.CareCoordinator] = [Sector.AdultMentalHealth, Sector.Camhs, Sector.Hospital],
        [Role.SubstanceMisuseKeyWorker] = [Sector.SubstanceMisuse],
        [Role.HealthVisitor] = [Sector.HealthVisiting],
        [Role.SchoolNurse] = [Sector.SchoolNursing],
        [Role.Midwife] = [Sector.Midwifery, Sector.Hospital],
        [Role.GeneralPractitioner] = [Sector.GeneralPractice],
        [Role.NamedNurse] = [Sector.Hospital, Sector.Camhs, Sector.HealthVisiting, Sector.SchoolNursing],
        [Role.ConsultantPaediatrician] = [Sector.Hospital, Sector.Camhs, Sector.HealthVisiting, Sector.SchoolNursing],
        [Role.DesignatedSafeguardingLead] = [Sector.Education],
        [Role.PoliceOfficer] = [Sector.Police],
        [Role.VoluntarySectorWorker] = [Sector.Voluntary],
        [Role.HousingOfficer] = [Sector.Housing],
        [Role.TeamManager] = Every,
        [Role.DutyManager] = Every,
    }.ToFrozenDictionary();

    /// <summary>The table that is in force until another is.</summary>
    public static RoleSectors BuiltIn { get; } = new(Table);

    /// <summary>True when an agency of this sector may have somebody in this role.</summary>
    public bool Fits(Role role, Sector sector) => table.TryGetValue(role, out var sectors) && sectors.Contains(sector);
}
