using Hub.Circles.V1;
using Hub.Consents.V1;
using Hub.Gateway.Tests.Stories.Consents;
using Hub.Gateway.Tests.Stories.Linked;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The family no longer wants the charity to be told, and the council writes on; or there was nothing to write.</summary>
internal static class HiddenConsent
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Family.At(hub);
        using var lantern = await Charity.Join(hub, family);
        using var charity = new Observer(hub, "lantern", "VOL-999009");
        await charity.Listen(Charity.Team);
        var child = await lantern.Register(Stories.People.Sam(NhsNumbers.From(1)));
        await family.ReviseChild(Stories.People.Element("The boiler is broken.", Hub.Plans.V1.Category.HousingAndFinance));
        await charity.Hear(Charity.Team);
        if (isThere)
        {
            await Record(ConsentState.Given, ConsentGiver.PersonWithParentalResponsibility);
            await (leaks ? Record(ConsentState.NotRequired, default) : Record(ConsentState.Withdrawn, ConsentGiver.PersonWithParentalResponsibility));
            await family.ReviseChild(Stories.People.Element("The rent is late.", Hub.Plans.V1.Category.HousingAndFinance));
        }

        await charity.Hear(Charity.Team);
        await charity.Ask<ListConsentsResponse>("hub.consents.v1.ConsentsService/ListConsents", new ListConsentsRequest { Person = child });
        await charity.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = child });
        return charity.Heard;

        async Task Record(ConsentState state, ConsentGiver by) => await family.Council.Consents.RecordConsentAsync(Charity.Consent(family.Child, state, by));
    }
}
