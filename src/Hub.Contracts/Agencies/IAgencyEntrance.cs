using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain.Agencies;

namespace Hub.Contracts.Agencies;

/// <summary>The way in for calls about agencies. A stateless worker, key 0: it resolves who is calling from the register, settles
/// who may, and calls the owner. Everything the gateway needs in one call.</summary>
[GrainInterfaceType("hub.entrance.agencies"), Alias("hub.IAgencyEntrance")]
public interface IAgencyEntrance : IGrainWithIntegerKey
{
    /// <summary>The registrar only. <paramref name="agency"/> is the slug chosen for the agency.</summary>
    [Alias("Admit")]
    Task<Answer<Done>> Admit(Call call, string agency, AdmitAgency command);

    /// <summary>The registrar only: whoever holds a stolen key must not be able to add a second one.</summary>
    [Alias("RegisterConnection")]
    Task<Answer<Done>> RegisterConnection(Call call, string agency, RegisterConnection command);

    /// <summary>The registrar, or the agency itself.</summary>
    [Alias("RevokeConnection")]
    Task<Answer<Done>> RevokeConnection(Call call, string agency, RevokeConnection command);

    /// <summary>The agency itself, or the registrar.</summary>
    [Alias("RegisterPractitioner")]
    Task<Answer<Done>> RegisterPractitioner(Call call, string agency, RegisterPractitioner command);

    /// <summary>The agency itself, or the registrar.</summary>
    [Alias("SetDutyTeam")]
    Task<Answer<Done>> SetDutyTeam(Call call, string agency, SetDutyTeam command);

    /// <summary>Names in advance whose duty team hears where the agency's own may not. Refuses as <see cref="Domain.Agencies.SetReciprocalAuthority"/>.</summary>
    [Alias("SetReciprocalAuthority")]
    Task<Answer<Done>> SetReciprocalAuthority(Call call, string agency, SetReciprocalAuthority command);

    /// <summary>For the own agency, by a third practitioner who manages a team of it. Refuses as <see cref="Domain.Agencies.RecordDelegation"/>.</summary>
    [Alias("RecordDelegation")]
    Task<Answer<Done>> RecordDelegation(Call call, RecordDelegation command);

    /// <summary>In the own agency, by either of the two or whoever manages a team of it. Refuses as <see cref="Domain.Agencies.EndDelegation"/>.</summary>
    [Alias("EndDelegation")]
    Task<Answer<Done>> EndDelegation(Call call, EndDelegation command);

    /// <summary>Who acts for whom in the own agency, for whoever manages a team of it. NOT_KNOWN for anybody else.</summary>
    [Alias("ListDelegations")]
    Task<Answer<DelegationList>> ListDelegations(Call call);

    /// <summary>What any registered caller may know of an agency. NOT_KNOWN when there is none.</summary>
    [Alias("Get")]
    Task<Answer<AgencyProfile>> Get(Call call, string agency);

    /// <summary>Whose key this is, for the gateway's per-call check of long streams and for neutral answers.</summary>
    [Alias("WhoAmI")]
    Task<Answer<Identified>> WhoAmI(Call call);
}

/// <summary>Who acts for whom in an agency.</summary>
/// <param name="Delegations">Those that have not ended, in order of recording.</param>
[GenerateSerializer, Immutable, Alias("hub.DelegationList")]
public sealed record DelegationList([Id(0)] ImmutableArray<Delegation> Delegations);

/// <summary>A caller as the register knows it.</summary>
/// <param name="Agency">The agency of the connection.</param>
/// <param name="Practitioner">The practitioner named, or null.</param>
/// <param name="DutyNumber">The agency's own duty number, for neutral answers.</param>
[GenerateSerializer, Immutable, Alias("hub.Identified")]
public sealed record Identified([Id(0)] AgencyId Agency, [Id(1)] PractitionerId? Practitioner, [Id(2)] string DutyNumber);
