using Hub.Agreements.V1;
using Hub.Client.Calls;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A school, and what other agencies have agreed among themselves.</summary>
internal static class AmongAgencies
{
    /// <summary>An agreement of two others.</summary>
    public static async Task<IReadOnlyList<string>> AnAgreement(World world)
    {
        var home = await Household.In(world);
        await home.SchoolHears(Category.Education);
        if (world.IsThere)
        {
            await (world.Leaks ? home.Agree(home.School, "school", [Category.HealthPhysical], []) as Task : home.AgreeWithTrust());
        }

        return await Ask(world, home, "");
    }

    /// <summary>That two others have suspended what they agreed.</summary>
    public static async Task<IReadOnlyList<string>> ASuspension(World world)
    {
        var home = await Household.In(world);
        var own = await home.Agree(home.School, "school", [Category.Education], []);
        await home.AgreeWithTrust();
        if (world.IsThere)
        {
            await home.Council.Agreements.SuspendAgreementAsync(Facts.Suspend(world.Leaks ? own : home.Agreement));
        }

        return await Ask(world, home, "");
    }

    /// <summary>Who has joined a framework of which the school is no member.</summary>
    public static async Task<IReadOnlyList<string>> AMember(World world)
    {
        var home = await Household.In(world);
        var framework = Facts.Framework();
        framework.Name += $" {world.Agency("of")}";
        var atCouncil = (await home.Council.Agreements.ProposeFrameworkAsync(framework)).AgreementId;
        await home.Council.Agreements.AccedeToFrameworkAsync(Facts.Accede(atCouncil));
        if (world.IsThere)
        {
            await home.Trust.Agreements.AccedeToFrameworkAsync(Facts.Accede((await Listed(home.Trust, framework.Name)).AgreementId));
        }

        var atSchool = await Listed(home.School, framework.Name);
        if (world.Leaks)
        {
            await home.School.Agreements.AccedeToFrameworkAsync(Facts.Accede(atSchool.AgreementId));
        }

        return await Ask(world, home, atSchool.AgreementId);
    }

    private static async Task<IReadOnlyList<string>> Ask(World world, Household home, string framework)
    {
        var school = world.Watch("school", Household.Lead);
        await school.Listen(home.SchoolTeam);
        await school.Ask<ListAgreementsResponse>("hub.agreements.v1.AgreementsService/ListAgreements", new ListAgreementsRequest());
        if (framework.Length > 0)
        {
            await school.Ask<GetAgreementResponse>("hub.agreements.v1.AgreementsService/GetAgreement", new GetAgreementRequest { AgreementId = framework });
        }

        await school.Ask<ProposeAgreementResponse>("hub.agreements.v1.AgreementsService/ProposeAgreement", new ProposeAgreementRequest
        {
            RequestId = school.RequestId(),
            ValidateOnly = true,
            PartnerAgencyId = world.Agency("trust"),
            Purposes = { Purpose.Safeguard },
            Gives = { Category.Education },
        });
        await home.NoteChild(People.Element("Late.", Category.Education));
        await school.Hear(home.SchoolTeam);
        var child = await school.Register(world.Number(1));
        await school.AskAbout(child);
        await school.Alert(child);
        return school.Heard;
    }

    // The hub's other worlds have frameworks of their own.
    private static async Task<Framework> Listed(Hub.Client.HubClient agency, string name)
    {
        var page = await agency.Agreements.ListFrameworksAsync(new ListFrameworksRequest());
        while (page.Frameworks.All(f => f.Name != name))
        {
            page = await agency.Agreements.ListFrameworksAsync(new ListFrameworksRequest { PageToken = page.NextPageToken });
        }

        return page.Frameworks.Single(f => f.Name == name);
    }
}
