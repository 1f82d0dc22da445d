using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Silo.Keys;

namespace Hub.Silo.Journal;

/// <summary>Seals, digests and hashes an event in its owner's own turn, so that what can be wrong with it is found before it is queued.</summary>
internal static class EventRows
{
    public static EventRow Make<TState>(
        int hub,
        string stream,
        StreamState<TState> head,
        Fold<TState> fold,
        Caller caller,
        byte[] canonical,
        IEvent change,
        Moment now,
        StreamSecret secret)
    {
        var (type, version) = (fold.TypeOf(change), head.Version + 1);
        var content = secret.Seal(RowKind.Content, version, 0, fold.Write(change));
        var row = new EventRow
        {
            Hub = hub,
            Stream = stream,
            Version = version,
            Name = type.Name,
            NameVersion = type.Version,
            At = now.Microseconds,
            Agency = caller.Agency.Value,
            Practitioner = caller.Practitioner?.Value ?? "",
            RequestId = caller.Request?.Value ?? "",
            RequestDigest = caller.Request is null ? [] : secret.RequestDigest(canonical),
            ContentDigest = secret.Digest(content),
            DecisionsDigest = [],
            DeliveriesDigest = [],
            PreviousHash = head.Hash,
            Hash = [],
            Content = content,
            Decisions = [],
        };
        return row with { Hash = Envelope.Hash(row) };
    }
}
