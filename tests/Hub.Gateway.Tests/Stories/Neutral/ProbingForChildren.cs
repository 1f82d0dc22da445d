using System.Security.Cryptography;
using Google.Protobuf;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Wire;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>A clinic with no part in anything tries one reference after the other: some are of children whom others work with, some of nobody. It
/// holds true references to both, because the store was put back to a day before it told of either.</summary>
public abstract class ProbingForChildren(StoreKind kind) : IAsyncLifetime
{
    // One-sided, so that not more than one run in forty fails though the two are alike.
    private const double Deviations = 1.96;
    private const double Bound = 0.55;
    private const int Probes = 4000;
    private readonly GrainCalls calls = new();
    private Statements statements = null!;
    private RunningHub hub = null!;
    private WireCaller clinic = null!;
    private Twin hidden = null!;
    private Twin absent = null!;

    public static TheoryData<string> Methods => [.. Questions().Select(q => q.Method)];

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Logging = logging => logging.Services.AddSingleton<IIncomingGrainCallFilter>(calls));
        statements = Statements.Watch(kind == StoreKind.Postgres ? new NpgsqlConnectionStringBuilder(hub.Options.Silo.Store.ConnectionString).Database! : "");
        var council = await hub.Agency("council", duty: "999 0100");
        var teller = await hub.Agency("clinic", practitioner: "NMC999002", duty: "999 0177");
        await council.Plans.OpenPlanAsync(People.Protection(await council.Register(People.Sam()), People.Element("not for the clinic")));
        await hub.Keep("before");
        (hidden, _) = await Twin.Tell(teller, People.Number);
        (absent, _) = await Twin.Tell(teller, NhsNumbers.From(70));
        await hub.GoBackTo("before");
        clinic = WireCaller.For(hub, "clinic", "clinic", "NMC999002");
    }

    public async Task DisposeAsync()
    {
        clinic.Dispose();
        await statements.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Is_answered_alike_by_the_same_steps_whether_somebody_is_there_or_nobody()
    {
        foreach (var (method, message) in Questions())
        {
            var (there, nobody) = (await Steps(method, message(hidden)), await Steps(method, message(absent)));
            Assert.NotEmpty(there.Calls);
            Assert.Equal(kind == StoreKind.Postgres, there.Statements.Count > 0);
            Assert.Equal(nobody.Answer, there.Answer);
            Assert.Equal(nobody.Calls, there.Calls);
            Assert.Equal(nobody.Statements, there.Statements);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    [Trait("Runs", "long")]
    public async Task Takes_no_other_time(string asked)
    {
        var (method, message) = Questions().Single(q => q.Method == asked);
        var (there, nobody) = (new List<double>(Probes), new List<double>(Probes));
        for (var warm = 0; warm < 200; warm++)
        {
            await clinic.Call(method, message(warm % 2 == 0 ? hidden : absent));
        }

        while (there.Count < Probes || nobody.Count < Probes)
        {
            var isThere = nobody.Count == Probes || (there.Count < Probes && RandomNumberGenerator.GetInt32(2) == 0);
            var begun = TimeProvider.System.GetTimestamp();
            await clinic.Call(method, message(isThere ? hidden : absent));
            (isThere ? there : nobody).Add(TimeProvider.System.GetElapsedTime(begun).TotalMicroseconds);
        }

        var told = Told(there, nobody);
        var most = Math.Max(told, 1 - told) + (Deviations * Math.Sqrt((there.Count + nobody.Count + 1) / (12.0 * there.Count * nobody.Count)));
        Assert.True(most <= Bound, $"{method}: whoever times it tells the two apart by {told:0.000}, at most {most:0.000}");
    }

    // How often one of those there took longer than one of nobody; half of the equal ones. 0.5 tells nothing.
    private static double Told(List<double> there, List<double> nobody)
    {
        var ranked = there.Select(t => (Time: t, IsThere: true)).Concat(nobody.Select(t => (Time: t, IsThere: false))).OrderBy(t => t.Time).ToList();
        var sum = 0.0;
        for (var i = 0; i < ranked.Count;)
        {
            var equal = ranked.Skip(i).TakeWhile(r => r.Time == ranked[i].Time).ToList();
            sum += equal.Count(r => r.IsThere) * (i + ((equal.Count + 1) / 2.0));
            i += equal.Count;
        }

        return (sum - (there.Count * (there.Count + 1) / 2.0)) / ((double)there.Count * nobody.Count);
    }

    private async Task<(string Answer, IReadOnlyList<string> Calls, IReadOnlyList<string> Statements)> Steps(string method, IMessage message)
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
}

/// <summary>On the embedded store.</summary>
public sealed class ProbingForChildrenOnEmbedded() : ProbingForChildren(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class ProbingForChildrenOnPostgres() : ProbingForChildren(StoreKind.Postgres);
