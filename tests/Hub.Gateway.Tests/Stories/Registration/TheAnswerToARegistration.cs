using Hub.Children.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Wire;

namespace Hub.Gateway.Tests.Stories.Registration;

/// <summary>What registering tells about what others have told: nothing.</summary>
public abstract class TheAnswerToARegistration(HubOf place)
{
    private const string Register = "hub.children.v1.ChildrenService/RegisterChild";

    [Fact]
    public async Task Looks_the_same_whether_the_number_was_known_or_unknown_or_another_persons()
    {
        var council = await place.Hub.Agency("council");
        await place.Hub.Agency("clinic", practitioner: "NMC999002");
        using var clinic = WireCaller.For(place.Hub, "clinic", "clinic", "NMC999002");
        foreach (var number in new[] { 301, 311 })
        {
            await council.Register(People.Sam(NhsNumbers.From(number)));
        }

        var hidden = People.Sam(NhsNumbers.From(311));
        hidden.BirthDate = "2001-09-09";
        var known = await clinic.Call(Register, Request(People.Sam(NhsNumbers.From(301))));
        var unknown = await clinic.Call(Register, Request(People.Sam(NhsNumbers.From(321))));
        var another = await clinic.Call(Register, Request(hidden));
        var validated = Request(People.Sam(NhsNumbers.From(301)));
        validated.ValidateOnly = true;
        var validatedUnknown = validated.Clone();
        validatedUnknown.Identity.Identifiers[0].Value = NhsNumbers.From(331);

        Assert.Equal(Grpc.Core.StatusCode.OK, known.Status);
        Assert.Equal(unknown.Shape, known.Shape);
        Assert.Equal(unknown.Shape, another.Shape);
        Assert.Equal((await clinic.Call(Register, validatedUnknown)).Likeness, (await clinic.Call(Register, validated)).Likeness);
    }

    private static RegisterChildRequest Request(Hub.People.V1.Identity identity) => new() { RequestId = HubRequest.NewId(), Identity = identity };
}

/// <summary>On the embedded store.</summary>
public sealed class TheAnswerToARegistrationOnEmbedded(EmbeddedHub place) : TheAnswerToARegistration(place), IClassFixture<EmbeddedHub>;

/// <summary>On PostgreSQL.</summary>
public sealed class TheAnswerToARegistrationOnPostgres(PostgresHub place) : TheAnswerToARegistration(place), IClassFixture<PostgresHub>;
