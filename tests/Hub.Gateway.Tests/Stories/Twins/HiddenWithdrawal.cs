using Hub.Consents.V1;
using Hub.Gateway.Tests.Stories.Directed;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.SafetyPlans;
using Hub.Inbox.V1;
using Hub.Relationships.V1;
using Hub.Safetyplans.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The mother does not want her own mother told any more, and the sign recurs; or it does not. The team that carried the words goes on as ever. In the
/// world that leaks she consents still.</summary>
internal static class HiddenWithdrawal
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        using var kinship = await Grandmother.Kinship(hub);
        using var observer = new Observer(hub, "kinship", "VOL-999009");
        await observer.Listen(Grandmother.KinTeam);
        var grandmother = await Grandmother.Of(family, Grandmother.KinTeam);
        await grandmother.Agree();
        await grandmother.Sign();
        await observer.Hear(Grandmother.KinTeam);
        if (isThere)
        {
            await (leaks ? grandmother.Agree("Other words.") : grandmother.Consent(ConsentState.Withdrawn));
            await grandmother.Sign();
            if (!leaks)
            {
                var asked = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam), d => d.Type == "needs-decision");
                await family.Trust.Decisions.DoNotSendAsync(Unagreed.Not(asked));
            }
        }

        await observer.Hear(Grandmother.KinTeam);
        await observer.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = Grandmother.KinTeam });
        var mother = await Household.Adult(kinship, NhsNumbers.From(30));
        await observer.Ask<ListInformeesResponse>("hub.safetyplans.v1.SafetyPlansService/ListInformees", new ListInformeesRequest { Person = mother });
        await observer.Ask<ListRelationshipsResponse>("hub.relationships.v1.RelationshipsService/ListRelationships", new ListRelationshipsRequest { Person = mother });
        return observer.Heard;
    }
}
