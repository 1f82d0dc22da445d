using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>What a named person of the holder sends to an informee without the person's consent, since a child is at risk. Source: scenario "Relapse,
/// consent withdrawn": only the second answer sends.</summary>
internal static class InformeeAnswer
{
    /// <summary>Refuses a team of which policy says no or that does not carry the informee any more, words that stand no more or that the team may not see,
    /// an element that was not asked about, and a justification that lacks something or leans on consent that does not hold. What is sent is what
    /// stands agreed now.</summary>
    public static Directed Decide(SendDirected command, RelationshipId informee, Person person, Happened about, Verdict policy, Moment now, ElementSight? sight)
    {
        var stands = Informing.Standing(person, about.Agency, informee);
        if (about.Content is not AlertRaised alert || policy.Because != Because.Directed || (stands is not null && Informing.CarriedBy(person, stands) != command.Asks.Recipient))
        {
            return Directed.Refuse(RefusalReason.StateConflict, "delivery_id", "cannot be sent to this recipient");
        }

        if (stands is null || !policy.Shows(Category.InformeeMessage) || sight?.Lets(stands.Terms.Message.Content) == false)
        {
            return Directed.Refuse(RefusalReason.StateConflict, "delivery_id", "nothing of it stands any more that could be sent");
        }

        var broken = new FieldRules();
        var why = command.Why.Read(broken);
        DirectedAnswer.MustRestOnConsent(broken, why, Informing.ConsentOf(stands, person), now);
        for (var i = 0; i < command.Elements.Length; i++)
        {
            if (command.Elements[i] != stands.Terms.Element)
            {
                broken.Add(RefusalReason.InvalidElement, $"element_ids[{i}]", "is not among what the recipient would need of this");
            }
        }

        if (broken.Refusal is { } refusal)
        {
            return Directed.Refuse(refusal);
        }

        var (kind, subject) = (command.Asks.SubjectKind, command.Asks.Subject);
        var view = Words.ByDecision(stands, alert.Severity, kind, subject);
        var sent = new SharedDirected(
            command.Item, command.Asks.Version, command.Asks.Recipient, kind, subject, null, Words.Type, view.Severity, [stands.Terms.Message], why);
        return new Directed(Decided.Commit(sent), view, 0) { Consent = stands.Consent.State };
    }
}
