using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Circles;

public sealed class ALead
{
    [Fact]
    public void Is_an_active_member_in_a_role_that_leads_a_person_of_this_kind()
    {
        Assert.Equal(Around.Lead, Circle.LeadOf(Around.Led, PersonKind.Child)?.Team);
        Assert.Null(Circle.LeadOf(Around.Led, PersonKind.Adult));
        Assert.Null(Circle.LeadOf(Around.Nobody.After(new MemberProposed(Around.Lead, Role.LeadSocialWorker), Cast.Riverside), PersonKind.Child));
    }

    [Fact]
    public void Of_a_child_is_the_lead_social_worker_alone()
        => Assert.Equal([Role.LeadSocialWorker], Enum.GetValues<Role>().Where(r => Circle.Leads(r, PersonKind.Child)));

    [Fact]
    public void Of_an_adult_is_whoever_coordinates_care()
        => Assert.Equal([Role.CareCoordinator, Role.SubstanceMisuseKeyWorker], Enum.GetValues<Role>().Where(r => Circle.Leads(r, PersonKind.Adult)));

    [Fact]
    public void Has_a_role_that_at_least_one_sector_may_register()
        => Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(Enum.GetValues<Sector>(), s => RoleSectors.BuiltIn.Fits(role, s)));

    [Fact]
    public void Is_no_role_of_a_school()
        => Assert.False(RoleSectors.BuiltIn.Fits(Role.LeadSocialWorker, Sector.Education));

    [Fact]
    public void And_every_other_role_hears_of_a_linked_plan_only_as_what_its_sector_may_register()
        => Assert.All(Enum.GetValues<Sector>(), s => Assert.True(RoleNeeds.OfLinkedTeam(s) is not { } role || RoleSectors.BuiltIn.Fits(role, s)));
}
