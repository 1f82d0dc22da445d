using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.People;

/// <summary>What an agency tries next. Plans and elements are chosen by number, so that a move fits whatever came before.</summary>
internal sealed record Move(
    MoveKind Kind,
    AgencyId Agency,
    IdentityDraft Identity,
    int Plan,
    int Etag,
    int Number,
    string Date,
    TeamId Other,
    Role Role,
    ImmutableArray<Touch> Touches)
{
    public static readonly PersonId Self = new(0, 1);
    public static readonly PersonId Someone = new(0, 2);

    // Keeps the ids of new elements unlike all others of the history.
    private const int MostTouches = 100;

    public Decided? Decide(Person person, int step)
    {
        var caller = Cast.CallerOf(Agency);
        var within = Plan < 9 ? person.Plans.RemoveAll(p => p.Agency != Agency) : person.Plans;
        var plan = within.IsEmpty ? null : within[Plan % within.Length];
        var expected = (plan?.Revision ?? 1) - Etag;
        return Kind switch
        {
            MoveKind.Register when Identity.Read(PersonKind.Child, Cast.Now).Record is { } record
                => new RegisterPerson(PersonKind.Child, record).Decide(person.Records, caller),
            MoveKind.Open => new OpenPlan(New(step), Number, Date, "", [.. Touches.Select((t, i) => new DraftedElement(Fresh(step, i), t.Draft))])
                .Decide(PersonKind.Child, person.Plans, caller),
            MoveKind.Revise => new RevisePlan(plan?.Id ?? New(step), expected, [.. Touches.Select((t, i) => t.On(plan, Fresh(step, i)))])
                .Decide(person.Plans, caller),
            MoveKind.End => new EndPlan(plan?.Id ?? New(step), expected, Number, Date, "because").Decide(person.Plans, caller),
            MoveKind.AddMember => new AddMember($"{Other}", (int)Role).Decide(PersonKind.Child, person.Circle, caller, Standing(person)),
            MoveKind.EndMember => new EndMember($"{Other}", (int)Role, "because").Decide(person.Circle, caller, Standing(person).IsOfLead),
            MoveKind.ProposeLink when plan is { IsOpen: true } && plan.Agency == Agency
                => new ProposeLink(Fresh(step), plan.Id, $"{Agency}/team", PersonKind.Adult, Someone, $"{Other}").Decide(Self, person.Links, caller, _ => true),
            MoveKind.AnswerLink when Plan % 3 == 0 || plan is { IsOpen: true }
                => new AnswerLink(Fresh(step), Plan % 3 == 0 ? null : plan!.Id, "because").Decide(
                    Self, person.Links, Asked(step), PersonKind.Adult, Someone, caller, At(step)),
            MoveKind.Restrict => Restriction(step).Decide(
                person.Restrictions, caller,
                new RestrictionStanding(
                    Standing(person).IsOfLead, Circle.LeadOf(person.Circle, PersonKind.Child)?.Team, Standing(person).HasOpenPlan, _ => true, _ => true, _ => true),
                At(step)),
            MoveKind.Lift => new LiftRestriction(person.Restrictions.IsEmpty ? default : person.Restrictions[Plan % person.Restrictions.Length].Id, "because")
                .Decide(person.Restrictions, caller, new Guardians(_ => true, Manages: true), At(step)),
            MoveKind.Consent => new RecordConsent(1 + (Plan % 6), (Plan % 6) is 2 or 3 or 4 ? 1 + (Number % 2) : 0, [$"{Other.Agency}"], "explained", "because")
                .Decide(person.Consents, PersonKind.Child, PersonConsent.BirthDate(person, Agency), caller, _ => true, At(step)),
            MoveKind.EndLink => new EndLink(person.Links.IsEmpty ? Fresh(step) : person.Links[Plan % person.Links.Length].Id, "because").Decide(person.Links, caller),
            _ => null,
        };
    }

    // Whoever is of the lead's agency is of its team.
    private CircleStanding Standing(Person person) => new(
        Enum.GetValues<Sector>().FirstOrDefault(s => RoleSectors.BuiltIn.Fits(Role, s)),
        Circle.LeadOf(person.Circle, PersonKind.Child)?.Team.Agency == Agency,
        person.Plans.Any(p => p.Agency == Agency && p.IsOpen));

    // One of each kind, by number. The lead is named so that it is left out on purpose.
    private PlaceRestriction Restriction(int step)
    {
        var on = DateOnly.FromDateTime(At(step).ToDateTimeOffset().UtcDateTime).AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var empty = new PlaceRestriction(new RestrictionId((UInt128)step + 1), 0, $"{Agency}/team", on, Etag != 0, [], [], [], [], []);
        return Number switch
        {
            3 => empty with { Ground = (int)RestrictionGround.HighRisk, Admitted = [$"{Other}"], Teams = [$"{Agency}/team"] },
            4 => empty with { Ground = (int)RestrictionGround.CourtDirection, Teams = [$"{Other}"] },
            5 => empty with { Ground = (int)RestrictionGround.StaffConflict, People = [new PractitionerDraft(Other.Agency.Value, Cast.Worker.Value)] },
            6 => empty with { Ground = (int)RestrictionGround.SensitiveService },
            _ => empty with { Ground = (int)RestrictionGround.CourtDirection, Agencies = [Other.Agency.Value], Categories = [5, 6, 7] },
        };
    }

    private LinkHalf Asked(int step)
        => new(Fresh(step), HalfState.Proposed, new PlanId(UInt128.MaxValue), Other, PersonKind.Child, Self, TeamId.TryParse($"{Agency}/team")!, At(step));

    private static Moment At(int step) => Cast.Now.Plus(TimeSpan.FromDays(step));

    private static LinkId Fresh(int step) => new((UInt128)step + 1);

    private static PlanId New(int step) => new((UInt128)step + 1);

    private static ElementId Fresh(int step, int touch) => new((UInt128)((step * MostTouches) + touch));
}

internal enum MoveKind
{
    Register,
    Open,
    Revise,
    End,
    AddMember,
    EndMember,
    ProposeLink,
    AnswerLink,
    EndLink,
    Restrict,
    Lift,
    Consent,
}

/// <summary>One operation: on a new element, on one that the plan has, or on one that it has not.</summary>
internal sealed record Touch(ElementAct Act, int Element, ElementDraft Draft)
{
    /// <summary>Stands for an element that the plan has not.</summary>
    public const int Absent = 70;

    public ElementOperation On(Plan? plan, ElementId fresh)
        => Act == ElementAct.Add || plan is null || plan.Elements.IsEmpty || Element == Absent
            ? new ElementOperation(Act, fresh, Draft)
            : new ElementOperation(Act, plan.Elements[Element % plan.Elements.Length].Id, Act == ElementAct.Remove ? null : Draft);
}
