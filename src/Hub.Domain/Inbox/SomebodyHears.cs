using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>Who hears where somebody or everybody of a team is kept out. Stored; its words never change.</summary>
public enum HearingStep
{
    /// <summary>Whoever is present in the team and not kept out: the role is the address.</summary>
    [JsonStringEnumMemberName("team")]
    Team = 1,

    /// <summary>Whoever manages the team.</summary>
    [JsonStringEnumMemberName("team-manager")]
    TeamManager = 2,

    /// <summary>The duty team of the team's agency, at its restricted inbox.</summary>
    [JsonStringEnumMemberName("agency")]
    Agency = 3,

    /// <summary>The duty team of the responsible authority: the lead's agency.</summary>
    [JsonStringEnumMemberName("responsible-authority")]
    ResponsibleAuthority = 4,

    /// <summary>The duty team of the authority that the responsible one has named in advance.</summary>
    [JsonStringEnumMemberName("reciprocal-authority")]
    ReciprocalAuthority = 5,

    /// <summary>Nobody: operators are alarmed, and it stays where it is.</summary>
    [JsonStringEnumMemberName("nobody")]
    Nobody = 6,

    /// <summary>The adoption team, in place of another team of the placing authority.</summary>
    [JsonStringEnumMemberName("adoption-role")]
    AdoptionRole = 7,
}

/// <summary>One step of the order, as it can be taken now.</summary>
/// <param name="Step">Which.</param>
/// <param name="Team">The team that would hear.</param>
/// <param name="Present">Everybody who holds a role in it.</param>
/// <param name="Asked">Those of them whom the step means.</param>
public sealed record HearingCandidate(HearingStep Step, TeamId Team, IReadOnlyCollection<PractitionerId> Present, IReadOnlyCollection<PractitionerId> Asked);

/// <summary>Who hears.</summary>
/// <param name="Step">By which step.</param>
/// <param name="At">At which inbox.</param>
/// <param name="For">Whom of the team the step asks; null for whoever is there.</param>
public sealed record Hearer(
    [property: JsonPropertyName("step")] HearingStep Step,
    [property: JsonPropertyName("at")] InboxAddress At,
    [property: JsonPropertyName("for")] PractitionerId? For)
{
    /// <summary>As a decision has it on record: absent where the team hears at the door of its machine.</summary>
    [JsonIgnore]
    public Hearer? OnRecord => this is { Step: HearingStep.Team, At.IsRestricted: false } ? null : this;
}

/// <summary>The order in which somebody hears. Source: sharing rules, "Somebody always hears".</summary>
public static class SomebodyHears
{
    /// <summary>The first step that is not kept out and may hear; null at the end, which alarms. The own team hears at the machine's door while that
    /// shows it to nobody from whom it is kept, any other team at its restricted inbox.</summary>
    /// <param name="order">The steps, in order.</param>
    /// <param name="keptOut">From whom it is kept.</param>
    /// <param name="mayHear">Whether a team may hear: each step is decided anew.</param>
    public static Hearer? First(IEnumerable<HearingCandidate> order, KeptOut keptOut, Func<TeamId, bool> mayHear)
    {
        foreach (var step in order)
        {
            var free = step.Asked.FirstOrDefault(p => !keptOut.Has(step.Team.Agency, p));
            if (free is not null && mayHear(step.Team))
            {
                var isOwn = step.Step is HearingStep.Team or HearingStep.TeamManager;
                var isRestricted = !isOwn || keptOut.HasAnyOf(step.Team.Agency, step.Present);
                return new Hearer(step.Step, new InboxAddress(step.Team, isRestricted), step.Step == HearingStep.TeamManager ? free : null);
            }
        }

        return null;
    }

    /// <summary>Where something stays of which nobody hears: at the machine's door of its own team, unless it is kept from somebody there.</summary>
    public static Hearer Nobody(HearingCandidate own, KeptOut keptOut)
        => new(HearingStep.Nobody, new InboxAddress(own.Team, keptOut.HasAnyOf(own.Team.Agency, own.Present)), null);
}
