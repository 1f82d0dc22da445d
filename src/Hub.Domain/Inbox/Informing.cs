using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>Who is told by a safety plan when an alert is raised. Source: sharing rules, "Carers, relatives, parents, young people".</summary>
public static class Informing
{
    /// <summary>The informees to whom an alert of this type is something, in order of agreeing.</summary>
    /// <param name="person">The person.</param>
    /// <param name="holder">Who raises it.</param>
    /// <param name="type">Its type.</param>
    public static ImmutableArray<Informee> Meant(Person person, AgencyId holder, AlertType type) => Meant(InformeeRules.Meant, person, holder, type);

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal static ImmutableArray<Informee> Meant(IReadOnlyList<MeantRule> rules, Person person, AgencyId holder, AlertType type)
        => person.Informees.IsEmpty ? [] : [.. person.Informees.Where(i => rules.All(rule => rule(person, i, holder, type)))];

    /// <summary>The team that carries words to an informee now; null where there is none.</summary>
    public static TeamId? CarriedBy(Person person, Informee informee)
        => person.Relationships.FirstOrDefault(r => r.Id == informee.Terms.Relationship && !r.IsEnded)?.Content.CarryingTeam;

    /// <summary>Why the carrying team gets the words (<see cref="Because.SafetyPlan"/>), or why not. Never throws.</summary>
    /// <param name="informee">Who is told.</param>
    /// <param name="person">The person.</param>
    /// <param name="kind">Child or adult.</param>
    /// <param name="carrying">The carrying team.</param>
    /// <param name="leaks">What the words would tell that is protected.</param>
    /// <param name="facts">What the register knows.</param>
    /// <param name="now">The present instant.</param>
    public static Because Decide(Informee informee, Person person, PersonKind kind, Recipient carrying, PersonLeaks leaks, ISharingFacts facts, Moment now)
        => Decide(InformeeRules.WhyNot, informee, person, kind, carrying, leaks, facts, now);

    /// <summary>The same by other rules than all.</summary>
    internal static Because Decide(
        IReadOnlyList<InformeeRule> rules, Informee informee, Person person, PersonKind kind, Recipient carrying, PersonLeaks leaks, ISharingFacts facts, Moment now)
    {
        // CA1031: whatever fails in a rule, the answer is no.
#pragma warning disable CA1031
        try
        {
            var asked = new InformeeQuestion(
                informee, SharingPolicy.Directed(informee.Holder, carrying, facts), PersonSight.OfTeam(person, kind, informee.Holder, carrying.Team, facts),
                !leaks.Unread.IsEmpty || AtRisk(person, leaks, carrying, facts, now).Any(), PersonConsent.BirthDate(person, informee.Holder), now);
            return rules.Select(rule => rule(asked)).FirstOrDefault(no => no is not null) ?? Because.SafetyPlan;
        }
        catch (Exception)
        {
            return Because.RuleError;
        }
#pragma warning restore CA1031
    }

    /// <summary>What the words would tell that the carrying team may not know, whoever else may.</summary>
    public static IEnumerable<Leak> AtRisk(Person person, PersonLeaks leaks, Recipient carrying, ISharingFacts facts, Moment now)
        => leaks.Known.Concat(leaks.Unknown).Where(l => !PersonLeaks.MaySee(person, carrying, l.Fact, facts, now));

    /// <summary>Whether a named person of the holder has to decide, since consent does not carry it or a rule failed.</summary>
    public static bool NeedsDecision(Because because) => because is Because.NoConsent or Because.ConsentToBeAskedForAgain or Because.RuleError;

    /// <summary>Whether somebody would have been told of such an alert and is not, because the person does not consent. It goes by consent alone: what a
    /// restriction keeps from a team shows to nobody.</summary>
    public static bool IsRouteClosed(Person person, AgencyId holder, AlertType type, Moment now)
        => Meant(person, holder, type).Any(i => !Holds(i, person, now));

    /// <summary>What stands of what an agency agreed about somebody: the plan is open and a team carries it. Whether the person consents is another
    /// question. Null where nothing does.</summary>
    public static Informee? Standing(Person person, AgencyId holder, RelationshipId relationship)
        => InformeeFold.Of(person.Informees, holder, relationship) is { } one && InformeeRules.Stands.All(rule => rule(person, one, holder, default)) ? one : null;

    /// <summary>Whether the person consents now that an informee is told.</summary>
    public static bool Holds(Informee informee, Person person, Moment now) => ConsentOf(informee, person).Holds(now);

    /// <summary>What is on record of that consent.</summary>
    public static ConsentFacts ConsentOf(Informee informee, Person person)
        => new(informee.Consent.State, informee.Consent.AskAgainAt(PersonConsent.BirthDate(person, informee.Holder)));
}
