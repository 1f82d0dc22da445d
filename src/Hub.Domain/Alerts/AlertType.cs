using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Alerts;

/// <summary>What a practitioner can alert to. Words of the vocabulary.</summary>
public enum AlertType
{
    /// <summary>Admitted to a hospital or ward.</summary>
    [JsonStringEnumMemberName("admission")]
    Admission = 1,

    /// <summary>Discharged from one.</summary>
    [JsonStringEnumMemberName("discharge")]
    Discharge = 2,

    /// <summary>Did not come, or was not brought.</summary>
    [JsonStringEnumMemberName("appointment.missed")]
    AppointmentMissed = 3,

    /// <summary>Police attended domestic abuse.</summary>
    [JsonStringEnumMemberName("police.domestic-abuse-attended")]
    DomesticAbuseAttended = 4,

    /// <summary>An early sign of relapse.</summary>
    [JsonStringEnumMemberName("relapse.early-sign")]
    RelapseEarlySign = 5,

    /// <summary>A relapse that somebody has confirmed.</summary>
    [JsonStringEnumMemberName("relapse.confirmed")]
    RelapseConfirmed = 6,

    /// <summary>What a safety plan names as a trigger has come.</summary>
    [JsonStringEnumMemberName("safety-plan.triggered")]
    SafetyPlanTriggered = 7,
}

/// <summary>What the type of an alert tells by itself: a table, edition 2026-11. Source: sharing rules, "The type of an alert is itself an
/// element with a category".</summary>
public static class AlertTypes
{
    /// <summary>The category of the type itself, when an agency of this sector says it.</summary>
    public static Category CategoryOf(AlertType type, Sector sector) => type switch
    {
        AlertType.RelapseEarlySign or AlertType.RelapseConfirmed or AlertType.SafetyPlanTriggered => Category.SafetyPlanTriggers,
        AlertType.DomesticAbuseAttended => Category.DomesticAbuseReport,
        _ => sector == Sector.AdultMentalHealth ? Category.HealthMental : Category.HealthPhysical,
    };
}
