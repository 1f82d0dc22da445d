using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.People;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>What must hold before an alert is anything to an informee.</summary>
internal delegate bool MeantRule(Person person, Informee informee, AgencyId holder, AlertType type);

/// <summary>What a rule is asked: is there a reason why the carrying team must not get these words?</summary>
/// <param name="Informee">Who would be told.</param>
/// <param name="Lane">What a named person of the holder might send this team.</param>
/// <param name="Sight">What the team may not see because of whom it is about.</param>
/// <param name="TellsProtected">Whether the words would tell what the team may not know.</param>
/// <param name="BirthDate">The person's, as the holder has it.</param>
/// <param name="Now">The present instant.</param>
internal readonly record struct InformeeQuestion(Informee Informee, Verdict Lane, ElementSight Sight, bool TellsProtected, DateOnly? BirthDate, Moment Now);

/// <summary>One rule: why not, or null where it says nothing of this.</summary>
internal delegate Because? InformeeRule(InformeeQuestion asked);

/// <summary>The rules of who is told by a safety plan. A row of who-is-told-by-a-safety-plan.md fails without each of them.</summary>
internal static class InformeeRules
{
    /// <summary>What must hold of what was agreed, whatever happens.</summary>
    public static IReadOnlyList<MeantRule> Stands { get; } = [PlanIsOpen, SomebodyCarries];

    /// <summary>What must hold for an alert to be something to an informee.</summary>
    public static IReadOnlyList<MeantRule> Meant { get; } = [OfTheHolder, IsATrigger, .. Stands];

    /// <summary>In order: the first that says something decides, and where none does the informee is told.</summary>
    public static IReadOnlyList<InformeeRule> WhyNot { get; } = [KeptFromTheTeam, NotToThoseItIsAbout, TellsWhatIsProtected, ConsentIsNotGiven, ConsentHasToBeAskedForAgain];

    /// <summary>An agency's safety plan goes by its own alerts. Source: "each agency is controller of what it contributes".</summary>
    private static bool OfTheHolder(Person person, Informee informee, AgencyId holder, AlertType type) => informee.Holder == holder;

    /// <summary>Source: vocabulary, "SafetyPlan (triggers, actions, informees)".</summary>
    private static bool IsATrigger(Person person, Informee informee, AgencyId holder, AlertType type) => informee.Terms.Triggers.Contains(type);

    /// <summary>What has ended tells nobody anything.</summary>
    private static bool PlanIsOpen(Person person, Informee informee, AgencyId holder, AlertType type)
        => person.Plans.Any(p => p.Id == informee.Terms.Plan && p.Agency == informee.Holder && p.IsOpen);

    /// <summary>Source: "they are reached through a carrying team".</summary>
    private static bool SomebodyCarries(Person person, Informee informee, AgencyId holder, AlertType type) => Informing.CarriedBy(person, informee) is not null;

    /// <summary>A restriction says no before every yes, and before any question. Source: "deny wins".</summary>
    private static Because? KeptFromTheTeam(InformeeQuestion asked)
        => asked.Lane.Because != Because.Directed ? asked.Lane.Because : asked.Lane.Shows(Category.InformeeMessage) ? null : Because.Restricted;

    /// <summary>Source: sharing rules, "About you".</summary>
    private static Because? NotToThoseItIsAbout(InformeeQuestion asked) => asked.Sight.Hides(asked.Informee.Terms.Message.Content);

    /// <summary>Agreed words are never cut. Source: "a leak guard compares outgoing text with protected facts".</summary>
    private static Because? TellsWhatIsProtected(InformeeQuestion asked) => asked.TellsProtected ? Because.LeakGuard : null;

    /// <summary>Source: scenario "Relapse, consent withdrawn".</summary>
    private static Because? ConsentIsNotGiven(InformeeQuestion asked) => asked.Informee.Consent.State == ConsentState.Given ? null : Because.NoConsent;

    /// <summary>Source: scenario "Turning 16".</summary>
    private static Because? ConsentHasToBeAskedForAgain(InformeeQuestion asked)
        => asked.Informee.Consent.AskAgainAt(asked.BirthDate) is { } end && end.CompareTo(asked.Now) <= 0 ? Because.ConsentToBeAskedForAgain : null;
}
