using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Silo.People;

namespace Hub.Silo.Tests.Owners;

/// <summary>Fictional people, agencies and what is asked about them.</summary>
internal static class Example
{
    /// <summary>Registers without having asked anybody else first.</summary>
    public static Task<Answer<Registered>> Register(this IPerson person, Caller caller, RegisterPerson command) => person.Register(caller, command, []);

    /// <summary>The plan alone.</summary>
    public static async Task<Answer<Plan>> OwnPlan(this IPerson person, Caller caller, PlanId plan) => (await person.GetPlan(caller, plan)).Map(seen => seen.Plan);

    public static readonly AgencyId Council = AgencyId.TryParse("example-council")!;
    public static readonly AgencyId Trust = AgencyId.TryParse("example-trust")!;
    private static readonly PractitionerId Practitioner = PractitionerId.TryParse("SW999001")!;

    public static string NewStream(PersonKind kind = PersonKind.Child) => PersonFold.Key(kind, PersonId.Of(1, RandomNumberGenerator.GetBytes(16)));

    /// <summary>The n-th valid NHS number of the range for tests.</summary>
    public static string Number(int n)
        => Enumerable.Range(9990000, 10000).SelectMany(i => Enumerable.Range(0, 10).Select(check => $"{i}{n:00}{check}"))
            .First(text => NhsNumber.TryParse(text) is not null);

    public static string NewRequest() => "r-" + RandomNumberGenerator.GetHexString(16, lowercase: true);

    public static Caller By(AgencyId agency, string? request = null) => new(agency, Practitioner, RequestId.TryParse(request ?? NewRequest()), false);

    public static RegisterPerson Register(string family, string? number = null, PersonKind kind = PersonKind.Child, string? reference = null) => new(
        kind,
        new IdentityRecord(family, ["Robin"], new DateOnly(2020, 2, 29), null,
        [
            .. number is null ? ImmutableArray<Identifier>.Empty : [new Identifier(NhsNumber.System, number)],
            .. reference is null ? ImmutableArray<Identifier>.Empty : [new Identifier("case", reference)],
        ]));

    public static OpenPlan Open(PlanId plan, string text, int type = (int)PlanType.ChildProtection)
        => new(plan, type, "2026-01-05", "", [new DraftedElement(NewElement(), Draft(text))]);

    public static RevisePlan Add(PlanId plan, int expected, string text)
        => new(plan, expected, [new ElementOperation(ElementAct.Add, NewElement(), Draft(text))]);

    public static PlanStarted Started(PlanId plan, string text)
        => new(plan, PlanType.ChildProtection, null, null, [new WrittenElement(NewElement(), new ElementContent(Category.PlanContent, ElementKind.Fact, text))]);

    public static PlanChanged Changed(PlanId plan, int revision, string text) => new(
        plan, revision, [new ElementChange(ElementAct.Add, NewElement(), new ElementContent(Category.PlanContent, ElementKind.Fact, text))]);

    public static PlanId NewPlan() => new(BinaryPrimitives.ReadUInt128BigEndian(RandomNumberGenerator.GetBytes(16)));

    public static async Task<T> Value<T>(Task<Contracts.Calls.Answer<T>> answer)
        where T : class
    {
        var got = await answer;
        Assert.Null(got.Refusal);
        return got.Value!;
    }

    public static async Task<RefusalReason?> Reason<T>(Task<Contracts.Calls.Answer<T>> answer)
        where T : class
        => (await answer).Refusal?.Reason;

    /// <summary>Repeats a call as a client does, until it is not told to try again.</summary>
    public static async Task<T> Settled<T>(Func<Task<Contracts.Calls.Answer<T>>> call)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await call();
            if (answer.Refusal is not { Reason: RefusalReason.TryAgain or RefusalReason.RateLimited })
            {
                Assert.Null(answer.Refusal);
                return answer.Value!;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A child that an agency has registered.</summary>
    public static async Task<string> Child(this RunningSilo silo, AgencyId agency, string family = "Examplechild")
    {
        var stream = NewStream();
        Assert.True((await Value(silo.Person(stream).Register(By(agency), Register(family)))).IsThisPerson);
        return stream;
    }

    private static ElementId NewElement() => new(BinaryPrimitives.ReadUInt128BigEndian(RandomNumberGenerator.GetBytes(16)));

    private static ElementDraft Draft(string text) => new((int)Category.PlanContent, (int)ElementKind.Fact, text);
}
