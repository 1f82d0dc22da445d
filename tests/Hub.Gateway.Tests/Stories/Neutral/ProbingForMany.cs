using Google.Protobuf;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Contacts.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Probing;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Silo.Probing;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>A clinic with no part in anything tries one child after the other, until the hub does not answer any more: children of nobody, children whom
/// others work with, and children from whom everybody else is kept. It holds true references to all of them, as in <see cref="ProbingForChildren"/>.</summary>
public abstract class ProbingForMany(StoreKind kind) : IAsyncLifetime
{
    private const int Each = 7;
    private static readonly string[] Absent = [.. Numbers(300)];
    private static readonly string[] Hidden = [.. Numbers(100)];
    private static readonly string[] Shielded = [.. Numbers(200)];
    private readonly Alarms alarms = Alarms.Begin();
    private readonly Dictionary<string, Twin> told = [];
    private RunningHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, alarms.Listen);
        var council = await Worked.Council(hub);
        var teller = await hub.Agency("clinic", practitioner: "NMC999000", duty: "999 0177");
        for (var prober = 1; prober <= 9; prober++)
        {
            await Restricted.Register(hub, "clinic", Prober(prober));
        }

        foreach (var number in Hidden.Concat(Shielded))
        {
            await Worked.With(council, number, Shielded.Contains(number) ? Worked.Shielded() : null);
        }

        await hub.Keep("before");
        foreach (var number in Absent.Concat(Hidden).Concat(Shielded))
        {
            (told[number], _) = await Twin.Tell(teller, number);
        }

        hub.Options.Silo.Probing = new ProbingOptions { AlarmAt = 3, RefuseAt = 5, RefuseRegistrationsAt = 6 };
        await hub.GoBackTo("before");
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await alarms.DisposeAsync();
    }

    [Fact]
    public async Task Is_answered_heard_of_and_refused_at_the_same_call_whoever_they_are()
    {
        var absent = await Probe(1, Absent, Ask);
        Assert.Equal(absent, await Probe(2, Hidden, Ask));
        Assert.Equal(absent, await Probe(3, Shielded, Ask));
        Assert.Equal([0, 0, 1, 1, 1, 1, 1], absent.Select(a => a.Alarms));
        Assert.Equal(["NOT_KNOWN", "NOT_KNOWN", "NOT_KNOWN", "NOT_KNOWN", "NOT_KNOWN", "RATE_LIMITED", "RATE_LIMITED"], absent.Select(a => a.Reason));
    }

    [Fact]
    public async Task Is_registered_heard_of_and_refused_at_the_same_call_whoever_they_are()
    {
        var absent = await Probe(4, Absent, Register);
        Assert.Equal(absent, await Probe(5, Hidden, Register));
        Assert.Equal(absent, await Probe(6, Shielded, Register));
        Assert.Equal([0, 0, 1, 1, 1, 1, 1], absent.Select(a => a.Alarms));
        Assert.Equal(["OK", "OK", "OK", "OK", "OK", "OK", "RATE_LIMITED"], absent.Select(a => a.Reason));
    }

    [Fact]
    public async Task Is_asked_about_heard_of_and_refused_with_the_duty_number_at_the_same_call_whoever_they_are()
    {
        var absent = await Probe(7, Absent, RingBack);
        Assert.Equal(absent, await Probe(8, Hidden, RingBack));
        Assert.Equal(absent, await Probe(9, Shielded, RingBack));
        Assert.Equal([0, 0, 1, 1, 1, 1, 1], absent.Select(a => a.Alarms));
        Assert.Equal(["OK", "OK", "OK", "OK", "OK", "RATE_LIMITED", "RATE_LIMITED"], absent.Select(a => a.Reason));
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await hub.Client("clinic", "clinic", Prober(7)).Contacts.RequestContactAsync((RequestContactRequest)RingBack(Absent[^1], 0).Message));
        Assert.Equal(["999 0177"], refused.DutyNumbers);
    }

    private async Task<List<(string Reason, int Alarms, string Answer)>> Probe(int prober, string[] numbers, Func<string, int, (string Method, IMessage Message)> question)
    {
        using var clinic = WireCaller.For(hub, "clinic", "clinic", Prober(prober));
        var (before, heard) = (alarms.Count, new List<(string, int, string)>());
        foreach (var (number, i) in numbers.Select((n, i) => (n, i)))
        {
            var (method, message) = question(number, i);
            var answer = await clinic.Call(method, message);
            var isOk = answer.Status == Grpc.Core.StatusCode.OK;
            heard.Add((isOk ? "OK" : answer.Refusal().Reason, alarms.Count - before, isOk ? answer.Shape : answer.Likeness));
        }

        return heard;
    }

    private (string Method, IMessage Message) Ask(string number, int at) => (at % 3) switch
    {
        0 => ("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = told[number].Person }),
        1 => ("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = told[number].Person, PlanId = told[number].Plan }),
        _ => ("hub.circles.v1.CirclesService/EndCircleMember", new EndCircleMemberRequest { RequestId = "one", Person = told[number].Person, TeamId = "clinic/team", Role = Role.NamedNurse }),
    };

    private (string Method, IMessage Message) RingBack(string number, int at)
        => ("hub.contacts.v1.ContactsService/RequestContact", new RequestContactRequest { RequestId = HubRequest.NewId(), Person = told[number].Person });

    private static (string Method, IMessage Message) Register(string number, int at)
        => ("hub.children.v1.ChildrenService/RegisterChild", new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = People.Sam(number) });

    private static IEnumerable<string> Numbers(int from) => Enumerable.Range(0, Each).Select(i => NhsNumbers.From((from + i) * 10));

    private static string Prober(int number) => $"NMC99900{number}";
}

/// <summary>On the embedded store.</summary>
[Collection(Alarms.Stories)]
public sealed class ProbingForManyOnEmbedded() : ProbingForMany(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Collection(Alarms.Stories)]
public sealed class ProbingForManyOnPostgres() : ProbingForMany(StoreKind.Postgres);
