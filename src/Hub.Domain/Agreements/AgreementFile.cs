using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>All that an agreement's owner remembers: what its stream folds into. One of the two, or nothing yet.</summary>
/// <param name="Agreement">An agreement between two agencies.</param>
/// <param name="Framework">One that agencies join.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementFile")]
public sealed record AgreementFile(
    [property: JsonPropertyName("agreement")][Id(0)] Agreement? Agreement,
    [property: JsonPropertyName("framework")][Id(1)] Framework? Framework = null)
{
    /// <summary>Nothing is proposed yet.</summary>
    public static AgreementFile Empty { get; } = new(null, null);

    /// <summary>Whether nothing is proposed yet.</summary>
    [JsonIgnore]
    public bool IsEmpty => Agreement is null && Framework is null;

    /// <summary>The file after an event of its stream.</summary>
    public AgreementFile Apply(Happened happened)
        => new(Agreements.Agreement.Apply(Agreement, happened), Agreements.Framework.Apply(Framework, happened));

    /// <summary>The agreement, if the caller's agency is a party; else null, which the caller hears as NOT_KNOWN.</summary>
    public Agreement? ToSee(Caller caller) => Agreement?.IsParty(caller.Agency) == true ? Agreement : null;

    /// <summary>Who hears that it ends: both parties, or all members and the owner, in order; nobody of a draft and of what was ended.</summary>
    public IEnumerable<AgencyId> Hearers()
        => Agreement is { SignedAt: not null, EndedAt: null } agreement ? new[] { agreement.Proposer, agreement.Partner }.Order()
            : Framework is { EndedAt: null } framework ? framework.Members.Select(m => m.Agency).Append(framework.Owner).Distinct().Order()
            : [];
}
