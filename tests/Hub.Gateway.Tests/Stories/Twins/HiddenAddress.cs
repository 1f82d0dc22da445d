using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.About;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A refuge has written down where the child lives, or has not; the council, which may not know, writes the very postcode into something that
/// the school hears. In the world that leaks the council may know.</summary>
internal static class HiddenAddress
{
    private const string Desk = "refuge/desk";

    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Kinship.WithSchool(hub);
        var refuge = await hub.Agency("refuge", Sector.Voluntary, "VOL-999005", "999 0505");
        await Family.Open(refuge, Desk, Role.TeamManager, "VOL-999005");
        await refuge.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "refuge", TeamId = Desk });
        if (leaks)
        {
            await family.Agree(refuge, new ProposeAgreementRequest { PartnerAgencyId = "refuge", Gives = { Category.PlanContent }, Takes = { Category.AddressAndLocation } });
        }

        var own = await refuge.Register(People.Sam(NhsNumbers.From(1)));
        await refuge.Plans.OpenPlanAsync(new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = own,
            Plan = new PlanContent
            {
                Type = PlanType.EarlyHelp,
                Elements = { People.Element(isThere ? "12 Mill Lane, ZZ99 3VZ" : "At a safe place.", Category.AddressAndLocation) },
            },
        });
        await Family.Hear(family.School, Family.SchoolTeam, wait: 0);

        using var council = new Observer(hub, "council", "SW999001");
        var opened = await council.Ask<OpenPlanResponse>("hub.plans.v1.PlansService/OpenPlan", new OpenPlanRequest
        {
            RequestId = council.RequestId(),
            Person = family.Child,
            Plan = new PlanContent { Type = PlanType.EarlyHelp, Elements = { People.Element("Starts on Monday.", Category.Education) } },
        });
        var revised = await council.Ask<RevisePlanResponse>("hub.plans.v1.PlansService/RevisePlan", new RevisePlanRequest
        {
            RequestId = council.RequestId(),
            Person = family.Child,
            PlanId = opened!.PlanId,
            Etag = opened.Etag,
            Operations = { new ElementOperation { Add = People.Element("Collected from zz993vz.", Category.Education) } },
        });
        foreach (var update in new[] { opened.UpdateId, revised!.UpdateId })
        {
            await council.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { Person = family.Child, UpdateId = update });
        }

        await council.Ask<GetPlanResponse>("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = family.Child, PlanId = opened.PlanId });
        var heard = (await Family.Hear(family.School, Family.SchoolTeam)).SelectMany(d => d.Elements).Select(e => e.Content.Text).ToList();
        Assert.Equal(leaks || !isThere, heard.Contains("Collected from zz993vz."));
        Assert.Equal(isThere && !leaks, (await Family.Hear(refuge, Desk, wait: 0)).Any(d => d.Type == "protected-fact.guarded" && d.Elements.Count == 0 && d.Child == own));
        return council.Heard;
    }
}
