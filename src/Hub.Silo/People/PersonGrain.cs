using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>Owner of one person.</summary>
internal abstract partial class PersonGrain(OwnerServices services, PersonServices people)
    : Owner<Person>(services, PersonFold.Instance), IPerson
{
    private PersonId Id => PersonFold.Read(Stream)!.Value.Id;

    private PersonKind Kind => PersonFold.Read(Stream)!.Value.Kind;

    public Task<Answer<Registered>> Register(Caller caller, RegisterPerson command, ImmutableArray<string> asked)
        => Decide(new Write<Person, Registered>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.RegisterPerson),
            (state, _) => command.Decide(state.Records, caller),
            (state, happened) => new Registered(happened is not null || command.Decide(state.Records, caller) is not null))
        {
            Claims = (state, _, _) => people.Claims.Of(Stream, state, caller, command.Record, asked),
        });

    public Task<Answer<IdentityRecord>> GetRecord(Caller caller)
        => ReadFor<IdentityRecord>(caller, state => state.Records.FirstOrDefault(r => r.Agency == caller.Agency) is { } own
            ? own.Record
            : Refusal.Because(RefusalReason.NotKnown));

    public Task<Answer<PlanWritten>> OpenPlan(Caller caller, OpenPlan command)
        => Run(caller, command, PersonJson.Default.OpenPlan, state => command.Decide(Kind, state.Plans, caller));

    public Task<Answer<PlanWritten>> RevisePlan(Caller caller, RevisePlan command)
        => Run(caller, command, PersonJson.Default.RevisePlan, state => command.Decide(state.Plans, caller));

    public Task<Answer<PlanWritten>> EndPlan(Caller caller, EndPlan command)
        => Run(caller, command, PersonJson.Default.EndPlan, state => command.Decide(state.Plans, caller));

    public async Task<Answer<RevisionPage>> ListRevisions(Caller caller, PlanId plan, long before, int size)
    {
        // What was there before is not cut by category: who may not see all of it does not look back.
        var sight = ElementSight.Whole;
        var seen = await ReadFor<Plan>(caller, state =>
        {
            sight = PersonSight.OfReader(state, caller.Agency, caller, () => TeamsOf(caller));
            return PlanAccess.ToSee(state.Plans, plan, caller) is { } own && KeptFrom(state, caller).IsEmpty ? own : Refusal.Because(RefusalReason.NotKnown);
        });
        return seen.Refusal is { } no ? no : await History(async read =>
        {
            var found = ImmutableArray.CreateBuilder<Revision>();
            var room = Revisions.MostText;
            for (var from = before; ;)
            {
                var events = await read(from);
                foreach (var happened in events)
                {
                    if (Revisions.Of(happened, plan) is { } revision)
                    {
                        found.Add(revision with { Changes = revision.Changes.RemoveAll(c => !sight.Lets(c.Content)) });
                        room -= Revisions.TextOf(revision);
                        if (found.Count == size || room <= 0)
                        {
                            return new RevisionPage(found.ToImmutable(), revision.Number == 1 ? 0 : happened.Version);
                        }
                    }
                }

                if (events.Count == 0 || events[^1].Version == 1)
                {
                    return new RevisionPage(found.ToImmutable(), 0);
                }

                from = events[^1].Version;
            }
        });
    }

    private Task<Answer<PlanWritten>> Run<TCommand>(Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<Person, Decided> decide)
    {
        IEvent? proposed = null;
        return Decide(new Write<Person, PlanWritten>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, json),
            (state, _) =>
            {
                var decided = Known(state, caller, s => PersonSight.NamesItsOwn(decide(s), s));
                proposed = decided.Change;
                return decided;
            },
            (state, happened) => Revisions.Written(happened) with { Warned = WarningsOf(state, caller, happened?.Content ?? proposed) })
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => people.Dispatch.Of(Stream, state, change, caller, place),
        });
    }

    private ImmutableArray<int> WarningsOf(Person state, Caller caller, IEvent? change)
        => PersonLeaks.Warnings(state, Kind, caller.Agency, change, people.Facts, Moment.Of(Services.Time.GetUtcNow()));

    /// <summary>Who is shut out hears what everybody hears of nobody.</summary>
    private Decided Known(Person state, Caller caller, Func<Person, Decided> decide)
        => state.Kind is null || IsShut(state, caller) ? Decided.Refuse(Refusal.Because(RefusalReason.NotKnown)) : decide(state);

    private Task<Answer<T>> ReadFor<T>(Caller caller, Func<Person, Answer<T>> answer)
        where T : class
        => Read<T>(state => IsShut(state, caller) ? Refusal.Because(RefusalReason.NotKnown) : answer(state));
}

/// <summary>Owner of one child.</summary>
[GrainType("child")]
internal sealed class ChildGrain(OwnerServices services, PersonServices people) : PersonGrain(services, people), IChild;

/// <summary>Owner of one adult.</summary>
[GrainType("adult")]
internal sealed class AdultGrain(OwnerServices services, PersonServices people) : PersonGrain(services, people), IAdult;

/// <summary>What every person's owner needs of the silo, beside what every owner needs.</summary>
internal sealed record PersonServices(PersonClaims Claims, Audience Audience, Dispatch Dispatch, ISharingFacts Facts, Askers Askers, TeamRegister Teams);
