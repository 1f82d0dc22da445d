using Hub.Contracts.Calls;
using Hub.Domain.Agencies;

namespace Hub.Contracts.Agencies;

/// <summary>Owner of one agency's profile, connections and practitioners. Key: <c>o_</c> and the agency id.
/// The entrance has settled that the caller may; every call may be repeated with its request id.</summary>
[GrainInterfaceType("hub.agency"), Alias("hub.IAgency")]
public interface IAgency : IGrainWithStringKey
{
    /// <summary>Admits the agency or corrects its profile.</summary>
    [Alias("Admit")]
    Task<Answer<Done>> Admit(Caller caller, AdmitAgency command);

    /// <summary>Lets a key call for the agency. A key of another agency is refused as STATE_CONFLICT.</summary>
    [Alias("RegisterConnection")]
    Task<Answer<Done>> RegisterConnection(Caller caller, RegisterConnection command);

    /// <summary>Takes a key's right to call away; the next call on an open connection is refused.</summary>
    [Alias("RevokeConnection")]
    Task<Answer<Done>> RevokeConnection(Caller caller, RevokeConnection command);

    /// <summary>Lets a practitioner be named in the agency's calls.</summary>
    [Alias("RegisterPractitioner")]
    Task<Answer<Done>> RegisterPractitioner(Caller caller, RegisterPractitioner command);

    /// <summary>Names the agency's own team that hears of concerns.</summary>
    [Alias("SetDutyTeam")]
    Task<Answer<Done>> SetDutyTeam(Caller caller, SetDutyTeam command);

    /// <summary>Names in advance whose duty team hears where the agency's own may not.</summary>
    [Alias("SetReciprocalAuthority")]
    Task<Answer<Done>> SetReciprocalAuthority(Caller caller, SetReciprocalAuthority command);

    /// <summary>Puts on record that somebody acts for somebody else. It may take something from who acts.</summary>
    [Alias("RecordDelegation")]
    Task<Answer<Done>> RecordDelegation(Caller caller, RecordDelegation command);

    /// <summary>Says that somebody acts for somebody else no more.</summary>
    [Alias("EndDelegation")]
    Task<Answer<Done>> EndDelegation(Caller caller, EndDelegation command);
}
