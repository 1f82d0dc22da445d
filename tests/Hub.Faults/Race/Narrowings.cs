using System.Collections.Concurrent;
using System.Globalization;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Circles.V1;
using Hub.Faults.Load;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Faults.Race;

/// <summary>Everything that is taken away in one race, by many at once.</summary>
/// <param name="world">Where.</param>
/// <param name="people">How many narrowings have a person of their own.</param>
/// <param name="rounds">How often each agreement, role and key is taken away.</param>
/// <param name="span">How long all of it lasts at least.</param>
/// <param name="chance">What is next.</param>
internal sealed class Narrowings(World world, int people, int rounds, TimeSpan span, Chance chance) : IDisposable
{
    private const int MostPrepared = 140;
    private const int FirstOfChains = 200_000;
    private static readonly TimeSpan Wave = TimeSpan.FromSeconds(24);
    private static readonly Kind[] OfPeople =
        [Kind.Member, Kind.Link, Kind.ElementRemoved, Kind.Member, Kind.PlanEnd, Kind.Link, Kind.ElementRetagged, Kind.Member, Kind.Link, Kind.PlanEnd];

    private readonly ConcurrentQueue<Narrowing> done = new();
    private readonly SemaphoreSlim room = new(MostPrepared, MostPrepared);
    private readonly TimeSpan start = TimeSpan.FromMicroseconds(world.Clock.Now);
    private int chains = FirstOfChains;
    private long updates;
    private int underWay;
    private int mostAtOnce;

    public IReadOnlyCollection<Narrowing> Done => done;

    public long Updates => Interlocked.Read(ref updates);

    public int MostAtOnce => mostAtOnce;

    /// <summary>Children of whom nothing is taken away, each with the team that hears of it: all that is told of them must come.</summary>
    public ConcurrentQueue<(Child Child, string Team)> Kept { get; } = new();

    public async Task Run()
    {
        using var over = new CancellationTokenSource();
        var keeping = world.Trusts.Select(t => Keep(World.TeamOf(t), over.Token)).ToList();
        List<Task> work = [
            .. Enumerable.Range(0, people).Select(Person),
            .. world.Partners.Select(p => Agreements(p, chance.Branch(), over.Token)),
            .. world.StaffTeams.Select(t => OfRoles(t, chance.Branch())),
            .. world.Keyholders.SelectMany(k => Enumerable.Range(0, 6).Select(i => Keys(k, i, chance.Branch())))];

        // The first that fails is told at once.
        await foreach (var one in Task.WhenEach(work))
        {
            await one;
        }

        await over.CancelAsync();
        await Task.WhenAll(keeping);
    }

    public void Dispose() => room.Dispose();

    private async Task Person(int number)
    {
        var own = new Chance((ulong)number + 77);
        var kind = OfPeople[number % OfPeople.Length];
        var trust = world.Trusts[own.Below(world.Trusts.Count)];
        var team = World.TeamOf(trust);
        await Until(span * number / people);
        await room.WaitAsync();
        try
        {
            var child = await Child.Of(world, number, own);
            if (kind is Kind.Link or Kind.PlanEnd)
            {
                await OfMother(kind, child, await Mother.LinkedWith(world, trust, child), team, own);
            }
            else
            {
                await world.AddMember(child.Handle, team, Role.CareCoordinator);
                await (kind == Kind.Member ? Member(child, team, own) : Element(kind, child, team, own));
            }
        }
        finally
        {
            room.Release();
        }
    }

    private async Task OfMother(Kind kind, Child child, Mother mother, string team, Chance own)
    {
        var gathered = await Gather(own);
        await Told(child.Tell(), mother.Tell(own), child.Tell());
        await Underway(team, child.Mark, gathered, own);
        if (kind == Kind.PlanEnd)
        {
            var ending = Call(kind, [team], [child.Mark], mother.EndPlan);
            await Task.WhenAll(ending, Told(child.Tell(), child.Tell()));
        }
        else
        {
            var ending = Call(kind, [team, World.CouncilTeam], [child.Mark, mother.Mark], () => mother.EndLink(own.InHundred(50)));
            await Task.WhenAll(ending, Told(child.Tell(), mother.Tell(own), child.Tell()));
        }

        await Told(child.Tell());
    }

    private async Task Member(Child child, string team, Chance own)
    {
        var gathered = await Gather(own);
        await Told(child.Tell(), child.Tell(), child.Tell());
        await Underway(team, child.Mark, gathered, own);
        var request = new EndCircleMemberRequest { RequestId = Agency.NewId(), Person = child.Handle, TeamId = team, Role = Role.CareCoordinator, Because = "Moved." };
        var ending = Call(Kind.Member, [team], [child.Mark], () => world.Council.Ask((c, o) => c.Circles.EndCircleMemberAsync(request, o)));
        await Task.WhenAll(ending, Told(child.Tell(), child.Tell(), child.Tell()));
        await Told(child.Tell());
    }

    private async Task Element(Kind kind, Child child, string team, Chance own)
    {
        var gathered = await Gather(own);
        var words = string.Create(CultureInfo.InvariantCulture, $"x{child.Number:D6}.");
        var element = await child.Revise(new ElementOperation { Add = Texts.Element($"{words} {new string('.', own.Below(1500))}") });
        await Told(child.Tell(), child.Tell());
        await Underway(team, words, gathered, own);
        var operation = kind == Kind.ElementRemoved
            ? new ElementOperation { ElementId = element, Remove = new RemoveElement() }
            : new ElementOperation { ElementId = element, Replace = new ReplaceElement { Element = Texts.Element(words, Category.SexualHealth) } };
        await Task.WhenAll(Call(kind, [team], [words], () => child.Revise(operation)), Told(child.Tell()));
    }

    private async Task Agreements(Agency partner, Chance own, CancellationToken over)
    {
        var (team, child) = (World.TeamOf(partner), await Child.Of(world, Interlocked.Increment(ref chains), own));
        await world.AddMember(child.Handle, team, Role.CareCoordinator);
        using var told = CancellationTokenSource.CreateLinkedTokenSource(over);
        var telling = KeepTelling(child, TimeSpan.FromMilliseconds(250), told.Token);
        for (var round = 0; round < rounds; round++)
        {
            await Until(span * (round + 1) / (rounds + 1));
            var agreement = (await partner.Ask((c, o) => c.Agreements.ListAgreementsAsync(new ListAgreementsRequest { PageSize = 100 }, o))).Agreements
                .Single(a => a.State == AgreementState.InForce).AgreementId;
            var request = new EndAgreementRequest { RequestId = Agency.NewId(), AgreementId = agreement, Because = "Merged." };
            var ended = await Time(() => partner.Ask((c, o) => c.Agreements.EndAgreementAsync(request, o)));
            await Pause.For(TimeSpan.FromMilliseconds(700), TimeProvider.System);
            done.Enqueue(new Narrowing(Kind.Agreement, [team], [child.Mark], "", ended.Began, ended.Returned, world.Clock.Now));
            await world.Agree(partner);
        }

        await told.CancelAsync();
        await telling;
    }

    private async Task OfRoles(string team, Chance own)
    {
        var child = await Child.Of(world, Interlocked.Increment(ref chains), own);
        await world.AddMember(child.Handle, team, Role.CareCoordinator);
        Kept.Enqueue((child, team));
        using var told = new CancellationTokenSource();
        var telling = KeepTelling(child, TimeSpan.FromMilliseconds(250), told.Token);
        for (var round = 0; round < rounds; round++)
        {
            await Until(span * (round + 1) / (rounds + 1));
            var id = Agency.NewId();
            await (round % 2 == 0
                ? Call(Kind.RoleAssigned, [team], [], () => world.Staff.Ask((c, o) => c.Teams.AssignRoleAsync(Roles.Assign(team, Role.TeamManager, id), o)))
                : Call(Kind.RoleEnded, [team], [], () => world.Staff.Ask((c, o) => c.Teams.EndRoleAsync(Roles.End(team, Role.TeamManager, id), o))));
        }

        await told.CancelAsync();
        await telling;
    }

    private async Task Keys(Agency agency, int system, Chance own)
    {
        var (team, child) = (World.TeamOf(agency), await Child.Of(world, Interlocked.Increment(ref chains), own));
        await world.AddMember(child.Handle, team, Role.CareCoordinator);
        Kept.Enqueue((child, team));
        using var told = new CancellationTokenSource();
        var telling = KeepTelling(child, TimeSpan.FromMilliseconds(800), told.Token);
        for (var round = 0; round < Math.Max(1, rounds / 3); round++)
        {
            var key = $"{agency.Name}-{system}-{round}";
            var print = await world.NewKey(agency, key);
            using var stop = new CancellationTokenSource();
            var reading = (Reading)(own.Below(3));
            var listener = await world.Hear(agency, team, $"system-{system}", reading, key, stop.Token);
            await Until(span * (round + 1) / (Math.Max(1, rounds / 3) + 1));
            await Short(own);
            var request = new RevokeConnectionRequest { RequestId = Agency.NewId(), AgencyId = agency.Name, KeyFingerprint = print };
            await Call(Kind.Connection, [team], [], () => world.Registrar.Ask((c, o) => c.Agencies.RevokeConnectionAsync(request, o)), key);

            // It goes on asking for a while.
            await Pause.For(TimeSpan.FromSeconds(1), TimeProvider.System);
            await stop.CancelAsync();
        }

        await told.CancelAsync();
        await telling;
    }

    private async Task Keep(string team, CancellationToken over)
    {
        var child = await Child.Of(world, Interlocked.Increment(ref chains), chance.Branch());
        await world.AddMember(child.Handle, team, Role.CareCoordinator);
        Kept.Enqueue((child, team));
        await KeepTelling(child, TimeSpan.FromMilliseconds(300), over);
    }

    private async Task KeepTelling(Child child, TimeSpan pause, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Told(child.Tell());
            await Pause.For(pause, TimeProvider.System);
        }
    }

    private async Task Told(params IReadOnlyList<Task> tellings)
    {
        Interlocked.Add(ref updates, tellings.Count);
        await Task.WhenAll(tellings);
    }

    private async Task Call(Kind kind, IReadOnlyList<string> teams, IReadOnlyList<string> marks, Func<Task> call, string key = "")
    {
        var (began, returned) = await Time(call);
        done.Enqueue(new Narrowing(kind, teams, marks, key, began, returned, long.MaxValue));
    }

    private async Task<(long Began, long Returned)> Time(Func<Task> call)
    {
        var now = Interlocked.Increment(ref underWay);
        for (var most = mostAtOnce; now > most; most = mostAtOnce)
        {
            Interlocked.CompareExchange(ref mostAtOnce, now, most);
        }

        var began = world.Clock.Now;
        await call();
        var returned = world.Clock.Now;
        Interlocked.Decrement(ref underWay);
        return (began, returned);
    }

    /// <summary>Most wait for others, so that many call at the same instant. Whether this one did.</summary>
    private async Task<bool> Gather(Chance own)
    {
        if (own.InHundred(40))
        {
            return false;
        }

        var wave = (long)Wave.TotalMicroseconds;
        await Until(TimeSpan.FromMicroseconds(((world.Clock.Now / wave) + 1) * wave) - start);
        return true;
    }

    private async Task Until(TimeSpan at)
        => await Pause.For(start + at - TimeSpan.FromMicroseconds(world.Clock.Now), TimeProvider.System);

    /// <summary>Half of those who waited for nobody call at any instant, the others when a system that reads at once has what was told and a slow one may.</summary>
    private async Task Underway(string team, string mark, bool gathered, Chance own)
    {
        var prompt = world.Listeners.First(l => l.Team == team && l.MustHearAll);
        for (var patience = gathered || own.InHundred(50) ? 0 : 150; patience > 0 && !prompt.HasHeard(mark); patience--)
        {
            await Pause.For(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        await Pause.For(TimeSpan.FromMilliseconds(own.Below(100)), TimeProvider.System);
    }

    private static Task Short(Chance own) => Pause.For(TimeSpan.FromMilliseconds(own.Below(400)), TimeProvider.System);
}
