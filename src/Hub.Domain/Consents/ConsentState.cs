using System.Text.Json.Serialization;

namespace Hub.Domain.Consents;

/// <summary>Where a person's consent stands. Stored; its words never change. Source: vocabulary, "Consent".</summary>
public enum ConsentState
{
    /// <summary>Nobody has asked, and it is on record why.</summary>
    [JsonStringEnumMemberName("not-sought")]
    NotSought = 1,

    /// <summary>Asked for, and not answered.</summary>
    [JsonStringEnumMemberName("sought")]
    Sought = 2,

    /// <summary>Given.</summary>
    [JsonStringEnumMemberName("given")]
    Given = 3,

    /// <summary>Refused.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused = 4,

    /// <summary>Given once, and taken back.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn = 5,

    /// <summary>Sharing does not rest on it, and it is on record why.</summary>
    [JsonStringEnumMemberName("not-required")]
    NotRequired = 6,
}

/// <summary>Whose word it is. Stored; its words never change. Source: sharing rules, "who gave consent (competent child, person with parental
/// responsibility, adult)".</summary>
public enum ConsentGiver
{
    /// <summary>The child, who understands what it is about.</summary>
    [JsonStringEnumMemberName("competent-child")]
    CompetentChild = 1,

    /// <summary>A person with parental responsibility for the child.</summary>
    [JsonStringEnumMemberName("person-with-parental-responsibility")]
    PersonWithParentalResponsibility = 2,

    /// <summary>The person, being 18 or older.</summary>
    [JsonStringEnumMemberName("adult")]
    Adult = 3,
}
