using Hub.Contracts.Calls;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;

namespace Hub.Contracts.Teams;

/// <summary>Owner of one team's profile and role holders. Key: <c>t_</c> and the team id.
/// The entrance has settled that the caller may; every call may be repeated with its request id.</summary>
[GrainInterfaceType("hub.team"), Alias("hub.ITeam")]
public interface ITeam : IGrainWithStringKey
{
    /// <summary>Opens the team or corrects its profile.</summary>
    [Alias("Open")]
    Task<Answer<Done>> Open(Caller caller, OpenTeam command);

    /// <summary>Gives a practitioner of the agency a role in the team.</summary>
    [Alias("AssignRole")]
    Task<Answer<Done>> AssignRole(Caller caller, AssignRole command);

    /// <summary>Ends a practitioner's role.</summary>
    [Alias("EndRole")]
    Task<Answer<Done>> EndRole(Caller caller, EndRole command);
}
