using System.Text.Json.Serialization;

namespace Hub.Domain.Restrictions;

/// <summary>Why something of a person is kept from somebody. Words of the vocabulary.</summary>
public enum RestrictionGround
{
    /// <summary>Named practitioners who have an interest of their own.</summary>
    [JsonStringEnumMemberName("staff-conflict")]
    StaffConflict = 1,

    /// <summary>Somebody whom the public knows.</summary>
    [JsonStringEnumMemberName("high-profile")]
    HighProfile = 2,

    /// <summary>Somebody who is protected by law, such as a witness.</summary>
    [JsonStringEnumMemberName("protected-person")]
    ProtectedPerson = 3,

    /// <summary>Somebody whom it would put in danger.</summary>
    [JsonStringEnumMemberName("high-risk")]
    HighRisk = 4,

    /// <summary>A review of a serious case is under way.</summary>
    [JsonStringEnumMemberName("serious-case-review")]
    SeriousCaseReview = 5,

    /// <summary>A service that is not shown to be there.</summary>
    [JsonStringEnumMemberName("sensitive-service")]
    SensitiveService = 6,

    /// <summary>The child is being adopted, or was.</summary>
    [JsonStringEnumMemberName("adoption")]
    Adoption = 7,

    /// <summary>The person lives, or will live, in another gender than was recorded.</summary>
    [JsonStringEnumMemberName("gender-recognition")]
    GenderRecognition = 8,

    /// <summary>A court has said so.</summary>
    [JsonStringEnumMemberName("court-direction")]
    CourtDirection = 9,
}
