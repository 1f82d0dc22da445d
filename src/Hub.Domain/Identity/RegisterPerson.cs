using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Identity;

/// <summary>Event <c>child.registered</c> or <c>adult.registered</c>: an agency's own identity record of this person, first or replaced.</summary>
/// <param name="Kind">Child or adult; the same in every event of a stream.</param>
/// <param name="Record">The agency's record from now on.</param>
public sealed record PersonRegistered(
    [property: JsonPropertyName("kind")] PersonKind Kind,
    [property: JsonPropertyName("record")] IdentityRecord Record) : IEvent;

/// <summary>Find or create: the agency's record of a person. Repeating it with equal content changes nothing.</summary>
/// <param name="Kind">Child or adult.</param>
/// <param name="Record">The checked record.</param>
[GenerateSerializer, Immutable, Alias("hub.RegisterPerson")]
public sealed record RegisterPerson(
    [property: JsonPropertyName("kind")][Id(0)] PersonKind Kind,
    [property: JsonPropertyName("record")][Id(1)] IdentityRecord Record)
{
    /// <summary>Null when the record is about somebody else. For a person without records it always creates.</summary>
    public Decided? Decide(ImmutableArray<AgencyRecord> known, Caller caller)
    {
        if (known.IsEmpty)
        {
            return Decided.Commit(new PersonRegistered(Kind, Record));
        }

        if (!Matching.IsSamePerson(known, caller.Agency, Record))
        {
            return null;
        }

        var own = known.FirstOrDefault(k => k.Agency == caller.Agency);
        return own is not null && own.Record.SaysTheSameAs(Record) ? Decided.Nothing : Decided.Commit(new PersonRegistered(Kind, Record));
    }
}
