using System.Collections.Concurrent;
using System.Security.Cryptography;
using Google.Protobuf;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>A clinic with no part in anything tries one reference after the other: of a child whom others work with, of one who is shielded, of one whom a court
/// keeps from it, and of nobody. It holds true references to all of them, because the store was put back to a day before it told of any. Of one more child it
/// has a plan of its own, and who asks is kept out of it by name.</summary>
public abstract class ProbingForChildren(StoreKind kind) : IAsyncLifetime
{
    private const string Prober = "NMC999002";
    private protected const double Bound = 0.55;
    private const int Probes = 4000;
    private readonly GrainCalls calls = new();
    private readonly Dictionary<Child, Twin> children = [];
    private Statements statements = null!;
    private RunningHub hub = null!;

    // Whoever may not know: the first four take one way, whoever they are. The last is shut out by the owner itself, which is one more call.
    private enum Child
    {
        Absent,
        OfOthers,
        Shielded,
        Sealed,
        KeptFromHer,
    }

    public static TheoryData<string> Methods => [.. Questions().Append(Telling()).Select(q => q.Method)];

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Logging = logging => logging.Services.AddSingleton<IIncomingGrainCallFilter>(calls));
        statements = Statements.Watch(kind == StoreKind.Postgres ? new NpgsqlConnectionStringBuilder(hub.Options.Silo.Store.ConnectionString).Database! : "");
        var council = await Worked.Council(hub);
        var teller = await hub.Agency("clinic", practitioner: Prober, duty: "999 0177");
        (children[Child.KeptFromHer], _) = await Twin.Tell(teller, Number(Child.KeptFromHer));
        await Worked.With(council, Number(Child.KeptFromHer), Worked.KeptFrom(Prober));
        await Worked.With(council, Number(Child.OfOthers));
        await Worked.With(council, Number(Child.Shielded), Worked.Shielded());
        var named = await Worked.With(council, Number(Child.Sealed));
        await hub.Keep("before");
        foreach (var child in Enum.GetValues<Child>().Where(c => c != Child.KeptFromHer))
        {
            (children[child], _) = await Twin.Tell(teller, Number(child));
        }

        await hub.GoBackTo("before");

        // Whom a court has named is not even told a reference of a plan of its own.
        await Restricted.Place(council, named, Worked.Sealed());
    }

    public async Task DisposeAsync()
    {
        await statements.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Is_answered_alike_by_the_same_steps_whoever_is_there_or_nobody()
    {
        using var clinic = Caller();
        foreach (var (method, message) in Questions())
        {
            var nobody = await Steps(clinic, method, message(children[Child.Absent]));
            Assert.NotEmpty(nobody.Calls);
            Assert.Equal(kind == StoreKind.Postgres, nobody.Statements.Count > 0);
            foreach (var child in new[] { Child.OfOthers, Child.Shielded, Child.Sealed })
            {
                var there = await Steps(clinic, method, message(children[child]));
                Assert.Equal(nobody.Answer, there.Answer);
                Assert.Equal(nobody.Calls, there.Calls);
                Assert.Equal(nobody.Statements, there.Statements);
            }

            var kept = await Steps(clinic, method, message(children[Child.KeptFromHer]));
            Assert.Equal(nobody.Answer, kept.Answer);
            Assert.NotEqual(nobody.Calls, kept.Calls);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    [Trait("Runs", "long")]
    public async Task Takes_no_other_time(string asked)
    {
        // Some callers at once, since each waits most of the time.
        var times = await Times(Questions().Append(Telling()).Single(q => q.Method == asked), Probes, callers: 8);
        foreach (var (one, other) in Pairs())
        {
            var told = new ToldApart(times[one], times[other]);
            Assert.True(told.AtMost <= Bound, $"{asked}: whoever times it tells {one} from {other} by {told.Measured:0.000}, at most {told.AtMost:0.000}");
        }
    }

    /// <summary>Without the step, how well somebody who is kept out is told from nobody: by her agency's standing no index is read, and her owner is asked.</summary>
    private protected async Task<ToldApart> WithoutTheStep()
    {
        hub.Clock = new StepClock { EndsAtOnce = true };
        await hub.StopProcess();
        await hub.StartProcess();
        var times = await Times(Questions().First(), Probes / 4, callers: 1);
        return new ToldApart(times[Child.Absent], times[Child.KeptFromHer]);
    }

    private static string Number(Child child) => NhsNumbers.From(100 + (10 * (int)child));

    private static IEnumerable<(Child One, Child Other)> Pairs()
        => Enum.GetValues<Child>().SelectMany(one => Enum.GetValues<Child>().Where(other => other > one).Select(other => (one, other)));

    private WireCaller Caller() => WireCaller.For(hub, "clinic", "clinic", Prober);

    // By turns as one seed says.
    private async Task<Dictionary<Child, ConcurrentBag<double>>> Times((string Method, Func<Twin, IMessage> Message) question, int probes, int callers)
    {
        const int Warm = 100;
        Child[] order = [.. ShuffledBy(7, [.. Enum.GetValues<Child>().SelectMany(c => Enumerable.Repeat(c, probes))])];
        var times = Enum.GetValues<Child>().ToDictionary(c => c, _ => new ConcurrentBag<double>());
        var last = -1;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            using var clinic = Caller();
            for (var i = 0; i < Warm; i++)
            {
                await clinic.Call(question.Method, question.Message(children[(Child)(i % children.Count)]));
            }

            while (Interlocked.Increment(ref last) is var next && next < order.Length)
            {
                var message = question.Message(children[order[next]]).ToByteArray();
                var begun = TimeProvider.System.GetTimestamp();
                await clinic.Call(question.Method, message);
                times[order[next]].Add(TimeProvider.System.GetElapsedTime(begun).TotalMicroseconds);
            }
        }));
        return times;
    }

    private static IEnumerable<Child> ShuffledBy(int seed, IReadOnlyList<Child> all)
        => all.Select((child, i) => (child, Place: SHA256.HashData([.. BitConverter.GetBytes(seed), .. BitConverter.GetBytes(i)])))
            .OrderBy(c => Convert.ToHexString(c.Place), StringComparer.Ordinal).Select(c => c.child);

    private async Task<(string Answer, IReadOnlyList<string> Calls, IReadOnlyList<string> Statements)> Steps(WireCaller clinic, string method, IMessage message)
    {
        await clinic.Call(method, message);
        const int Times = 10;
        calls.Begin();
        statements.Begin();
        var answer = "";
        for (var i = 0; i < Times; i++)
        {
            answer = (await clinic.Call(method, message)).Likeness;
        }

        // What the hub does by itself meanwhile is not done as often.
        return (answer, Often(calls.End(), Times), Often(statements.End(), Times));
    }

    private static IReadOnlyList<string> Often(IEnumerable<string> all, int times)
        => [.. all.GroupBy(c => c).Where(g => g.Count() >= times).Select(g => $"{g.Count() / times} x {g.Key}").Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Method, Func<Twin, IMessage> Message)> Questions()
    {
        yield return ("hub.children.v1.ChildrenService/GetChild", t => new GetChildRequest { Child = t.Person });
        yield return ("hub.plans.v1.PlansService/GetPlan", t => new GetPlanRequest { Person = t.Person, PlanId = t.Plan });
        yield return ("hub.circles.v1.CirclesService/GetCircle", t => new GetCircleRequest { Person = t.Person });
        yield return ("hub.links.v1.LinksService/ListLinks", t => new ListLinksRequest { Person = t.Person });
        yield return ("hub.alerts.v1.AlertsService/GetProgress", t => new GetProgressRequest { Person = t.Person, UpdateId = t.Update });
    }

    // Not the same steps: of a child who is led the lead's team hears too.
    private static (string Method, Func<Twin, IMessage> Message) Telling() => ("hub.alerts.v1.AlertsService/RaiseConcern", t => new RaiseConcernRequest
    {
        RequestId = HubRequest.NewId(),
        Person = t.Person,
        Description = "made up",
        Severity = Hub.Inbox.V1.Severity.Green,
        PlaceAgencyId = "council",
    });
}

/// <summary>On the embedded store.</summary>
public sealed class ProbingForChildrenOnEmbedded() : ProbingForChildren(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class ProbingForChildrenOnPostgres() : ProbingForChildren(StoreKind.Postgres)
{
    [Fact]
    [Trait("Runs", "long")]
    public async Task Takes_another_time_without_the_step() => Assert.InRange((await WithoutTheStep()).AtLeast, Bound, 1);
}
