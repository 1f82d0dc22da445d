using Hub.Agencies.V1;
using Hub.Teams.V1;

namespace Hub.Host.Demo;

/// <summary>Who plays a part. Everybody is fictional.</summary>
/// <param name="Short">How the screen calls the agency.</param>
/// <param name="Colour">In which colour.</param>
/// <param name="Id">The agency.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="Team">Its team, as agency/team; empty for one that only asks.</param>
/// <param name="Role">Role of the practitioner in the team.</param>
/// <param name="Practitioner">By register or staff number.</param>
/// <param name="Title">Who that is.</param>
/// <param name="Does">What for, for the screen.</param>
/// <param name="Duty">The duty number.</param>
internal sealed record DemoCard(
    string Short, string Colour, string Id, string Name, Sector Sector, string Team, Role Role, string Practitioner, string Title, string Does, string Duty)
{
    public static DemoCard Council { get; } = new(
        "Council", "deepskyblue1", "northmoor", "Northmoor Council", Sector.ChildrensSocialCare, "northmoor/children", Role.LeadSocialWorker, "SW999001",
        "lead social worker", "of Sam, seven, on a child protection plan", "999 0101");

    public static DemoCard Trust { get; } = new(
        "Trust", "springgreen2", "westmere", "Westmere Trust", Sector.AdultMentalHealth, "westmere/adults", Role.CareCoordinator, "NMC999002",
        "care coordinator", "of Kim, Sam's mother, on a mental health plan", "999 0202");

    public static DemoCard School { get; } = new(
        "School", "gold1", "hillside", "Hillside School", Sector.Education, "hillside/safeguarding", Role.DesignatedSafeguardingLead, "DSL999003",
        "designated safeguarding lead", "at Sam's school", "999 0303");

    public static DemoCard Charity { get; } = new(
        "Charity", "orchid1", "harbour", "Harbour Homes", Sector.Voluntary, "", Role.Unspecified, "HW999004",
        "housing worker", "with no part in this, who asks and tells", "999 0404");

    public static IReadOnlyList<DemoCard> All { get; } = [Council, Trust, School, Charity];
}
