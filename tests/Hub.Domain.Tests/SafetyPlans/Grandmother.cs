using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Relationships;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.SafetyPlans;

/// <summary>A mother under a safety plan of Harbour, and her own mother, who is told by it through Riverside's team.</summary>
internal static class Grandmother
{
    public const string Words = "She is not well.";
    public static readonly PlanId Plan = new(7);
    public static readonly ElementId Element = new(70);
    public static readonly RelationshipId Id = Kin.Id(1);
    public static readonly TeamId Carrying = Book.TeamOf(Cast.Riverside);

    public static readonly AgreeInformee Agree = new(
        Plan, Id, Element, [(int)AlertType.RelapseConfirmed, (int)AlertType.RelapseEarlySign], Words, " 999 0707 ", (int)ConsentGiver.Adult, "What she is told, and when.");

    public static readonly Plan Safety = new(Plan, PlanType.Safety, Cast.Harbour, PlanState.Active, 1, null, null, [], Cast.Now);

    public static readonly Book Register = Book.Empty.With(Cast.Harbour, Sector.AdultMentalHealth).With(Cast.Riverside, Sector.ChildrensSocialCare).With(Cast.Meadow, Sector.HealthVisiting);

    public static Relationship Reached(TeamId? by, StaffMember? staff = null) => Kin.All(Kin.Of(RelationshipType.Grandparent, staff: staff, carriedBy: by))[0];

    /// <summary>Told by the plan, as things stand at first.</summary>
    public static Informee Told { get; } = new(
        Cast.Harbour,
        new InformeeTerms(Plan, Id, Element, [AlertType.RelapseEarlySign, AlertType.RelapseConfirmed], Words, "999 0707"),
        Cast.Now,
        InformeeConsent.Given(ConsentGiver.Adult, Cast.Now, "What she is told, and when."));

    public static Person Mother { get; } = Person.Empty with { Kind = PersonKind.Adult, Plans = [Safety], Relationships = [Reached(Carrying)], Informees = [Told] };

    /// <summary>The mother after something else was agreed or consented.</summary>
    public static Person With(this Person mother, Func<Informee, Informee> other) => mother with { Informees = [other(mother.Informees[0])] };

    /// <summary>An address in another plan of hers, under its category.</summary>
    public static Person WithAddress(this Person mother, AgencyId holder, string text) => mother with
    {
        Plans = mother.Plans.Add(new Plan(
            new PlanId(8), PlanType.Contingency, holder, PlanState.Active, 1, null, null,
            [new Element(new ElementId(80), new ElementContent(Category.AddressAndLocation, ElementKind.Fact, text), null, Cast.Now)], Cast.Now)),
    };

    public static Informee Consenting(this Informee informee, ConsentState state) => informee with { Consent = informee.Consent with { State = state } };
}
