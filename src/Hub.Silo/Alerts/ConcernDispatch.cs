using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Hub.Silo.Register;

namespace Hub.Silo.Alerts;

/// <summary>Who hears of a concern, and the rows that leave with it. Looked up in the registers, never awaited.</summary>
internal sealed class ConcernDispatch(AgencyRegister agencies, TeamRegister teams, DutyTeams onDuty, ISharingFacts facts, Hearers hearing)
{
    /// <summary>Where the place's duty team answers; the authority itself, where it has named none.</summary>
    public string DutyNumberOf(AgencyId place)
        => (onDuty.Of(place) is { } team ? teams.Of(team)?.Team.Profile?.DutyNumber : null) ?? agencies.ProfileOf(place)?.DutyNumber ?? "";

    /// <summary>The rows, and whether anybody at the place hears.</summary>
    public (Outward Rows, bool IsHeard) Of(ConcernId concern, ConcernRaised raised, AgencyId sender, FoundPerson? found, Forthcoming place)
    {
        var acting = facts.Acting;
        var duty = onDuty.Of(raised.Place);
        var managed = duty is null ? onDuty.Managed(raised.Place) : [];
        ImmutableArray<TeamId> adoption = found is null ? [] : found.Restrictions.HearOfWhatIsTold(raised.IsThreat);
        var hearers = ConcernHearers.Of(duty, managed, found?.Lead, adoption);
        Ground? known = found is null ? null : new Ground(PersonFold.Key(found.Kind, found.Person), found.FactsVersion);
        var (decisions, leaving) = (ImmutableArray.CreateBuilder<Decision>(), new Leaving());

        var keptOut = found?.Restrictions.KeptOut(sender, acting) ?? KeptOut.Nobody;
        foreach (var hearer in hearers)
        {
            var heard = hearing.Of(hearer.Team, found?.Lead?.Agency, keptOut, t => found is null || !found.Restrictions.KeepsFrom(sender, t));
            var isOther = heard.At.Team != hearer.Team;
            var isShut = found is not null && found.Restrictions.KeepsFrom(sender, hearer.Team);
            var knowsPerson = hearer.KnowsPerson && !isShut && heard.At.Team.Agency == hearer.Team.Agency;

            // What is told of either side of an adoption is on a red clock at the adoption role, however urgent it seemed to whoever told it.
            var severity = adoption.Contains(hearer.Team) ? Severity.Red : raised.Severity;
            var (kind, subject) = knowsPerson ? (found!.Kind, found.Person.ToBytes()) : ((PersonKind?)null, concern.ToBytes());
            // What the place's team hears nothing can take away; a lead's team hears while it leads. By which door stands while both are as they were.
            var basis = acting.Under(Basis.Of(known is null ? [] : [known, .. Grounds(hearer.Team, heard.At.Team)]), heard.At.Team.Agency);
            var isKept = hearer.Route != Route.Place && isShut;
            var isTeam = teams.Of(hearer.Team) is not null && !isKept;
            var (view, told) = (-1, Doors(raised.Elements, heard.At.Team, keptOut));
            if (isTeam)
            {
                view = leaving.Ordinal(View(concern, raised, told.Machine, sender, kind) with { Severity = severity, KeptOut = keptOut.OrNone, Instead = isOther ? hearer.Team : null });
                leaving.Deliver(heard.At, subject, view, basis, severity, place.At);
            }

            decisions.Add(new Decision(
                hearer.Team, null, kind, PersonId.FromBytes(subject), hearer.Route, !isTeam ? VerdictKind.Deny : told.Hidden.IsEmpty ? VerdictKind.Permit : VerdictKind.Part,
                isTeam ? Because.Told : isKept ? Because.Restricted : Because.RecipientNotKnown, isTeam ? Shown(told.Machine) : default, told.Hidden.Length, basis, view, null,
                told.Hidden.IsEmpty ? null : told.Hidden,
                isTeam ? heard.OnRecord : null));
            if (isTeam && !told.Apart.IsEmpty)
            {
                decisions.Add(Apart(hearer, told, severity));
            }
        }

        var record = new Decisions(facts.Rules(place.At).Edition, Decisions.Standing, Purpose.Safeguard, decisions.ToImmutable());
        var rows = new Outward(
            [.. ReadSet(raised.Place, hearers, known)], JsonSerializer.SerializeToUtf8Bytes(record, OutwardJson.Default.Decisions), leaving.Views, leaving.Deliveries);
        return (rows, hearers.Any(h => h.Route == Route.Place));

        // What is about somebody of the team is kept from them: their colleagues hear of it at the person's door, or else the next in the order.
        Decision Apart(ConcernHearer hearer, BothDoors told, Severity severity)
        {
            var to = hearing.Of(hearer.Team, found!.Lead?.Agency, told.From, t => !found.Restrictions.KeepsFrom(sender, t) && !Seen(t).IsEmpty);
            var (seen, team, isOther) = (Seen(to.At.Team), to.At.Team, to.At.Team != hearer.Team);
            var knowsPerson = hearer.KnowsPerson && team.Agency == hearer.Team.Agency;
            var filed = BothDoors.FiledApart(knowsPerson ? found.Person.ToBytes() : concern.ToBytes());
            var kind = knowsPerson ? found.Kind : (PersonKind?)null;
            var basis = acting.Under(Basis.Of([known!, .. Grounds(hearer.Team, team)]), team.Agency);
            var isWhole = raised.Elements.All(e => found.SightOf(sender, team, facts, told.From).Lets(e.Content));
            var view = leaving.Ordinal(View(concern, raised, seen, sender, kind) with
            {
                Severity = severity,
                Description = isWhole ? raised.Description : "",
                KeptOut = told.From.OrNone,
                Instead = isOther ? hearer.Team : null,
                Subject = knowsPerson ? found.Person : null,
            });
            leaving.Deliver(to.At, filed, view, basis, severity, place.At);
            return new Decision(
                hearer.Team, null, kind, PersonId.FromBytes(filed), hearer.Route, seen.Length == told.Apart.Length ? VerdictKind.Permit : VerdictKind.Part, Because.Told, Shown(seen),
                told.Apart.Length - seen.Length, basis, view, Hearer: to.OnRecord, Apart: true);

            ImmutableArray<WrittenElement> Seen(TeamId at) => [.. told.Apart.Where(e => found.SightOf(sender, at, facts, told.From).Lets(e.Content))];
        }

        BothDoors Doors(ImmutableArray<WrittenElement> elements, TeamId team, KeptOut from)
            => BothDoors.Of(elements, found?.Relationships ?? [], from, acting, f => found?.SightOf(sender, team, facts, f) ?? ElementSight.Whole);
    }

    /// <summary>The team in the version that is known here.</summary>
    public Ground GroundOf(TeamId team) => new(TeamFold.Key(team), teams.Of(team)?.Version ?? 0);

    private IEnumerable<Ground> Grounds(params IEnumerable<TeamId> of)
        => of.Distinct().Select(t => teams.Of(t) is var (_, version) ? new Ground(TeamFold.Key(t), version) : null).OfType<Ground>();

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

    private static CategorySet Shown(ImmutableArray<WrittenElement> told)
        => CategorySet.Of([.. told.Select(e => e.Content.Category).OfType<Category>()]);

    // Where an element is not told the description is not either: it may say the same.
    private static View View(ConcernId concern, ConcernRaised raised, ImmutableArray<WrittenElement> told, AgencyId sender, PersonKind? kind) => new(
        "concern.raised", raised.Severity, sender, kind, null, null, null, null, null,
        [.. told.Select(e => new ElementChange(ElementAct.Add, e.Id, e.Content))],
        MoreExists: false,
        Concern: concern,
        Identity: raised.Identity,
        Description: told.Length == raised.Elements.Length ? raised.Description : "");
}
