using Hub.Inbox.V1;
using Hub.Teams.V1;

namespace Hub.Faults.Load;

/// <summary>A team of one practitioner, and the systems that read its inbox.</summary>
internal sealed class Team
{
    private Team(string id, Partner partner) => (Id, Partner) = (id, partner);

    public string Id { get; }

    public Partner Partner { get; }

    public List<Reader> Readers { get; } = [];

    /// <summary>Opens a team of an agency and puts the agency's practitioner into it.</summary>
    public static async Task Open(Caller agency, string id, Role role)
    {
        var open = new OpenTeamRequest { RequestId = agency.NextRequest(), TeamId = id, Name = $"Fictional {id}", DutyNumber = "999 0100" };
        await agency.Must<OpenTeamResponse>(new Ask(open.RequestId, "OpenTeam", async o => await agency.Client.Teams.OpenTeamAsync(open, o)));
        var assign = new AssignRoleRequest { RequestId = agency.NextRequest(), TeamId = id, PractitionerId = Admission.Practitioner, Role = role };
        await agency.Must<AssignRoleResponse>(new Ask(assign.RequestId, "AssignRole", async o => await agency.Client.Teams.AssignRoleAsync(assign, o)));
    }

    public static async Task<Team> Open(Partner partner, string name)
    {
        var team = new Team($"{partner.Caller.Name}/{name}", partner);
        await Open(partner.Caller, team.Id, partner.Role);
        return team;
    }

    /// <summary>Registers a system that receives what the team hears.</summary>
    public Task Subscribe(string subscriber) => Subscribe(Partner.Caller, Id, subscriber);

    /// <summary>Registers a system that receives what a team of the agency hears.</summary>
    public static Task Subscribe(Caller agency, string id, string subscriber)
    {
        var register = new RegisterSubscriberRequest { RequestId = agency.NextRequest(), TeamId = id, Subscriber = subscriber };
        return agency.Must<RegisterSubscriberResponse>(
            new Ask(register.RequestId, "RegisterSubscriber", async o => await agency.Client.Inbox.RegisterSubscriberAsync(register, o)));
    }
}
