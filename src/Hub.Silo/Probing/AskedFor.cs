using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Hub.Contracts.Probing;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Silo.Entrance;
using Hub.Silo.Keys;

namespace Hub.Silo.Probing;

/// <summary>What every call that asks for a person passes before anything is looked up: the count is the same whoever it is, and whether anybody is. It
/// counts for the whole hub; what this silo has told of late it need not tell again.</summary>
internal sealed class AskedFor(HubSecret secret, TimeProvider time)
{
    private const int MostTold = 100_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly Remembered<(AgencyId Agency, PractitionerId Practitioner, AskedPerson Person, Asks How), DateTimeOffset> told = new(MostTold);

    /// <summary>By a reference, also one that the hub did not make.</summary>
    public static AskedPerson By(string handle) => Of(MemoryMarshal.AsBytes(handle.AsSpan()));

    /// <summary>By an identity: its numbers where it has any, else name and dates.</summary>
    public AskedPerson By(AgencyId agency, PersonKind kind, IdentityRecord record)
    {
        IEnumerable<Identifier> words = record.Identifiers.IsEmpty
            ? [new Identifier("name", string.Join('\n', [record.FamilyName, .. record.GivenNames, $"{record.BirthDate:O}", $"{record.ExpectedDate:O}"]))]
            : record.Identifiers;
        var keys = words.Select(w => Convert.ToHexString(secret.Lookup(agency, w))).Order(StringComparer.Ordinal);
        return Of(MemoryMarshal.AsBytes($"{kind} {string.Join(' ', keys)}".AsSpan()));
    }

    /// <summary>The refusal of one too many; null to go on.</summary>
    public async Task<Refusal?> Ask(Caller caller, IGrainFactory grains, AskedPerson person, Asks how)
    {
        var (key, now) = ((caller.Agency, caller.Practitioner!, person, how), time.GetUtcNow());

        if (told.TryGet(key, out var at) && now - at < Fresh)
        {
            return null;
        }

        var answer = await Counter(caller, grains).Ask(caller.Agency, person, how).InTime(time);

        // A registration that says the same may be of somebody else.
        if (answer.Value is not null && how != Asks.Registering)
        {
            told.Add(key, now);
        }

        // When nobody can count, nobody is kept from a child by that.
        return answer.Refusal is { Reason: RefusalReason.RateLimited } no ? no : null;
    }

    /// <summary>The registration was answered with this reference.</summary>
    public Task Registered(Caller caller, IGrainFactory grains, AskedPerson registration, string handle)
        => Counter(caller, grains).Registered(registration, By(handle)).InTime(time);

    private static AskedPerson Of(ReadOnlySpan<byte> words)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(words, hash);
        return new AskedPerson(BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    private IProbing Counter(Caller caller, IGrainFactory grains)
        => grains.GetGrain<IProbing>(Convert.ToHexStringLower(secret.DerivedId("probing", caller.Agency, "", caller.Practitioner!.Value, 0)));
}
