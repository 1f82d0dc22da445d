using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>What a piece of information tells: agreements name what may pass by it. An element without one is seen by its own agency only.</summary>
public enum Category
{
    /// <summary>That somebody is involved at all.</summary>
    [JsonStringEnumMemberName("existence-of-involvement")]
    ExistenceOfInvolvement = 1,

    /// <summary>Name, dates, numbers.</summary>
    [JsonStringEnumMemberName("identity-basic")]
    IdentityBasic = 2,

    /// <summary>Where somebody lives or is.</summary>
    [JsonStringEnumMemberName("address-and-location")]
    AddressAndLocation = 3,

    /// <summary>How to reach the professionals.</summary>
    [JsonStringEnumMemberName("professional-contact")]
    ProfessionalContact = 4,

    /// <summary>Which plan, from when to when.</summary>
    [JsonStringEnumMemberName("plan-type-and-dates")]
    PlanTypeAndDates = 5,

    /// <summary>What the plan says.</summary>
    [JsonStringEnumMemberName("plan-content")]
    PlanContent = 6,

    /// <summary>Physical health.</summary>
    [JsonStringEnumMemberName("health-physical")]
    HealthPhysical = 7,

    /// <summary>Mental health.</summary>
    [JsonStringEnumMemberName("health-mental")]
    HealthMental = 8,

    /// <summary>Alcohol and drugs.</summary>
    [JsonStringEnumMemberName("substance-use")]
    SubstanceUse = 9,

    /// <summary>Sexual health.</summary>
    [JsonStringEnumMemberName("sexual-health")]
    SexualHealth = 10,

    /// <summary>Education.</summary>
    [JsonStringEnumMemberName("education")]
    Education = 11,

    /// <summary>Police intelligence.</summary>
    [JsonStringEnumMemberName("police-intelligence")]
    PoliceIntelligence = 12,

    /// <summary>A domestic abuse report.</summary>
    [JsonStringEnumMemberName("domestic-abuse-report")]
    DomesticAbuseReport = 13,

    /// <summary>Who belongs to whom.</summary>
    [JsonStringEnumMemberName("family-relationships")]
    FamilyRelationships = 14,

    /// <summary>Adoption and origin.</summary>
    [JsonStringEnumMemberName("adoption-and-origin")]
    AdoptionAndOrigin = 15,

    /// <summary>What relapse looks like, and what then.</summary>
    [JsonStringEnumMemberName("safety-plan-triggers")]
    SafetyPlanTriggers = 16,

    /// <summary>Words agreed for an informee.</summary>
    [JsonStringEnumMemberName("informee-message")]
    InformeeMessage = 17,

    /// <summary>Contact between child and adult.</summary>
    [JsonStringEnumMemberName("contact-arrangements")]
    ContactArrangements = 18,

    /// <summary>Who made a referral.</summary>
    [JsonStringEnumMemberName("referrer-identity")]
    ReferrerIdentity = 19,

    /// <summary>Orders of a court.</summary>
    [JsonStringEnumMemberName("legal-orders")]
    LegalOrders = 20,

    /// <summary>Housing and money.</summary>
    [JsonStringEnumMemberName("housing-and-finance")]
    HousingAndFinance = 21,
}
