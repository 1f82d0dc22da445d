using System.Text.Json.Serialization;

namespace Hub.Domain.Sharing;

/// <summary>How an element is known.</summary>
public enum ElementKind
{
    /// <summary>Established.</summary>
    [JsonStringEnumMemberName("fact")]
    Fact = 1,

    /// <summary>Seen or heard by its author.</summary>
    [JsonStringEnumMemberName("observation")]
    Observation = 2,

    /// <summary>A professional judgement.</summary>
    [JsonStringEnumMemberName("opinion")]
    Opinion = 3,

    /// <summary>Said of somebody, not established.</summary>
    [JsonStringEnumMemberName("allegation")]
    Allegation = 4,

    /// <summary>Told by somebody else.</summary>
    [JsonStringEnumMemberName("third-party")]
    ThirdParty = 5,
}
