using System.Collections.Concurrent;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Children.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Faults.Load;

/// <summary>An agency whose teams stand on circles that another agency leads, and what that one gives it by agreement.</summary>
internal sealed class Partner(Caller agency, Role role, IReadOnlyList<Category> agreed)
{
    private readonly ConcurrentDictionary<int, string> children = new();

    public Caller Caller => agency;

    public Role Role => role;

    /// <summary>The agency's own handle by the child's number.</summary>
    public IReadOnlyDictionary<int, string> Children => children;

    /// <summary>Three agencies: two that hear of plans and see one category of their elements each, and one that sees elements of one category
    /// and is not told what they stand in.</summary>
    public static async Task<IReadOnlyList<Partner>> Admit(Admission admission) =>
    [
        new(await admission.Admit("visitors", Sector.HealthVisiting), Role.HealthVisitor, [Category.PlanTypeAndDates, Category.PlanContent]),
        new(await admission.Admit("school", Sector.Education), Role.DesignatedSafeguardingLead, [Category.PlanTypeAndDates, Category.Education]),
        new(await admission.Admit("housing", Sector.Housing), Role.HousingOfficer, [Category.HousingAndFinance]),
    ];

    public bool Sees(Category category) => agreed.Contains(category);

    public async Task Agree(Caller holder)
    {
        var propose = new ProposeAgreementRequest
        {
            RequestId = holder.NextRequest(),
            PartnerAgencyId = agency.Name,
            Purposes = { Purpose.Safeguard },
            Gives = { agreed },
        };
        await holder.Must<ProposeAgreementResponse>(
            new Ask(propose.RequestId, "ProposeAgreement", async o => await holder.Client.Agreements.ProposeAgreementAsync(propose, o)));
        var all = await agency.Get<ListAgreementsResponse>(
            "ListAgreements", async o => await agency.Client.Agreements.ListAgreementsAsync(new ListAgreementsRequest(), o));
        var sign = new SignAgreementRequest
        {
            RequestId = agency.NextRequest(),
            AgreementId = all.Agreements.Single(a => a.ProposerAgencyId == holder.Name).AgreementId,
        };
        await agency.Must<SignAgreementResponse>(new Ask(sign.RequestId, "SignAgreement", async o => await agency.Client.Agreements.SignAgreementAsync(sign, o)));
    }

    /// <summary>Registers a child of whom it does not know yet.</summary>
    public async Task Register(int child)
    {
        var request = new RegisterChildRequest { RequestId = agency.NextRequest(), Identity = Texts.Child(child) };
        var ask = new Ask(request.RequestId, "RegisterChild", async o => await agency.Client.Children.RegisterChildAsync(request, o));
        children[child] = (await agency.Must<RegisterChildResponse>(ask)).Child;
    }
}
