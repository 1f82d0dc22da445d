using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain.Teams;

namespace Hub.Contracts.Teams;

/// <summary>The way in for calls about teams; as <see cref="Agencies.IAgencyEntrance"/>. <c>team</c> is the text <c>agency/team</c>.</summary>
[GrainInterfaceType("hub.entrance.teams"), Alias("hub.ITeamEntrance")]
public interface ITeamEntrance : IGrainWithIntegerKey
{
    /// <summary>The team's own agency with a practitioner named, or the registrar. Refuses as <see cref="OpenTeam"/>.</summary>
    [Alias("Open")]
    Task<Answer<Done>> Open(Call call, string team, OpenTeam command);

    /// <summary>The team's own agency with a practitioner named. Refuses as <see cref="Domain.Teams.AssignRole"/>.</summary>
    [Alias("AssignRole")]
    Task<Answer<Done>> AssignRole(Call call, string team, AssignRole command);

    /// <summary>The team's own agency with a practitioner named. Refuses as <see cref="Domain.Teams.EndRole"/>.</summary>
    [Alias("EndRole")]
    Task<Answer<Done>> EndRole(Call call, string team, EndRole command);

    /// <summary>What the caller may know of a team. NOT_KNOWN when there is none.</summary>
    [Alias("Get")]
    Task<Answer<TeamView>> Get(Call call, string team);
}

/// <summary>A team as the caller may see it.</summary>
/// <param name="Profile">For every registered caller.</param>
/// <param name="Holders">For the team's own agency; else empty.</param>
[GenerateSerializer, Immutable, Alias("hub.TeamView")]
public sealed record TeamView([Id(0)] TeamProfile Profile, [Id(1)] ImmutableArray<RoleHolder> Holders);
