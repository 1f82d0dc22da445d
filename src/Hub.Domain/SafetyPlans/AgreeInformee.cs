using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;

namespace Hub.Domain.SafetyPlans;

/// <summary>Event <c>informee.agreed</c>: the person consents that somebody is told, upon some alerts, in these words.</summary>
/// <param name="Terms">What was agreed.</param>
/// <param name="By">Whose consent it is.</param>
/// <param name="Explained">What was explained.</param>
public sealed record InformeeAgreed(
    [property: JsonPropertyName("terms")] InformeeTerms Terms,
    [property: JsonPropertyName("by")] ConsentGiver By,
    [property: JsonPropertyName("explained")] string Explained) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeAgreed);
}

/// <summary>Agrees who without a system is told by a safety plan, upon which alerts, in which words: with the person's consent, or not at all. What was
/// agreed about the same relationship before is replaced. Source: scenario "Relapse alert to a relative".</summary>
/// <param name="Plan">The caller's own agency's safety plan.</param>
/// <param name="Relationship">Who is told.</param>
/// <param name="Element">The id that the words' element gets.</param>
/// <param name="Triggers">Numbers of the alert types upon which it is told.</param>
/// <param name="Words">As they are to be said, at most 4 KiB.</param>
/// <param name="Number">A telephone number.</param>
/// <param name="By">Number of whose consent it is.</param>
/// <param name="Explained">What was explained.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreeInformee")]
public sealed record AgreeInformee(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("relationship")][Id(1)] RelationshipId Relationship,
    [property: JsonPropertyName("element")][Id(2)] ElementId Element,
    [property: JsonPropertyName("triggers")][Id(3)] ImmutableArray<int> Triggers,
    [property: JsonPropertyName("words")][Id(4)] string Words,
    [property: JsonPropertyName("number")][Id(5)] string Number,
    [property: JsonPropertyName("by")][Id(6)] int By,
    [property: JsonPropertyName("explained")][Id(7)] string Explained)
{
    /// <summary>Refuses whoever does not work with the person, a plan that is not the caller's and a relationship that the caller may not see
    /// (NOT_KNOWN), a plan that has ended, a relationship that has ended or is reached by no team (STATE_CONFLICT), a plan of another type, and words,
    /// triggers or consent that cannot be taken.</summary>
    /// <param name="informees">The person's informees.</param>
    /// <param name="standing">What the caller may see.</param>
    /// <param name="kind">Whether the person is a child or an adult.</param>
    /// <param name="birthDate">As the caller's agency knows it; null when it does not.</param>
    /// <param name="caller">Who agrees.</param>
    /// <param name="now">The present instant.</param>
    public Decided Decide(ImmutableArray<Informee> informees, InformeeStanding standing, PersonKind kind, DateOnly? birthDate, Caller caller, Moment now)
    {
        if (standing is not { WorksWith: true, Plan: { } plan, Relationship: { } meant })
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (!plan.IsOpen)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "plan_id", "the plan has ended");
        }

        if (meant.IsEnded || meant.Content.CarryingTeam is null)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "relationship_id", meant.IsEnded ? "has ended" : "has no carrying team");
        }

        var broken = new FieldRules();
        broken.Must(plan.Type == PlanType.Safety, "plan_id", "must be a safety plan");
        var triggers = ReadTriggers(broken);
        broken.Words("words", Words, isRequired: true);
        var number = broken.Telephone("telephone_number", Number);
        var by = broken.Giver("consent_given_by", By, ConsentState.Given, kind, birthDate, now);
        broken.Words("consent_explained", Explained, isRequired: true);
        if (broken.Refusal is { } refusal)
        {
            return Decided.Refuse(refusal);
        }

        var old = InformeeFold.Of(informees, caller.Agency, Relationship);
        if (old is null && informees.Count(i => i.Holder == caller.Agency) >= Informee.MostOfAgency)
        {
            return Decided.Refuse(RefusalReason.TooLarge, "relationship_id", $"an agency has at most {Informee.MostOfAgency} informees of one person");
        }

        var terms = new InformeeTerms(Plan, Relationship, Element, triggers, Words, number);
        var isSo = old is not null && old.Terms with { Element = Element } == terms && old.Consent.AskAgainAt(birthDate) is null
            && (old.Consent.State, old.Consent.By, old.Consent.Explained) == (ConsentState.Given, by, Explained);
        return isSo ? Decided.Nothing : Decided.Commit(new InformeeAgreed(terms, by!.Value, Explained));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(AgreeInformee);

    private ImmutableArray<AlertType> ReadTriggers(FieldRules broken)
    {
        var known = Enum.GetValues<AlertType>();
        broken.Count("triggers", Triggers.Length, known.Length);
        broken.Must(!Triggers.IsEmpty, "triggers", "must name at least one alert type");
        for (var i = 0; i < Math.Min(Triggers.Length, known.Length); i++)
        {
            broken.Must(known.Contains((AlertType)Triggers[i]), $"triggers[{i}]", "must be a known alert type");
        }

        return [.. known.Where(t => Triggers.Contains((int)t))];
    }
}
