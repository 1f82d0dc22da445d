using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Contracts.Probing;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Silo.Handles;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Hub.Silo.Probing;
using Hub.Silo.Register;

namespace Hub.Silo.Entrance;

/// <summary>A person whom the caller's agency has standing on.</summary>
internal sealed record Met(Caller Caller, PersonKind Kind, PersonId Id, IPerson Person);

/// <summary>What all entrances do first: who is calling, is it a write with a request id, whom does the handle mean. Nobody is told more
/// than the caller may know, and everybody who may not know is told the same.</summary>
internal sealed class Arrival(AgencyRegister register, HandleCodec handles, PersonClaims claims, AskedFor asked, SiloLease lease, OwnerLog log)
{
    // By their names: Orleans looks up an interface's attributes with every call otherwise.
    private static readonly GrainInterfaceType Child = GrainInterfaceType.Create("hub.child");
    private static readonly GrainInterfaceType Adult = GrainInterfaceType.Create("hub.adult");
    private static readonly GrainInterfaceType OfTeam = GrainInterfaceType.Create("hub.inbox");

    public HandleCodec Handles => handles;

    /// <summary>Who is calling, as of now: a silo that may have missed that a key was revoked or a practitioner's role has ended says TRY_AGAIN.</summary>
    public Answer<Caller> Identify(Call call) => lease.IsValid ? register.Identify(call) : Refusal.Because(RefusalReason.TryAgain);

    /// <summary>A registered agency with a named practitioner (level L1); for writes with a request id.</summary>
    public Answer<Caller> Practitioner(Call call, bool write)
    {
        var who = Identify(call);
        return who.Value is not { } caller ? who
            : AgencyRegister.IsRegistrar(caller) ? Refusal.Because(RefusalReason.UnknownCaller)
            : caller.Practitioner is null ? Refusal.About(RefusalReason.UnknownCaller, "hub-practitioner", "must name a registered practitioner")
            : write ? WithRequest(caller)
            : caller;
    }

    /// <summary>A registered agency with a request id; nobody need be named (level L0). For telling, which shows nothing and is always listened to.</summary>
    public Answer<Caller> Agency(Call call)
    {
        var who = register.Identify(call);
        return who.Value is not { } caller ? who
            : AgencyRegister.IsRegistrar(caller) ? Refusal.Because(RefusalReason.UnknownCaller)
            : WithRequest(caller);
    }

    public static Answer<Caller> WithRequest(Caller caller)
        => caller.Request is null
            ? Refusal.About(RefusalReason.InvalidField, "request_id", "must be 1 to 64 printable ASCII characters")
            : caller;

    public static Refusal NoHandle(string field) => Refusal.About(RefusalReason.InvalidReference, field, "is not a handle of this agency");

    /// <summary>Counts whom the handle means as asked for; the refusal of one too many, or null. Nothing is looked up.</summary>
    public Task<Refusal?> Count(Caller caller, IGrainFactory grains, string handle)
        => asked.Ask(caller, grains, AskedFor.By(handle), caller.Request is null ? Asks.Reading : Asks.Writing);

    /// <summary>The person of a handle. <paramref name="kind"/> null takes a child or an adult.</summary>
    public async Task<Answer<Met>> Meet(Answer<Caller> who, IGrainFactory grains, PersonKind? kind, string field, string handle)
    {
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        if (await Count(caller, grains, handle) is { } tooMany)
        {
            return tooMany;
        }

        if (handles.ReadPerson(caller.Agency, handle) is not var (found, id) || (kind is not null && kind != found))
        {
            return NoHandle(field);
        }

        try
        {
            return await claims.HasStanding(caller.Agency, id)
                ? new Met(caller, found, id, Owner(grains, PersonFold.Key(found, id)))
                : Refusal.Because(RefusalReason.NotKnown);
        }
        catch (StoreFault fault)
        {
            log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    public static IPerson Owner(IGrainFactory grains, string key)
        => PersonFold.Read(key)!.Value.Kind == PersonKind.Child
            ? (IChild)grains.GetGrain(GrainId.Create("child", key), Child)
            : (IAdult)grains.GetGrain(GrainId.Create("adult", key), Adult);

    public static IInbox Inbox(IGrainFactory grains, string team) => (IInbox)grains.GetGrain(GrainId.Create("inbox", InboxFold.Key(team)), OfTeam);
}
