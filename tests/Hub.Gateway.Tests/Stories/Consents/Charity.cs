using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Consents.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Consents;

/// <summary>A fictional charity that helps families with their housing, under an agreement with the council.</summary>
internal static class Charity
{
    public const string Team = "lantern/housing";

    public static async Task<HubClient> Join(RunningHub hub, Family family)
    {
        var lantern = await hub.Agency("lantern", Sector.Voluntary, "VOL-999009", "999 0909");
        await lantern.Teams.OpenTeamAsync(Facts.Team(Team));
        await lantern.Teams.AssignRoleAsync(Facts.Assign(Team, Role.VoluntarySectorWorker, "VOL-999009"));
        await family.Agree(lantern, new ProposeAgreementRequest { PartnerAgencyId = "lantern", Gives = { Category.HousingAndFinance }, Takes = { Category.HousingAndFinance } });
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Team, Role.VoluntarySectorWorker));
        return lantern;
    }

    public static RecordConsentRequest Consent(string person, ConsentState state, ConsentGiver by) => new()
    {
        RequestId = HubRequest.NewId(),
        Person = person,
        State = state,
        GivenBy = by,
        RecipientAgencyIds = { "lantern" },
        Explained = "What the charity is told, and what for.",
        Because = state is ConsentState.Withdrawn or ConsentState.NotRequired ? "Not that they know." : "",
    };
}
