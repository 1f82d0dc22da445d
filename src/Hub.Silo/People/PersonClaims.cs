using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Silo.Journal;
using Hub.Silo.Keys;

namespace Hub.Silo.People;

/// <summary>The unique keys that lead to a person: numbers, an agency's own references, requests, standing.</summary>
internal sealed class PersonClaims(IJournalStore store, HubSecret secret)
{
    // Two people may carry one number, and a parent and child one case's: what joins records is more than that, so each carrier has a
    // place under it.
    private const int MostCarriers = ushort.MaxValue;

    private readonly Remembered<(AgencyId Agency, PersonId Person), bool> standing = new(100_000);

    /// <summary>The stream that this request was about when it came before, or null.</summary>
    public async Task<string?> Earlier(Caller caller) => (await Streams(ClaimSpace.Request, RequestKey(caller))).FirstOrDefault();

    /// <summary>Streams that a record may be about, most certain first, without repetition.</summary>
    public async Task<IReadOnlyList<string>> Candidates(Caller caller, IdentityRecord record)
    {
        var found = new List<string>();
        foreach (var identifier in record.Identifiers.OrderBy(i => i.IsNational))
        {
            found.AddRange((await Carriers(caller.Agency, identifier)).Select(c => c.Stream));
        }

        return [.. found.Distinct()];
    }

    /// <summary>What a registration of this record on this stream claims, beside what the stream holds already. Null when a number leads
    /// to a stream that was not <paramref name="asked"/>: taking the place after it would make a second person of one.</summary>
    public async Task<IReadOnlyList<ClaimRow>?> Of(string stream, Person state, Caller caller, IdentityRecord record, ImmutableArray<string> asked)
    {
        var claims = new List<ClaimRow> { new(ClaimSpace.Request, RequestKey(caller), stream) };
        if (state.Records.All(r => r.Agency != caller.Agency))
        {
            claims.Add(new ClaimRow(ClaimSpace.Standing, StandingKey(caller.Agency, PersonFold.Read(stream)!.Value.Id), stream));
        }

        foreach (var identifier in record.Identifiers)
        {
            var carriers = await Carriers(caller.Agency, identifier);
            if (carriers.Any(c => c.Stream != stream && !asked.Contains(c.Stream)))
            {
                return null;
            }

            if (carriers.Any(c => c.Stream == stream))
            {
                continue;
            }

            claims.Add(new ClaimRow(SpaceOf(identifier), Place(secret.Lookup(caller.Agency, identifier), Math.Min(carriers.Count, MostCarriers)), stream));
        }

        return claims;
    }

    /// <summary>Whether the agency has standing on the person. What it has it keeps, so a yes is remembered; a no is one index read, the same
    /// for every id.</summary>
    public async Task<bool> HasStanding(AgencyId agency, PersonId person)
    {
        if (standing.TryGet((agency, person), out _))
        {
            return true;
        }

        var found = (await Streams(ClaimSpace.Standing, StandingKey(agency, person))).Any();
        if (found)
        {
            standing.Add((agency, person), true);
        }

        return found;
    }

    /// <summary>What should lead to this person and does not, in fixed words; null when nothing is missing.</summary>
    public async Task<string?> Missing(string stream, Person state)
    {
        foreach (var (agency, record) in state.Records)
        {
            if (!(await Streams(ClaimSpace.Standing, StandingKey(agency, PersonFold.Read(stream)!.Value.Id))).Contains(stream))
            {
                return "an agency's standing is missing or leads elsewhere";
            }

            foreach (var identifier in record.Identifiers)
            {
                if ((await Carriers(agency, identifier)).All(c => c.Stream != stream))
                {
                    return "a number is missing or leads elsewhere";
                }
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<ClaimRow>> Carriers(AgencyId agency, Identifier identifier)
    {
        var key = secret.Lookup(agency, identifier);
        return await store.FindClaims(SpaceOf(identifier), Place(key, 0), Place(key, MostCarriers), CancellationToken.None);
    }

    private static byte[] Place(byte[] key, int place) => new CanonicalBytes(48).Raw(key).U16(place).ToArray();

    private static int SpaceOf(Identifier identifier) => identifier.IsNational ? ClaimSpace.Number : ClaimSpace.OwnReference;

    private async Task<IEnumerable<string>> Streams(int space, byte[] key)
        => (await store.FindClaims(space, key, key, CancellationToken.None)).Select(c => c.Stream);

    private static byte[] RequestKey(Caller caller) => new CanonicalBytes(132).Str(caller.Agency.Value).Str(caller.Request!.Value).ToArray();

    private static byte[] StandingKey(AgencyId agency, PersonId person)
    {
        Span<byte> id = stackalloc byte[16];
        person.WriteTo(id);
        return new CanonicalBytes(64).Str(agency.Value).Raw(id).ToArray();
    }
}
