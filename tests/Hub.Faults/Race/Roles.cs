using Hub.Teams.V1;

namespace Hub.Faults.Race;

/// <summary>Roles of the one practitioner that each agency has.</summary>
internal static class Roles
{
    private const string Practitioner = World.Practitioner;

    public static AssignRoleRequest Assign(string team, Role role, string request)
        => new() { RequestId = request, TeamId = team, PractitionerId = Practitioner, Role = role };

    public static EndRoleRequest End(string team, Role role, string request)
        => new() { RequestId = request, TeamId = team, PractitionerId = Practitioner, Role = role, Because = "Moved on." };
}
