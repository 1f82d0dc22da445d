using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Hub.Silo.Register;

namespace Hub.Silo.Inbox;

/// <summary>What waited here and may not be handed over any more without a person's decision: its holder is asked, once, in the commit that takes it
/// back.</summary>
internal sealed partial class InboxGrain
{
    /// <summary>Whom to ask, and what; null where nobody has to decide, somebody was asked already, or the team has it.</summary>
    private async Task<AskedTeam?> AsksOf(Judgement judged)
        => judged is { View: { } view, Again.Asks: { } asks }
            && !await WasHandedOver(judged.Row.Position.Place)
            && !await IsClaimed(ClaimSpace.Asked, AcknowledgementKey(judged.Row.Position.Place))
                ? asks with { Decision = asks.Decision with { Type = view.Type, Version = judged.Origin.Version } }
                : null;

    /// <summary>One delivery to the holder's team: which news it is, and no content.</summary>
    private Outward Asking(Judgement judged, AskedTeam asks, Forthcoming now)
    {
        var (kind, about) = PersonFold.Read(judged.Origin.Stream)!.Value;
        var view = Question.Of(judged.View!.Severity, judged.View.Holder, kind, about, asks.Decision) with { Plan = judged.View.Plan, KeptOut = judged.KeptOut.OrNone };
        var hearer = inboxes.Hearers.Of(asks.Team, asks.Team.Agency, judged.KeptOut, t => t.Agency == asks.Team.Agency);
        Ground[] grounds = [.. judged.Again!.Basis.Grounds.Where(g => g.Name == judged.Origin.Stream), TeamGround(hearer.At.Team)];
        return new Outward([], [], [OutwardView.Of(view)], [DeliveryRows.Of(hearer.At, asks.Decision.FiledUnder(about), 0, Basis.Of(grounds), view.Severity, now.At)]);
    }

    private Ground TeamGround(TeamId team) => new(TeamFold.Key(team), inboxes.Teams.Of(team)?.Version ?? 0);
}
