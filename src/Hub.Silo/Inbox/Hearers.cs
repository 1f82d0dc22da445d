using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Register;

namespace Hub.Silo.Inbox;

/// <summary>Who hears what may not go to a team's machine, or to nobody of it. Looked up in the registers, never awaited.</summary>
internal sealed class Hearers(TeamRegister teams, DutyTeams onDuty, AgencyRegister agencies, InboxTelemetry telemetry, InboxLog log)
{
    /// <summary>The steps for a team, in order, as they can be taken now.</summary>
    /// <param name="team">The team.</param>
    /// <param name="responsible">The agency that leads; its own where nobody does.</param>
    public IReadOnlyList<HearingCandidate> Order(TeamId team, AgencyId? responsible)
    {
        var authority = responsible ?? team.Agency;
        var reciprocal = agencies.Of(authority)?.Reciprocal;
        var order = new List<HearingCandidate> { Candidate(HearingStep.Team, team), Candidate(HearingStep.TeamManager, team) };
        foreach (var (step, duty) in new[]
        {
            (HearingStep.Agency, onDuty.Of(team.Agency)),
            (HearingStep.ResponsibleAuthority, onDuty.Of(authority)),
            (HearingStep.ReciprocalAuthority, reciprocal is null ? null : onDuty.Of(reciprocal)),
        })
        {
            if (duty is not null && !order.Exists(c => c.Team == duty))
            {
                order.Add(Candidate(step, duty));
            }
        }

        return order;
    }

    /// <summary>Who hears; at the end of the order it stays with its team, and operators are alarmed.</summary>
    /// <param name="team">The team that would hear.</param>
    /// <param name="responsible">The agency that leads.</param>
    /// <param name="keptOut">From whom it is kept.</param>
    /// <param name="mayHear">Whether another team may hear: decided anew.</param>
    public Hearer Of(TeamId team, AgencyId? responsible, KeptOut keptOut, Func<TeamId, bool> mayHear)
    {
        if (IsPlain(team, keptOut))
        {
            return new Hearer(HearingStep.Team, new InboxAddress(team, IsRestricted: false), null);
        }

        var order = Order(team, responsible);
        return SomebodyHears.First(order, keptOut, t => t == team || mayHear(t)) ?? Nobody(order[0], keptOut);
    }

    /// <summary>The same for a recipient in whose place the adoption role may hear: then that is on record.</summary>
    public Hearer InPlaceOf(Recipient recipient, AgencyId? responsible, KeptOut keptOut, Func<TeamId, bool> mayHear)
    {
        var hearer = Of(recipient.Hears, responsible, keptOut, mayHear);
        return recipient.InItsPlace is not null && hearer.Step == HearingStep.Team ? hearer with { Step = HearingStep.AdoptionRole } : hearer;
    }

    /// <summary>The end of the order.</summary>
    public Hearer Nobody(HearingCandidate own, KeptOut keptOut)
    {
        telemetry.Unheard();
        log.Unheard();
        return SomebodyHears.Nobody(own, keptOut);
    }

    /// <summary>Whether the team is there and it is kept from nobody.</summary>
    public bool IsPlain(TeamId team, KeptOut keptOut) => keptOut.IsEmpty && teams.Of(team) is { Team.Holders.IsEmpty: false };

    public HearingCandidate Candidate(HearingStep step, TeamId team)
    {
        var holders = teams.Of(team)?.Team.Holders ?? [];
        PractitionerId[] present = [.. holders.Select(h => h.Practitioner).Distinct()];
        return new HearingCandidate(
            step, team, present,
            step == HearingStep.TeamManager ? [.. holders.Where(h => h.Role is Role.TeamManager).Select(h => h.Practitioner)] : present);
    }
}
