using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Agreements;

/// <summary>Who hears that an agreement ends, and the rows that leave with it: of each agency its duty team, or, where it has named none, each of its
/// teams with a manager. Looked up in the registers, never awaited.</summary>
internal sealed class AgreementDispatch(AgencyRegister agencies, TeamRegister teams, DutyTeams onDuty, EditionRegister editions)
{
    /// <summary>The rows, and the agencies of which nobody hears.</summary>
    public (Outward Rows, IReadOnlyList<AgencyId> Unheard) Of(AgreementId id, AgreementFile file, AgreementAnnounced announced, Forthcoming place)
    {
        var (holder, until) = file.Agreement is { } a ? (a.Proposer, a.Until!.Value) : (file.Framework!.Owner, file.Framework.Until!.Value);
        var view = AgreementNews.Of(id, holder, until, announced.Days);
        var subject = id.ToBytes();
        var basis = Basis.Of([new Ground(AgreementFold.Key(id), place.Version)]);
        var (read, decisions, deliveries, unheard) = (new List<GroundRow>(), ImmutableArray.CreateBuilder<Decision>(), new List<DeliveryRow>(), new List<AgencyId>());
        foreach (var agency in file.Hearers())
        {
            List<TeamId> hearing = onDuty.Of(agency) is { } duty ? [duty] : [.. onDuty.Managed(agency)];
            read.Add(GroundRow.Of(agencies.GroundOf(agency)));
            if (hearing.Count == 0)
            {
                unheard.Add(agency);
            }

            foreach (var team in hearing)
            {
                read.Add(new GroundRow(TeamFold.Key(team), teams.Of(team)!.Value.Version));
                decisions.Add(new Decision(team, null, null, PersonId.FromBytes(subject), Route.Party, VerdictKind.Permit, Because.Told, default, 0, basis, 0));
                deliveries.Add(DeliveryRows.Of(team, subject, 0, basis, view.Severity, place.At));
            }
        }

        var record = new Decisions(editions.At(place.At).Edition, Decisions.Standing, Purpose.Safeguard, decisions.ToImmutable());
        return deliveries.Count == 0
            ? (Outward.Nothing with { ReadSet = read }, unheard)
            : (new Outward(read, JsonSerializer.SerializeToUtf8Bytes(record, OutwardJson.Default.Decisions), [OutwardView.Of(view)], deliveries), unheard);
    }
}
