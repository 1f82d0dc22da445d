using Hub.Contracts.Calls;
using Hub.Domain.Identity;

namespace Hub.Contracts.People;

/// <summary>The way in for calls about people. A stateless worker, key 0: it resolves who is calling and whom a handle means, gives
/// the neutral answer itself, and calls the owner. Handles are per agency; one that this hub did not make for the caller's agency is
/// INVALID_REFERENCE before anything is looked up; a person the agency has no standing on is NOT_KNOWN from one index read.</summary>
[GrainInterfaceType("hub.entrance.people"), Alias("hub.IPeopleEntrance")]
public interface IPeopleEntrance : IGrainWithIntegerKey
{
    /// <summary>Finds or creates. Answers with the caller's own handle, whether the hub knew the number, hides it, or met it now;
    /// an empty handle when only validating.</summary>
    [Alias("Register")]
    Task<Answer<Handle>> Register(Call call, PersonKind kind, IdentityDraft draft);

    /// <summary>The caller's agency's own record of a person of this kind.</summary>
    [Alias("GetRecord")]
    Task<Answer<IdentityRecord>> GetRecord(Call call, PersonKind kind, string person);
}

/// <summary>A reference that only the agency it was made for can use.</summary>
/// <param name="Value">43 characters of base64url.</param>
[GenerateSerializer, Immutable, Alias("hub.Handle")]
public sealed record Handle([Id(0)] string Value);
