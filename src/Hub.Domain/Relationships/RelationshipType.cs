using System.Text.Json.Serialization;

namespace Hub.Domain.Relationships;

/// <summary>What somebody is to the child or adult.</summary>
public enum RelationshipType
{
    /// <summary>Mother.</summary>
    [JsonStringEnumMemberName("mother")]
    Mother = 1,

    /// <summary>Father.</summary>
    [JsonStringEnumMemberName("father")]
    Father = 2,

    /// <summary>Another parent.</summary>
    [JsonStringEnumMemberName("parent")]
    Parent = 3,

    /// <summary>Brother or sister.</summary>
    [JsonStringEnumMemberName("sibling")]
    Sibling = 4,

    /// <summary>Grandparent.</summary>
    [JsonStringEnumMemberName("grandparent")]
    Grandparent = 5,

    /// <summary>Any other relative.</summary>
    [JsonStringEnumMemberName("other-relative")]
    OtherRelative = 6,

    /// <summary>Foster carer.</summary>
    [JsonStringEnumMemberName("foster-carer")]
    FosterCarer = 7,

    /// <summary>Kinship carer.</summary>
    [JsonStringEnumMemberName("kinship-carer")]
    KinshipCarer = 8,

    /// <summary>Works in the home where the child lives.</summary>
    [JsonStringEnumMemberName("residential-worker")]
    ResidentialWorker = 9,

    /// <summary>Anybody else who matters.</summary>
    [JsonStringEnumMemberName("other")]
    Other = 10,
}

/// <summary>What follows from a type.</summary>
public static class RelationshipTypes
{
    /// <summary>Whether somebody of this type is a carer, a parent or a relative.</summary>
    public static bool IsCarerParentOrRelative(RelationshipType type) => type != RelationshipType.Other;

    /// <summary>Whether somebody of this type looks after the child as a carer or a parent does.</summary>
    public static bool IsCarerOrParent(RelationshipType type) => type is RelationshipType.Mother or RelationshipType.Father or RelationshipType.Parent
        or RelationshipType.FosterCarer or RelationshipType.KinshipCarer or RelationshipType.ResidentialWorker;

    /// <summary>Whether somebody of this type looks after the child by arrangement of others.</summary>
    public static bool IsCarer(RelationshipType type)
        => type is RelationshipType.FosterCarer or RelationshipType.KinshipCarer or RelationshipType.ResidentialWorker;
}
