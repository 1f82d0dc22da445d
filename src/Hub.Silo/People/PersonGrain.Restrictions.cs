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
            (state, _) => command.Decide(state.Restrictions, caller, GuardiansFor(caller)),
            (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
            HidesItself = true,
        });

    public Task<Answer<RestrictionsGuarded>> ListRestrictions(Caller caller)
        => Read<RestrictionsGuarded>(state => GuardiansFor(caller).Guarded(state.Restrictions, caller) is var guarded && guarded.IsEmpty && IsShut(state, caller)
            ? Refusal.Because(RefusalReason.NotKnown)
            : new RestrictionsGuarded(guarded));

    private bool IsShut(Person state, Caller caller) => !state.Restrictions.IsEmpty && state.Restrictions.Shuts(caller, TeamsOf(caller));

    /// <summary>Whether what <paramref name="holder"/> holds of another person is kept from a practitioner of this agency: by name, or in every team.</summary>
    private bool IsKeptFrom(ImmutableArray<Restriction> restrictions, AgencyId holder, Caller caller)
        => !restrictions.IsEmpty
            && ((caller.Practitioner is { } by && restrictions.KeptOut(holder).Has(caller.Agency, by))
                || restrictions.IsSensitiveService(holder)
                || (TeamsOf(caller) is { Count: > 0 } teams
                    ? teams.TrueForAll(t => restrictions.KeepsFrom(holder, t))
                    : restrictions.Any(r => r.IsAbout(holder) && !r.Terms.Admitted.IsEmpty)));

    private CategorySet KeptFrom(Person state, Caller caller)
        => state.Restrictions.IsEmpty ? default : state.Restrictions.CategoriesKept(caller, TeamsOf(caller));

    private List<TeamId> TeamsOf(Caller caller)
        => caller.Practitioner is { } by ? [.. people.Teams.OfAgency(caller.Agency).Where(t => t.Team.IsMember(by)).Select(t => t.Id)] : [];

    private RestrictionStanding Standing(Person state, Caller caller) => new(
        IsOfLead(state, caller),
        Circle.LeadOf(state.Circle, Kind)?.Team,
        state.Plans.Any(p => p.Agency == caller.Agency && p.IsOpen) && TeamsOf(caller).Count > 0,
        team => people.Facts.Team(team) is not null,
        agency => people.Facts.SectorOf(agency) is not null,
        team => people.Teams.Of(team) is { } known && ConcernHearers.IsManaged(known.Team));

    private Guardians GuardiansFor(Caller caller) => new(
        team => caller.Practitioner is { } by && people.Teams.Of(team) is { } known && known.Team.IsMember(by),
        caller.Practitioner is { } practitioner && people.Teams.OfAgency(caller.Agency)
            .Any(t => t.Team.Holders.Any(h => h.Practitioner == practitioner && h.Role is Role.TeamManager or Role.DutyManager)));
}
