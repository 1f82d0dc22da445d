using System.Collections.Concurrent;
using System.Text.Json;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.People;
using Hub.Domain.Plans;

namespace Hub.Silo.Tests.Owners;

/// <summary>Random interleavings of many callers at many owners: what was answered is what the journal folds into.</summary>
public abstract class ManyCommandsAtOnce(HubPlace place) : IAsyncLifetime
{
    private const int Owners = 8;
    private const int Callers = 12;
    private const int Commands = 40;
    private RunningSilo silo = null!;

    public async Task InitializeAsync() => silo = await RunningSilo.Start(place);

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Fold_into_what_was_answered(int seed)
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, Owners).Select(i => silo.Child(Example.Council, $"Child {i}")));
        var plans = streams.ToDictionary(s => s, _ => Enumerable.Range(0, 3).Select(_ => Example.NewPlan()).ToArray());
        var answered = new ConcurrentBag<(string Stream, PlanWritten Written)>();
        var refused = new ConcurrentBag<RefusalReason>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Task.Run(() => Call(new Choices((seed * 1000) + c)))));

        Assert.Subset(new HashSet<RefusalReason> { RefusalReason.StaleVersion, RefusalReason.NotKnown, RefusalReason.StateConflict }, refused.ToHashSet());
        Assert.Contains(RefusalReason.StaleVersion, refused);
        foreach (var stream in streams)
        {
            var folded = (await new BehindTheOwner(silo).Read(stream)).Folded;
            var own = answered.Where(a => a.Stream == stream).Select(a => (a.Written.Plan, a.Written.Revision)).ToList();

            // Each event was answered to exactly one caller, and revisions have no gaps.
            Assert.Equal(folded.Version - 1, own.Count);
            Assert.Equal(own.Count, own.Distinct().Count());
            foreach (var plan in folded.State.Plans)
            {
                Assert.Equal(Enumerable.Range(1, plan.Revision), own.Where(o => o.Plan == plan.Id).Select(o => o.Revision).Order());
                var told = await Example.Value(silo.Person(stream).OwnPlan(Example.By(plan.Agency), plan.Id));
                Assert.Equal(Json(folded.State with { Plans = [plan] }), Json(folded.State with { Plans = [told] }));
            }
        }

        Assert.Empty((await silo.Hub.Audit(null, default)).Broken);

        async Task Call(Choices random)
        {
            for (var i = 0; i < Commands; i++)
            {
                var stream = streams[random.Next(Owners)];
                var (plan, caller) = (plans[stream][random.Next(3)], Example.By(random.Next(4) == 0 ? Example.Trust : Example.Council));
                var person = silo.Person(stream);
                var seen = (await person.OwnPlan(caller, plan)).Value;
                var answer = await (seen is null && random.Next(3) > 0 ? Opened()
                    : random.Next(12) == 0 ? person.EndPlan(caller, new EndPlan(plan, seen?.Revision ?? 1, (int)PlanState.Ended, "", ""))
                    : person.RevisePlan(caller, Example.Add(plan, seen?.Revision ?? 1, $"{i}")));
                if (answer.Value is { } written)
                {
                    answered.Add((stream, written));
                }
                else
                {
                    refused.Add(answer.Refusal!.Reason);
                }

                if (random.Next(60) == 0)
                {
                    await silo.Forget();
                }

                // A plan of its own each time: two plans of one id would be the caller's mistake, not the owner's.
                Task<Contracts.Calls.Answer<PlanWritten>> Opened()
                {
                    var fresh = Example.NewPlan();
                    plans[stream][random.Next(3)] = fresh;
                    return person.OpenPlan(caller, Example.Open(fresh, "first"));
                }
            }
        }
    }

    private static string Json(Person state) => JsonSerializer.Serialize(state, PersonJson.Default.Person);
}

public sealed class ManyCommandsAtOncePostgres(PostgresHubPlace place) : ManyCommandsAtOnce(place), IClassFixture<PostgresHubPlace>;

public sealed class ManyCommandsAtOnceSqlite(SqliteHubPlace place) : ManyCommandsAtOnce(place), IClassFixture<SqliteHubPlace>;
