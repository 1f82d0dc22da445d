using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Hub.Silo.Register;

namespace Hub.Silo.Alerts;

/// <summary>Who hears of a concern, and the rows that leave with it. Looked up in the registers, never awaited.</summary>
internal sealed class ConcernDispatch(AgencyRegister agencies, TeamRegister teams, DutyTeams onDuty)
{
    /// <summary>Where the place's duty team answers; the authority itself, where it has named none.</summary>
    public string DutyNumberOf(AgencyId place)
        => (onDuty.Of(place) is { } team ? teams.Of(team)?.Team.Profile?.DutyNumber : null) ?? agencies.ProfileOf(place)?.DutyNumber ?? "";

    /// <summary>The rows, and whether anybody at the place hears.</summary>
    public (Outward Rows, bool IsHeard) Of(ConcernId concern, ConcernRaised raised, AgencyId sender, FoundPerson? found, Forthcoming place)
    {
        var duty = onDuty.Of(raised.Place);
        var managed = duty is null ? onDuty.Managed(raised.Place) : [];
        var hearers = ConcernHearers.Of(duty, managed, found?.Lead);
        Ground? known = found is null ? null : new Ground(PersonFold.Key(found.Kind, found.Person), found.FactsVersion);
        var (decisions, deliveries) = (ImmutableArray.CreateBuilder<Decision>(), new List<DeliveryRow>());

        // One for all who hear under the concern alone, one for whoever works with the person.
        var (views, ordinals) = (new List<OutwardView>(), new Dictionary<bool, int>());
        foreach (var hearer in hearers)
        {
            var (kind, subject) = hearer.KnowsPerson ? (found!.Kind, found.Person.ToBytes()) : ((PersonKind?)null, concern.ToBytes());
            // What the place's team hears rests on nothing that could be taken away; a lead's team hears while it leads.
            var basis = hearer.Route == Route.Circle ? Basis.Of([known!]) : Basis.Of([]);
            var isTeam = teams.Of(hearer.Team) is not null;
            var view = -1;
            if (isTeam)
            {
                if (!ordinals.TryGetValue(hearer.KnowsPerson, out view))
                {
                    ordinals[hearer.KnowsPerson] = view = views.Count;
                    views.Add(OutwardView.Of(View(concern, raised, sender, kind)));
                }

                deliveries.Add(DeliveryRows.Of(hearer.Team, subject, view, basis, raised.Severity, place.At));
            }

            decisions.Add(new Decision(
                hearer.Team, null, kind, PersonId.FromBytes(subject), hearer.Route, isTeam ? VerdictKind.Permit : VerdictKind.Deny,
                isTeam ? Because.Told : Because.RecipientNotKnown, isTeam ? Shown(raised) : default, 0, basis, view));
        }

        var record = new Decisions(Decisions.PresentEdition, Decisions.Standing, Purpose.Safeguard, decisions.ToImmutable());
        var rows = new Outward(
            [.. ReadSet(raised.Place, hearers, known)], JsonSerializer.SerializeToUtf8Bytes(record, OutwardJson.Default.Decisions), views, deliveries);
        return (rows, hearers.Any(h => h.Route == Route.Place));
    }

    private IEnumerable<GroundRow> ReadSet(AgencyId place, ImmutableArray<ConcernHearer> hearers, Ground? known)
    {
        yield return GroundRow.Of(agencies.GroundOf(place));
        foreach (var hearer in hearers)
        {
            if (teams.Of(hearer.Team) is var (_, version))
            {
                yield return new GroundRow(TeamFold.Key(hearer.Team), version);
            }
        }

        if (known is not null)
        {
            yield return GroundRow.Of(known);
        }
    }

    private static CategorySet Shown(ConcernRaised raised)
        => CategorySet.Of([.. raised.Elements.Select(e => e.Content.Category).OfType<Category>()]);

    private static View View(ConcernId concern, ConcernRaised raised, AgencyId sender, PersonKind? kind) => new(
        "concern.raised", raised.Severity, sender, kind, null, null, null, null, null,
        [.. raised.Elements.Select(e => new ElementChange(ElementAct.Add, e.Id, e.Content))],
        MoreExists: false,
        Concern: concern,
        Identity: raised.Identity,
        Description: raised.Description);
}
