using System.Collections.Frozen;
using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Families;

/// <summary>Generates families, agencies, agreements, links and what happened to them.</summary>
internal static class Generated
{
    private static readonly PlanId Plan = new(1);
    private static readonly ImmutableArray<Role> Roles = [.. Enum.GetValues<Role>()];
    private static readonly Gen<int> Who = Gen.Int[0, Register.Agencies - 1];

    private static readonly Gen<ElementContent> Content = Gen.Select(Gen.Int[0, 24], Gen.Int[0, 959], (category, said) => new ElementContent(
        category is 0 or > 21 ? null : (Category)category,
        said / 10 % 6 == 0 ? ElementKind.Allegation : ElementKind.Fact,
        said / 60 % 4 == 0 ? OnRecord.Home : "made up",
        About(said % 10),
        said / 240 == 0 ? new ElementHandling(null, null, Onward: false, null) : null));

    private static readonly Gen<Sector?> Sector = Gen.Frequency(
        (16, Gen.Enum<Sector>().Select(s => (Sector?)s)), (3, Gen.Const((Sector?)Domain.Agencies.Sector.Voluntary)), (1, Gen.Const((Sector?)null)));

    private static readonly Gen<CategorySet> Categories = Gen.Frequency(
        (6, Gen.ULong.Select(bits => new CategorySet(bits).And(CategorySet.All))), (1, Gen.Const(CategorySet.All)), (1, Gen.Const(CategorySet.Of(Category.PlanTypeAndDates))));

    private static readonly Gen<Agreed> Agreement = Gen.Select(
        Who, Gen.Int[1, 3], Gen.Frequency((8, 1UL << (int)Purpose.Safeguard), (1, 1UL << (int)Purpose.Care)), Categories, Gen.Select(Gen.Int[-2, 1], Gen.OneOf(-1, 0, 1, 2, 9)),
        (holder, other, purposes, categories, hours) => new Agreed(
            Register.Agency(holder), Register.Agency((holder + other) % Register.Agencies),
            new AgreementFacts(new Ground($"agreement/{holder}{other}", 1), purposes, categories, At(hours.Item1), hours.Item2 == 9 ? null : At(hours.Item2))));

    private static readonly Gen<CircleMember> Member = Gen.Select(
        Who, Gen.Int[0, Roles.Length - 1], Gen.Int[0, 15],
        (who, role, luck) => new CircleMember(
            Register.TeamOf(who, luck != 1), Roles[role], luck == 0 ? MemberState.Proposed : MemberState.Active, Register.Agency(0), Cast.Now));

    private static readonly Gen<LinkHalf> Half = Gen.Select(
        Who, Who, Gen.OneOf(HalfState.Accepted, HalfState.Proposed, HalfState.Accepted, HalfState.Ended), Gen.Int[2, 3],
        (own, other, state, somebody) => new LinkHalf(
            new LinkId((UInt128)(own + (10 * other))), state, Plan, Register.TeamOf(own), PersonKind.Adult, new PersonId(0, (ulong)somebody), Register.TeamOf(other), Cast.Now));

    // An element of the holder's own, or a copy of somebody else's.
    private static readonly Gen<(ElementContent Content, bool IsCopy)> Standing = Gen.Select(Content, Gen.Int[0, 3], (content, luck) => (content, luck == 0));

    private static readonly Gen<(int Act, int Place, ElementContent Content)> Touch = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 4], Content, (act, place, content) => (act, place, content));

    public static Gen<Family> Any { get; } = Gen.Select(
        Gen.Select(Sector.Array[Register.Agencies], Agreement.Array[0, 6], Member.Array[0, 7], Half.Array[0, 3], (s, a, m, h) => (Sectors: s, Agreements: a, Members: m, Halves: h)),
        Gen.Select(Who, Standing.Array[0, 5], Gen.Enum<PersonKind>(), (w, e, k) => (Holder: w, Elements: e, Kind: k)),
        Gen.Select(Gen.Int[0, 9], Touch.Array[1, 4], Gen.Int[0, 3], (k, t, a) => (Kind: k, Touches: t, Alert: a)),
        Gen.Select(Gen.Int[0, 19], Gen.Int[0, 2], Agreement, Touch.Array[0, 2], OnRecord.Any, (w, h, a, t, r) => (What: w, Hours: h, Agreement: a, Touches: t, Record: r)),
        OnRecord.Any,
        (world, plan, next, later, record) =>
        {
            var holder = Register.Agency(plan.Holder);
            var register = new Register([.. world.Sectors], [.. world.Agreements, .. record.IsWritten ? [AllOf(plan.Holder)] : Array.Empty<Agreed>()]);
            ImmutableArray<Element> elements = [.. plan.Elements.Select((e, i) => new Element(
                new ElementId((UInt128)i + 1), e.Content, Cast.Worker, Cast.Now, e.IsCopy ? OriginOf(i, plan.Holder) : null))];
            var person = record.Of(Person.Empty with
            {
                Kind = plan.Kind,
                Plans = [new Plan(Plan, PlanType.Safety, holder, PlanState.Active, 1, null, null, elements, Cast.Now)],
                Circle = [.. world.Members, .. record.IsWritten ? [ReaderOf(plan.Holder)] : Array.Empty<CircleMember>()],
                Links = [.. world.Halves],
            }, plan.Holder);
            var change = Event(next.Kind, record.IsWritten ? [Written, .. next.Touches] : next.Touches, elements, next.Alert);
            var after = person.Apply(Cast.Happened(change, holder, 2));
            return new Family(
                register, person, plan.Kind, holder, change, Moved(register, later.What, later.Agreement), Moved(after, later.What, later.Touches, later.Record, plan.Holder), TimeSpan.FromHours(later.Hours));
        });

    private static (int Act, int Place, ElementContent Content) Written => ((int)ElementAct.Add, 0, new ElementContent(Category.PlanContent, ElementKind.Fact, OnRecord.Home));

    private static Agreed AllOf(int holder)
        => new(Register.Agency(holder), Next(holder), new AgreementFacts(new Ground("agreement/all", 1), 1UL << (int)Purpose.Safeguard, CategorySet.All, At(-1), null));

    private static CircleMember ReaderOf(int holder)
        => new(Register.TeamOf((holder + 1) % Register.Agencies), Role.TeamManager, MemberState.Active, Register.Agency(0), Cast.Now);

    private static AgencyId Next(int holder) => Register.Agency((holder + 1) % Register.Agencies);

    private static ElementAbout? About(int whom) => whom switch
    {
        0 => new ElementAbout(Subject: true, [new RelationshipId(1)], CauseUnknown: false, []),
        1 => new ElementAbout(Subject: false, [new RelationshipId(2)], CauseUnknown: false, []),
        2 => new ElementAbout(Subject: true, [], CauseUnknown: false, [new RelationshipId(1)]),
        3 => new ElementAbout(Subject: true, [], CauseUnknown: true, []),
        _ => null,
    };

    private static Moment At(int hours) => Cast.Now.Plus(TimeSpan.FromHours(hours));

    private static ElementOrigin OriginOf(int place, int holder)
        => new(Register.Agency((holder + 1) % Register.Agencies), new LinkId(1), PersonKind.Adult, new PersonId(0, 2), new ElementId((UInt128)place + 100), Cast.Now);

    private static IEvent Event(int kind, IEnumerable<(int Act, int Place, ElementContent Content)> touches, ImmutableArray<Element> elements, int alert) => kind switch
    {
        0 => new PlanEnded(Plan, 2, PlanState.Ended, new DateOnly(2026, 3, 1), ""),
        1 => new PlanStarted(new PlanId(2), PlanType.Safety, null, null, [.. touches.Select((t, i) => new WrittenElement(new ElementId((UInt128)i + 50), t.Content))]),
        2 or 3 => new AlertRaised(
            AlertType.Admission, alert switch { 0 => Category.HealthMental, 1 => Category.HealthPhysical, _ => Category.SafetyPlanTriggers }, Severity.Red, null,
            [.. touches.Select((t, i) => new WrittenElement(new ElementId((UInt128)i + 50), t.Content))]),
        _ => new PlanChanged(Plan, 2, Changes(touches, elements, 50)),
    };

    // A copy's content is its origin's: it can only be taken out.
    private static ImmutableArray<ElementChange> Changes(IEnumerable<(int Act, int Place, ElementContent Content)> touches, ImmutableArray<Element> elements, int fresh)
        => [.. touches.Select((t, i) => t.Place >= elements.Length || t.Act == (int)ElementAct.Add
                ? new ElementChange(ElementAct.Add, new ElementId((UInt128)(fresh + i)), t.Content)
                : t.Act == (int)ElementAct.Replace && elements[t.Place].Origin is null ? new ElementChange(ElementAct.Replace, elements[t.Place].Id, t.Content)
                : new ElementChange(ElementAct.Remove, elements[t.Place].Id, null))
            .DistinctBy(c => c.Element)];

    // What happens to the register meanwhile: mostly one thing.
    private static Register Moved(Register register, int what, Agreed more) => what switch
    {
        0 or 1 when !register.Agreed.IsEmpty => register with { Agreed = register.Agreed.RemoveAt(0) },
        2 => register with { Agreed = [] },
        3 => register with { Agreed = register.Agreed.Add(more) },
        4 when !register.Agreed.IsEmpty => register with
        {
            Agreed = register.Agreed.SetItem(0, register.Agreed[0] with { Facts = register.Agreed[0].Facts with { Categories = register.Agreed[0].Facts.Categories.And(more.Facts.Categories) } }),
        },
        5 => register with { Sectors = register.Sectors.SetItem(0, null) },
        10 or 11 => register with
        {
            Edition = RulesFacts.BuiltIn with { Edition = "another", Needs = new RoleNeeds(Roles.ToFrozenDictionary(r => r, r => (int)r % 3 == 0 ? CategorySet.All : more.Facts.Categories)) },
        },
        _ => register,
    };

    // What happens to the person meanwhile.
    private static Person Moved(Person person, int what, IEnumerable<(int Act, int Place, ElementContent Content)> touches, OnRecord more, int holder) => what switch
    {
        6 or 7 when !person.Circle.IsEmpty => person with { Circle = person.Circle.RemoveAt(0) },
        8 => person with { Circle = [], Links = [.. person.Links.Select(l => l with { State = HalfState.Ended })] },
        9 when !person.Circle.IsEmpty => person with { Circle = person.Circle.SetItem(0, person.Circle[0] with { Role = Role.HousingOfficer }) },
        >= 12 and < 16 => person.Apply(Cast.Happened(new PlanChanged(Plan, 3, Changes(touches, person.Plans[0].Elements, 80)), Register.Agency(holder), 3)),
        16 or 17 => person with { Restrictions = more.Restrictions(holder) },
        18 => person with { Consents = more.ConsentsOf(holder) },
        19 => person with { Relationships = more.Relationships },
        _ => person,
    };
}
