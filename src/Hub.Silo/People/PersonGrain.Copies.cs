using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Silo.People;

/// <summary>Copies of linked plans' elements in this person's plans.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<PlanWritten>> AdoptElement(Caller caller, AdoptElement command)
        => Run(caller, command, PersonJson.Default.AdoptElement, state => command.Decide(state.Plans, state.Links, caller));

    public Task<Answer<PlanWritten>> KeepElement(Caller caller, KeepElement command)
        => Run(caller, command, PersonJson.Default.KeepElement, state => command.Decide(state.Plans, caller));

    public async Task<Answer<PlanSeen>> GetPlan(Caller caller, PlanId plan)
    {
        var (halves, sight) = (ImmutableArray<LinkHalf>.Empty, ElementSight.Whole);
        var seen = await ReadFor<Plan>(caller, state =>
        {
            (halves, sight) = (state.Links, PersonSight.OfReader(state, caller.Agency, caller, () => TeamsOf(caller)));
            var kept = KeptFrom(state, caller);
            return PlanAccess.ToSee(state.Plans, plan, caller) is not { } own ? Refusal.Because(RefusalReason.NotKnown)
                : kept.IsEmpty ? own
                : own with { Elements = own.Elements.RemoveAll(e => e.Content.Category is not { } category || kept.Has(category)) };
        });
        if (seen.Value is not { } whole)
        {
            return seen.Refusal!;
        }

        var (gone, stale) = (whole.Elements.Where(e => !sight.Lets(e.Content)).Select(e => e.Id).ToHashSet(), ImmutableArray.CreateBuilder<ElementId>());
        foreach (var copies in whole.Elements.Where(e => e.Origin is not null).GroupBy(e => e.Origin!.Link))
        {
            var half = halves.First(l => l.Id == copies.Key);
            var elements = copies.ToImmutableArray();
            var (side, unanswered) = await people.Audience.Ask(
                half.OtherKind, half.Other, new LinkQuestion(
                    half.Id, Id, half.OtherTeam.Agency, [.. elements.Select(e => e.Origin!.Element)],
                    [.. elements.Select(e => new CopyMark(e.Content with { Text = "" }, e.Origin!.Directed == true))], caller.Practitioner));
            if (unanswered)
            {
                return Refusal.Because(RefusalReason.TryAgain);
            }

            // With the link the copy's visibility ends, also for whoever made it; and what its origin is kept from, it is.
            if (side?.Half is not { } other || !half.IsInForceWith(other, Id, half.Other) || IsKeptFrom(side.Restrictions, half.OtherTeam.Agency, caller))
            {
                gone.UnionWith(elements.Select(e => e.Id));
                continue;
            }

            gone.UnionWith(elements.Where((_, i) => side.Shown.IsDefault || !side.Shown[i]).Select(e => e.Id));
            stale.AddRange(elements.Where((e, i) => (side.RecordedAt[i] ?? default) != e.Origin!.RecordedAt).Select(e => e.Id));
        }

        var today = DateOnly.FromDateTime(Services.Time.GetUtcNow().UtcDateTime);
        return Shown<PlanSeen>(new PlanSeen(
            whole with { Elements = whole.Elements.RemoveAll(e => gone.Contains(e.Id)) }, stale.ToImmutable(),
            [.. whole.Elements.Where(e => e is { Origin: null, Content.Handling: { } handling } && handling.IsReviewDue(today)).Select(e => e.Id)]));
    }
}
