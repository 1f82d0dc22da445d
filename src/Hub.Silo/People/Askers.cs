using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>Finds the holder's team that is asked where only a person may decide. Looked up in the registers, never awaited.</summary>
internal sealed class Askers(TeamRegister teams, DutyTeams onDuty, InboxTelemetry telemetry)
{
    /// <summary>The team; null where the holder may not know of the recipient, or has no team to ask: then only operators see that nobody is asked.</summary>
    /// <param name="person">The person after the event.</param>
    /// <param name="kind">Child or adult.</param>
    /// <param name="holder">Whose information it is.</param>
    /// <param name="by">Who made the change; null when that was nobody.</param>
    /// <param name="recipient">Who hears nothing.</param>
    public TeamId? Of(Person person, PersonKind kind, AgencyId holder, PractitionerId? by, Recipient recipient)
    {
        var team = !HoldersTeam.MayKnowOf(person, kind, holder, recipient.Team, recipient.Route) ? null
            : HoldersTeam.Of(person, kind, holder, recipient.Team, recipient.Subject, recipient.Route)
                ?? (by is null ? null : teams.OfAgency(holder).FirstOrDefault(t => t.Team.IsMember(by)).Id)
                ?? onDuty.Of(holder);
        return Open(team, person, holder);
    }

    /// <summary>The team of an agency that hears of what concerns its own information about a person.</summary>
    public TeamId? OfHolder(Person person, PersonKind kind, AgencyId holder)
        => Open(HoldersTeam.Of(person, kind, holder, onDuty.Of(holder) ?? new TeamId(holder, "none"), default, Route.Circle) ?? onDuty.Of(holder), person, holder);

    /// <summary>Teams of the authority that is responsible for a child in which somebody is designated officer, but those from which a restriction keeps
    /// it: where there is none, nobody.</summary>
    public IEnumerable<TeamId> Officers(Person person, PersonKind kind, AgencyId holder)
        => kind == PersonKind.Child && !person.Relationships.IsEmpty && Circle.LeadOf(person.Circle, kind) is { } lead
            ? teams.OfAgency(lead.Team.Agency).Where(t => t.Team.Holders.Any(h => h.Role == Role.DesignatedOfficer)).Select(t => t.Id).Where(t => !person.Restrictions.KeepsFrom(holder, t))
            : [];

    private TeamId? Open(TeamId? team, Person person, AgencyId holder)
    {
        var isThere = team is not null && teams.Of(team) is not null && !person.Restrictions.KeepsFrom(holder, team);
        if (!isThere)
        {
            telemetry.NobodyAsked();
        }

        return isThere ? team : null;
    }
}
