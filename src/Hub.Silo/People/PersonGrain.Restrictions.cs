using System.Collections.Immutable;
using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>What is kept from somebody of this person, and who comes near it at all.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<RestrictionWritten>> PlaceRestriction(Caller caller, PlaceRestriction command)
        => Decide(new Write<Person, RestrictionWritten>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.PlaceRestriction),
            (state, now) => Known(state, caller, s => command.Decide(s.Restrictions, caller, Standing(s, caller), now)),
            (_, happened) => new RestrictionWritten(happened?.Content is RestrictionPlaced e ? e.Restriction : default))
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => Task.FromResult<Outward?>(people.Dispatch.Review(Stream, state, change, caller, place)),
        });

    public Task<Answer<Done>> ReviewRestriction(Caller caller, ReviewRestriction command)
        => Decide(new Write<Person, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.ReviewRestriction),
            (state, now) => command.Decide(state.Restrictions, caller, GuardiansFor(caller), now),
            (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => Task.FromResult<Outward?>(people.Dispatch.Review(Stream, state, change, caller, place)),
        });

    public Task<Answer<Done>> LiftRestriction(Caller caller, LiftRestriction command)
        => Decide(new Write<Person, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.LiftRestriction),
            (state, now) => command.Decide(state.Restrictions, caller, GuardiansFor(caller), now),
            (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
            HidesItself = true,
        });

    public Task<Answer<RestrictionsGuarded>> ListRestrictions(Caller caller)
        => Read<RestrictionsGuarded>(state => GuardiansFor(caller).Guarded(state.Restrictions, caller) is var guarded && guarded.IsEmpty && IsShut(state, caller)
            ? Refusal.Because(RefusalReason.NotKnown)
            : new RestrictionsGuarded(guarded));

    private bool IsShut(Person state, Caller caller) => !state.Restrictions.IsEmpty && state.Restrictions.Shuts(caller, by => TeamsOf(caller.Agency, by));

    /// <summary>Whether what <paramref name="holder"/> holds of another person is kept from a practitioner of this agency: by name, or in every team; where
    /// it acts for another, also if that is so for the other.</summary>
    private bool IsKeptFrom(ImmutableArray<Restriction> restrictions, AgencyId holder, Caller caller)
        => !restrictions.IsEmpty
            && (restrictions.Names(caller, holder)
                || restrictions.IsSensitiveService(holder)
                || (caller.Practitioner is null ? [[]] : caller.Named.Select(by => TeamsOf(caller.Agency, by))).Any(teams => teams is { Count: > 0 }
                    ? teams.TrueForAll(t => restrictions.KeepsFrom(holder, t))
                    : restrictions.Any(r => r.IsAbout(holder) && r.Terms.AdmitsOnlySome)));

    private CategorySet KeptFrom(Person state, Caller caller)
        => state.Restrictions.IsEmpty ? default : state.Restrictions.CategoriesKept(caller, by => TeamsOf(caller.Agency, by));

    private List<TeamId> TeamsOf(AgencyId agency, PractitionerId by) => people.Teams.Of(agency, by);

    private List<TeamId> TeamsOf(Caller caller) => [.. people.Teams.OfAgency(caller.Agency).Where(t => caller.Holds(t.Team.IsMember)).Select(t => t.Id)];

    private RestrictionStanding Standing(Person state, Caller caller) => new(
        IsOfLead(state, caller),
        Circle.LeadOf(state.Circle, Kind)?.Team,
        state.Plans.Any(p => p.Agency == caller.Agency && p.IsOpen) && caller.Holds(by => TeamsOf(caller.Agency, by).Count > 0),
        team => people.Facts.Team(team) is not null,
        agency => people.Facts.SectorOf(agency) is not null,
        team => people.Teams.Of(team) is { } known && ConcernHearers.IsManaged(known.Team))
    {
        Adoption = new AdoptionStanding(
            people.Teams.OfAgency(caller.Agency).Any(t => HoldsAdoptionRole(caller, t.Id)),
            state.Plans.Any(p => p.Agency == caller.Agency && p.IsOpen) || state.Circle.Any(m => m.State == MemberState.Active && m.Team.Agency == caller.Agency),
            team => people.Teams.Of(team) is { } known && known.Team.Holders.Any(h => h.Role == Role.AdoptionRole)),
    };

    private Guardians GuardiansFor(Caller caller) => new(
        team => people.Teams.Of(team) is { } known && caller.Holds(known.Team.IsMember),
        caller.Holds(by => people.Teams.Manages(caller.Agency, by)))
    {
        HoldsAdoptionRole = team => HoldsAdoptionRole(caller, team),
    };

    private bool HoldsAdoptionRole(Caller caller, TeamId team)
        => team.Agency == caller.Agency && people.Teams.Of(team) is { } known && caller.Holds(by => known.Team.Holds(by, Role.AdoptionRole));
}
