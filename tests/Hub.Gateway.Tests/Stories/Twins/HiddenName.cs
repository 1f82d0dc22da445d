using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.About;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The council has put on record how the child was known before a gender recognition, or has not; the school, which may not know that there is
/// such a restriction, writes that very name into something that a clinic hears. In the world that leaks the school's team may know.</summary>
internal static class HiddenName
{
    private const string Nurses = "clinic/nurses";
    private const string Told = "Was ROWAN until spring.";

    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Kinship.WithSchool(hub);
        await family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.TeamManager));
        var clinic = await hub.Agency("clinic", Sector.HealthVisiting, "HV-999006", "999 0606");
        await Family.Open(clinic, Nurses, Role.HealthVisitor, "HV-999006");
        await family.School.Agreements.ProposeAgreementAsync(Facts.Agreement("clinic"));
        var agreement = Assert.Single((await clinic.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements);
        await clinic.Agreements.SignAgreementAsync(Facts.Sign(agreement.AgreementId));
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Nurses, Role.HealthVisitor));
        var own = await family.School.Register(People.Sam(NhsNumbers.From(1)));
        if (isThere)
        {
            var terms = Restricted.Terms(RestrictionGround.GenderRecognition);
            terms.FormerlyKnown.Add("Rowan");
            terms.AdmittedTeamIds.AddRange(leaks ? [Family.SchoolTeam] : []);
            await Restricted.Place(family.Council, family.Child, terms);
        }

        using var school = new Observer(hub, "school", Kinship.AtSchool);
        var opened = await school.Ask<OpenPlanResponse>("hub.plans.v1.PlansService/OpenPlan", new OpenPlanRequest
        {
            RequestId = school.RequestId(),
            Person = own,
            Plan = new PlanContent { Type = PlanType.EarlyHelp, Elements = { People.Element("Starts on Monday.", Category.PlanContent), People.Element(Told, Category.PlanContent) } },
        });
        await school.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { Person = own, UpdateId = opened!.UpdateId });
        await school.Ask<GetPlanResponse>("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = own, PlanId = opened.PlanId });

        var heard = (await Family.Hear(clinic, Nurses)).SelectMany(d => d.Elements).Select(e => e.Content.Text).ToList();
        Assert.Contains("Starts on Monday.", heard);
        Assert.Equal(!isThere, heard.Contains(Told));
        Assert.Equal(isThere, (await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0)).Any(d => d.Type == "protected-fact.guarded" && d.Elements.Count == 0));
        return school.Heard;
    }
}
