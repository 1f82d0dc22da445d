using Google.Protobuf;
using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Markers;

/// <summary>Much of what agencies do and do wrong, said in marked words.</summary>
internal sealed class AWholeStory(RunningHub hub, Marked marked, Ears ears)
{
    public async Task Play()
    {
        var council = await hub.Agency("council");
        var clinic = await hub.Agency("clinic", practitioner: "NMC999002");
        var child = await council.Register(marked.Identity);
        await clinic.Register(marked.Identity);
        await council.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = marked.Identity });
        var opened = await council.Plans.OpenPlanAsync(People.Protection(child, People.Element(marked.Text), People.Element(marked.Text)));
        await Strangers(child);
        await BadPeople(council, child);
        await BadPlans(council, child, opened);
        await TeamsAndAgreements(council, clinic);
        await Told(council, clinic, child);
        await BrokenMessages();
        await hub.StopProcess();
        await hub.StartProcess();
        await council.Children.GetChildAsync(new GetChildRequest { Child = child });
        await council.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = opened.PlanId });
        var end = new EndPlanRequest { RequestId = HubRequest.NewId(), Person = child, PlanId = opened.PlanId, Etag = opened.Etag, State = PlanState.Ended, Because = marked.Because };
        await council.Plans.EndPlanAsync(end);
        await ears.Refused(async () => await council.Plans.EndPlanAsync(new EndPlanRequest(end) { RequestId = HubRequest.NewId() }));
        end.Because += ".";
        await ears.Refused(async () => await council.Plans.EndPlanAsync(end));
        await Operators();
    }

    private async Task Strangers(string child)
    {
        await ears.Refused(() => hub.Client("council", "council").Register(marked.Identity));
        await ears.Refused(() => hub.Client("council", "council", marked.MadeUp).Register(marked.Identity));
        await ears.Refused(() => hub.Client("council", marked.MadeUp).Register(marked.Identity));
        await ears.Refused(() => hub.Client("stranger").Register(marked.Identity));
        await ears.Refused(async () => await hub.Client("clinic", "clinic", "NMC999002").Children.GetChildAsync(new GetChildRequest { Child = child }));
    }

    private async Task BadPeople(HubClient council, string child)
    {
        foreach (var change in new Action<Hub.People.V1.Identity>[]
        {
            i => i.Identifiers[0].Value = marked.MadeUp,
            i => i.FamilyName += "\0",
            i => i.FamilyName = string.Concat(Enumerable.Repeat(marked.Family, 20)),
            i => i.BirthDate = marked.MadeUp,
            i => i.ExpectedDate = i.BirthDate,
            i => i.Identifiers[0].System = marked.MadeUp + " ",
        })
        {
            var identity = marked.Identity;
            change(identity);
            await ears.Refused(() => council.Register(identity));
        }

        var request = new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = marked.Identity };
        request.Identity.GivenNames.Add(marked.Given);
        await council.Children.RegisterChildAsync(request);
        request.Identity.GivenNames.Clear();
        await ears.Refused(async () => await council.Children.RegisterChildAsync(request));
        await ears.Refused(async () => await council.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = marked.MadeUp + " ", Identity = marked.Identity }));
        await ears.Refused(async () => await council.Children.GetChildAsync(new GetChildRequest { Child = marked.MadeUp }));
        await ears.Refused(async () => await council.Adults.GetAdultAsync(new GetAdultRequest { Adult = child }));
        await ears.Refused(async () => await council.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = marked.MadeUp }));
    }

    private async Task BadPlans(HubClient council, string child, OpenPlanResponse opened)
    {
        await ears.Refused(async () => await council.Plans.OpenPlanAsync(People.Protection(marked.MadeUp, People.Element(marked.Text))));
        await ears.Refused(async () => await council.Plans.OpenPlanAsync(People.Protection(child, People.Element(marked.Text + "\0"))));
        await ears.Refused(async () => await council.Plans.OpenPlanAsync(People.Protection(child, People.Element(marked.Text, (Category)99))));
        await ears.Refused(async () => await council.Plans.OpenPlanAsync(
            People.Protection(child, People.Element(string.Concat(Enumerable.Repeat(marked.Text, 400))))));
        foreach (var change in new Action<RevisePlanRequest>[]
        {
            r => r.Etag = marked.MadeUp,
            r => r.PlanId = marked.MadeUp,
            r => r.Operations[0].ElementId = marked.MadeUp,
            r => r.Operations.Add(r.Operations[0]),
        })
        {
            var request = new RevisePlanRequest
            {
                RequestId = HubRequest.NewId(),
                Person = child,
                PlanId = opened.PlanId,
                Etag = opened.Etag,
                Operations = { new ElementOperation { ElementId = opened.ElementIds[0], Replace = new ReplaceElement { Element = People.Element(marked.Text) } } },
            };
            change(request);
            await ears.Refused(async () => await council.Plans.RevisePlanAsync(request));
        }

        await ears.Refused(async () => await council.Plans.ListPlanRevisionsAsync(
            new ListPlanRevisionsRequest { Person = child, PlanId = opened.PlanId, PageToken = marked.MadeUp }));
        await council.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = child, PlanId = opened.PlanId });
    }

    private async Task TeamsAndAgreements(HubClient council, HubClient clinic)
    {
        const string Desk = "council/duty-desk";
        await council.Teams.OpenTeamAsync(Facts.Team(Desk));
        await council.Teams.AssignRoleAsync(Facts.Assign(Desk, Role.LeadSocialWorker));
        var end = Facts.End(Desk, Role.LeadSocialWorker);
        end.Because = marked.Because;
        await council.Teams.EndRoleAsync(end);
        await ears.Refused(async () => await council.Teams.EndRoleAsync(new EndRoleRequest(end) { RequestId = HubRequest.NewId() }));
        await ears.Refused(async () => await council.Teams.EndRoleAsync(new EndRoleRequest(end) { RequestId = HubRequest.NewId(), PractitionerId = marked.MadeUp }));
        await ears.Refused(async () => await council.Teams.OpenTeamAsync(Facts.Team(marked.MadeUp)));
        await ears.Refused(async () => await council.Agreements.ProposeAgreementAsync(Facts.Agreement(marked.MadeUp)));
        var agreement = (await council.Agreements.ProposeAgreementAsync(Facts.Agreement("clinic"))).AgreementId;
        await ears.Refused(async () => await clinic.Agreements.SignAgreementAsync(Facts.Sign(marked.MadeUp)));
        await Framework(council, clinic);
        var ended = Facts.EndOf(agreement);
        ended.Because = marked.Because;
        await council.Agreements.EndAgreementAsync(ended);
        ended.Because += ".";
        await ears.Refused(async () => await council.Agreements.EndAgreementAsync(ended));
    }

    private async Task Framework(HubClient council, HubClient clinic)
    {
        var proposal = Facts.Framework();
        (proposal.Name, proposal.LegalSource) = (marked.Text, marked.Text);
        await council.Agreements.ProposeFrameworkAsync(proposal);
        proposal.Name += "\0";
        await ears.Refused(async () => await council.Agreements.ProposeFrameworkAsync(proposal));
        var seen = (await clinic.Agreements.ListFrameworksAsync(new Hub.Agreements.V1.ListFrameworksRequest())).Frameworks[0].AgreementId;
        await clinic.Agreements.AccedeToFrameworkAsync(Facts.Accede(seen));
        var (suspend, withdraw) = (Facts.Suspend(seen), Facts.Withdraw(seen));
        (suspend.Because, withdraw.Because) = (marked.Because, marked.Because);
        await clinic.Agreements.SuspendAgreementAsync(suspend);
        await clinic.Agreements.WithdrawFromFrameworkAsync(withdraw);
        withdraw.RequestId = HubRequest.NewId();
        await ears.Refused(async () => await clinic.Agreements.WithdrawFromFrameworkAsync(withdraw));
    }

    private async Task Told(HubClient council, HubClient clinic, string child)
    {
        var alert = new RaiseAlertRequest { RequestId = HubRequest.NewId(), Person = child, Type = AlertType.Admission, Severity = Severity.Red, Elements = { People.Element(marked.Text) } };
        await council.Alerts.RaiseAlertAsync(alert);
        alert.Elements.Add(People.Element(marked.Text + "\0"));
        await ears.Refused(async () => await council.Alerts.RaiseAlertAsync(alert));
        var concern = new RaiseConcernRequest
        {
            RequestId = HubRequest.NewId(),
            Person = marked.MadeUp,
            Identity = marked.Identity,
            Description = marked.Text,
            Severity = Severity.Red,
            Elements = { People.Element(marked.Text) },
            PlaceAgencyId = "council",
        };
        await clinic.Alerts.RaiseConcernAsync(concern);
        concern.Description += ".";
        await ears.Refused(async () => await clinic.Alerts.RaiseConcernAsync(concern));
        concern.PlaceAgencyId = marked.MadeUp;
        await ears.Refused(async () => await clinic.Alerts.RaiseConcernAsync(concern));
        await ears.Refused(async () => await council.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = marked.MadeUp }));
    }

    private async Task BrokenMessages()
    {
        using var caller = WireCaller.For(hub, "council", "council", "SW999001");
        var message = new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = marked.Identity }.ToByteArray();
        message[message.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes("family"))] = 0xFF;
        const string Method = "hub.children.v1.ChildrenService/RegisterChild";
        foreach (var body in new[] { WireCaller.Frame(message, message.Length), WireCaller.Frame(message, message.Length + 9), WireCaller.Frame(message[..^5], message.Length - 5), WireCaller.Frame(message, int.MaxValue) })
        {
            var answer = await caller.Send(Method, body);
            ears.Hear("broken message", answer.Likeness + answer.Refusal().Details.ToStringUtf8());
        }
    }

    private async Task Operators()
    {
        using var http = new HttpClient();
        foreach (var page in new[] { "metrics", "health" })
        {
            var text = await http.GetStringAsync(new Uri($"http://{hub.Options.Telemetry.Listen}/{page}"));
            Assert.NotEmpty(text);
            ears.Hear(page, text);
        }

        ears.ReadGauges();
    }
}
