using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>What information passes for. The wire's and the stores' numbers and words never change.</summary>
public enum Purpose
{
    /// <summary>To safeguard a child.</summary>
    [JsonStringEnumMemberName("safeguard")]
    Safeguard = 1,

    /// <summary>Care of the person it is about (TREAT).</summary>
    [JsonStringEnumMemberName("care")]
    Care = 2,

    /// <summary>Unscheduled care (ETREAT).</summary>
    [JsonStringEnumMemberName("emergency-care")]
    EmergencyCare = 3,

    /// <summary>Break-glass (BTG).</summary>
    [JsonStringEnumMemberName("break-glass")]
    BreakGlass = 4,

    /// <summary>Statutory review.</summary>
    [JsonStringEnumMemberName("statutory-review")]
    StatutoryReview = 5,

    /// <summary>Audit.</summary>
    [JsonStringEnumMemberName("audit")]
    Audit = 6,

    /// <summary>A subject's access to the own record.</summary>
    [JsonStringEnumMemberName("subject-access")]
    SubjectAccess = 7,
}
