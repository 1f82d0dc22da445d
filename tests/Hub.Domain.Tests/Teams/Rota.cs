using System.Globalization;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Agencies;

namespace Hub.Domain.Tests.Teams;

/// <summary>Teams as an agency's commands leave them.</summary>
internal static class Rota
{
    public static OpenTeam Open { get; } = new("Riverside Duty Desk", "01632 960002");

    public static Team Opened { get; } = Team.Empty.After(Open.Decide(Team.Empty, Desk.Admitted.Profile));

    public static PractitionerId Staff(int number) => PractitionerId.TryParse(Desk.StaffNumber(number))!;

    public static AssignRole Assign(int staff, Role role) => new(Desk.StaffNumber(staff), (int)role);

    public static EndRole End(int staff, Role role, string because = "") => new(Desk.StaffNumber(staff), (int)role, because);

    /// <summary>Of a council's children's social care whose staff are numbers 1 to 300.</summary>
    public static Decided Decide(this AssignRole command, Team team, Sector sector = Sector.ChildrensSocialCare)
        => command.Decide(team, sector, p => int.Parse(p.Value.Split('-')[1], CultureInfo.InvariantCulture) is >= 1 and <= 300, RoleSectors.BuiltIn);

    public static Team After(this Team team, Decided decided) => team.Apply(Cast.Happened(decided.Change!));

    public static Team With(int holders) => Opened with
    {
        Holders = [.. Enumerable.Range(1, holders).Select(n => new RoleHolder(Staff(n), Role.DutyManager, Cast.Now))],
    };
}
