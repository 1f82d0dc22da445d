using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Deciding;

/// <summary>Puts on record that a named person of the holder does not share something, though nobody asked. Nobody is told. Source: scenario
/// "Decision not to share".</summary>
/// <param name="Plan">The caller's own agency's plan that it is about; null for none.</param>
/// <param name="Elements">Elements of that plan; empty for none in particular.</param>
/// <param name="Recipient">The team that does not hear, as agency/team; empty for none in particular.</param>
/// <param name="Why">On what ground.</param>
[GenerateSerializer, Immutable, Alias("hub.RecordNotShared")]
public sealed record RecordNotShared(
    [property: JsonPropertyName("plan")][Id(0)] PlanId? Plan,
    [property: JsonPropertyName("elements")][Id(1)] ImmutableArray<ElementId> Elements,
    [property: JsonPropertyName("recipient")][Id(2)] string Recipient,
    [property: JsonPropertyName("why")][Id(3)] NotSharedDraft Why)
{
    /// <summary>Refuses a plan that is not the caller's (NOT_KNOWN), elements without a plan or of another one, a team that the hub does not know,
    /// and a ground that lacks something.</summary>
    public Decided Decide(ImmutableArray<Plan> plans, Caller caller, Func<TeamId, bool> isTeam, Moment now)
    {
        var own = Plan is { } id ? PlanAccess.ToSee(plans, id, caller) : null;
        if (Plan is not null && own is null)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        for (var i = 0; i < Elements.Length; i++)
        {
            if (own is null || own.Elements.All(e => e.Id != Elements[i]))
            {
                broken.Add(RefusalReason.InvalidElement, $"element_ids[{i}]", "does not stand in this plan");
            }
        }

        var team = Recipient.Length == 0 ? null : TeamId.TryParse(Recipient);
        broken.Must(Recipient.Length == 0 || (team is not null && isTeam(team)), "recipient_team_id", "must be a team of an admitted agency");
        var why = Why.Read(broken, now);
        return broken.Refusal is { } refusal
            ? Decided.Refuse(refusal)
            : Decided.Commit(new NotShared(null, null, team, Plan, Elements, why));
    }
}
