using Google.Protobuf.Reflection;
using Grpc.Core;
using Hub.Adoptions.V1;
using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client.Errors;
using Hub.Consents.V1;
using Hub.Contacts.V1;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Restrictions.V1;
using Hub.Rules.V1;
using Hub.Safetyplans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>Every call of the API, and whether its answer shows anything of a person. What does passes the gate: a silo that has lost its lease, and
/// so may have missed what was taken away, answers none of it. A call that is not named here is found.</summary>
public sealed class TheGate
{
    private const string Ids = "answers with the caller's own references";
    private const string Rules = "the rules, which are open to every agency: nothing of a person";
    private const string Nothing = "has an empty answer";
    private const string Address = "an agency's or a team's public entry, the caller's own agreements, or a framework: nothing of a person";

    private static readonly Dictionary<string, string> ShowNothing = new(StringComparer.Ordinal)
    {
        ["AdmitAgency"] = Nothing,
        ["RegisterConnection"] = Nothing,
        ["RevokeConnection"] = Nothing,
        ["RegisterPractitioner"] = Nothing,
        ["SetDutyTeam"] = Nothing,
        ["SetReciprocalAuthority"] = Nothing,
        ["RecordDelegation"] = Nothing,
        ["EndDelegation"] = Nothing,
        ["ListDelegations"] = "who of the caller's own agency acts for whom: nothing of a person",
        ["GetAgency"] = Address,
        ["OpenTeam"] = Nothing,
        ["AssignRole"] = Nothing,
        ["EndRole"] = Nothing,
        ["GetTeam"] = Address,
        ["ProposeAgreement"] = Ids,
        ["SignAgreement"] = Nothing,
        ["EndAgreement"] = Nothing,
        ["SuspendAgreement"] = Nothing,
        ["ResumeAgreement"] = Nothing,
        ["ProposeFramework"] = Ids,
        ["AccedeToFramework"] = Nothing,
        ["WithdrawFromFramework"] = Nothing,
        ["ProposeEdition"] = Rules,
        ["WithdrawEdition"] = Nothing,
        ["ActivateEdition"] = Nothing,
        ["ListEditions"] = Rules,
        ["GetEdition"] = Rules,
        ["GetAgreement"] = Address,
        ["ListAgreements"] = Address,
        ["ListFrameworks"] = Address,
        ["RegisterChild"] = Ids,
        ["RegisterAdult"] = Ids,
        ["OpenPlan"] = Ids,
        ["RevisePlan"] = Ids,
        ["EndPlan"] = Ids,
        ["AdoptElement"] = Ids,
        ["KeepElement"] = Ids,
        ["AddCircleMember"] = Nothing,
        ["EndCircleMember"] = Nothing,
        ["RecordRelationship"] = Ids,
        ["EndRelationship"] = Nothing,
        ["ReleaseWords"] = Nothing,
        ["ProposeLink"] = Ids,
        ["AcceptLink"] = Ids,
        ["DeclineLink"] = Ids,
        ["EndLink"] = Ids,
        ["RaiseAlert"] = Ids,
        ["RaiseConcern"] = "the hub always listens: a reference and a duty number",
        ["RegisterSubscriber"] = Nothing,
        ["EndSubscriber"] = Nothing,
        ["ConfirmDeliveries"] = Nothing,
        ["AcknowledgeDelivery"] = Nothing,
        ["SendDirected"] = Ids,
        ["DoNotSend"] = Nothing,
        ["ShareDirected"] = Ids,
        ["RecordNotShared"] = Nothing,
        ["PlaceRestriction"] = Ids,
        ["ReviewRestriction"] = Nothing,
        ["LiftRestriction"] = Nothing,
        ["RecordConsent"] = Nothing,
        ["AgreeInformee"] = Nothing,
        ["EndInformee"] = Nothing,
        ["RecordInformeeConsent"] = Nothing,
        ["ProposeCrossing"] = Ids,
        ["ConfirmCrossing"] = Nothing,
        ["RequestContact"] = "always open: a reference and the own duty number",
    };

    private static readonly Dictionary<string, Func<Family, Task>> Show = new(StringComparer.Ordinal)
    {
        ["GetChild"] = f => f.Council.Children.GetChildAsync(new GetChildRequest { Child = f.Child }).ResponseAsync,
        ["GetAdult"] = f => f.Trust.Adults.GetAdultAsync(new GetAdultRequest { Adult = f.Mother }).ResponseAsync,
        ["GetPlan"] = f => f.Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = f.Mother, PlanId = f.MotherPlan }).ResponseAsync,
        ["ListPlanRevisions"] = f => f.Trust.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = f.Mother, PlanId = f.MotherPlan }).ResponseAsync,
        ["GetCircle"] = f => f.Council.Circles.GetCircleAsync(new GetCircleRequest { Person = f.Child }).ResponseAsync,
        ["ListLinks"] = f => f.Council.Links.ListLinksAsync(new ListLinksRequest { Person = f.Child }).ResponseAsync,
        ["ListRelationships"] = f => f.Council.Relationships.ListRelationshipsAsync(new ListRelationshipsRequest { Person = f.Child }).ResponseAsync,
        ["GetProgress"] = f => f.Trust.Alerts.GetProgressAsync(new GetProgressRequest { Person = f.Mother, UpdateId = f.Update }).ResponseAsync,
        ["ListDecisions"] = f => f.Council.Decisions.ListDecisionsAsync(new ListDecisionsRequest { Person = f.Child }).ResponseAsync,
        ["ListRestrictions"] = f => f.Council.Restrictions.ListRestrictionsAsync(new ListRestrictionsRequest { Person = f.Child }).ResponseAsync,
        ["FetchRestricted"] = f => f.Council.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.ChildrensTeam }).ResponseAsync,
        ["ListCrossings"] = f => f.Council.Adoptions.ListCrossingsAsync(new ListCrossingsRequest { ToPerson = f.Child }).ResponseAsync,
        ["ListConsents"] = f => f.Council.Consents.ListConsentsAsync(new ListConsentsRequest { Person = f.Child }).ResponseAsync,
        ["ListInformees"] = f => f.Trust.SafetyPlans.ListInformeesAsync(new ListInformeesRequest { Person = f.Mother }).ResponseAsync,
        ["FetchDeliveries"] = f => Family.Fetch(f.Council, Family.ChildrensTeam, wait: 0),
        ["Subscribe"] = async f =>
        {
            using var line = f.Council.Inbox.Subscribe(new SubscribeRequest { TeamId = Family.ChildrensTeam, Subscriber = Family.System });
            Assert.True(await line.ResponseStream.MoveNext(CancellationToken.None));
        },
    };

    private static readonly ServiceDescriptor[] Api =
    [
        AgenciesService.Descriptor, TeamsService.Descriptor, AgreementsService.Descriptor, ChildrenService.Descriptor, AdultsService.Descriptor,
        PlansService.Descriptor, CirclesService.Descriptor, LinksService.Descriptor, InboxService.Descriptor, AlertsService.Descriptor,
        DecisionsService.Descriptor, RelationshipsService.Descriptor, RestrictionsService.Descriptor, ConsentsService.Descriptor,
        AdoptionsService.Descriptor, SafetyPlansService.Descriptor, RulesService.Descriptor, ContactsService.Descriptor,
    ];

    [Fact]
    public void Has_a_place_for_every_call()
        => Assert.Equal(Api.SelectMany(s => s.Methods).Select(m => m.Name).Order(StringComparer.Ordinal), ShowNothing.Keys.Concat(Show.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Is_shut_for_every_answer_that_shows_something_while_the_lease_is_lost()
    {
        await using var hub = await RunningHub.Start(StoreKind.Postgres);
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.ReviseMother(People.Element("made up", Category.HealthMental));
        foreach (var call in Show.Values)
        {
            await call(family);
        }

        await using (await hub.HoldLease())
        {
            await Look.Until(async () => await Reason(Show["GetPlan"], family) == HubReasons.TryAgain);
            foreach (var (name, call) in Show)
            {
                Assert.Equal((name, HubReasons.TryAgain), (name, await Reason(call, family)));
            }

            // Nor does it say who is calling: it may have missed that a key was revoked.
            Assert.Equal(HubReasons.TryAgain, await Reason(f => f.Council.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "council" }).ResponseAsync, family));
            var employ = new RegisterPractitionerRequest { RequestId = "employ", AgencyId = "council", PractitionerId = "SW999777" };
            Assert.Equal(HubReasons.TryAgain, await Reason(f => f.Council.Agencies.RegisterPractitionerAsync(employ).ResponseAsync, family));
        }

        await Look.Until(async () => await Reason(Show["Subscribe"], family) is null);
    }

    private static async Task<string?> Reason(Func<Family, Task> call, Family family)
    {
        try
        {
            await call(family);
            return null;
        }
        catch (HubRefusedException e)
        {
            return e.Reason;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return HubReasons.TryAgain;
        }
    }
}
