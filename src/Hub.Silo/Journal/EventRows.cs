using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Silo.Keys;

namespace Hub.Silo.Journal;

/// <summary>Seals, digests and hashes an event in its owner's own turn, so that what can be wrong with it is found before it is queued.</summary>
internal static class EventRows
{
    public static CommitRows Make<TState>(
        int hub,
        string stream,
        StreamState<TState> head,
        Fold<TState> fold,
        Caller caller,
        byte[] canonical,
        IEvent change,
        Moment now,
        Outward outward,
        StreamSecret secret)
    {
        var (type, version) = (fold.TypeOf(change), head.Version + 1);
        var content = secret.Seal(RowKind.Content, version, 0, fold.Write(change));
        var decisions = outward.Decisions is [] ? [] : secret.Seal(RowKind.Decisions, version, 0, outward.Decisions);
        var views = outward.Views.Select((v, i) => new ViewRow(i, secret.Seal(RowKind.View, version, i, v.Json))).ToList();
        var row = new EventRow
        {
            Hub = hub,
            Stream = stream,
            Version = version,
            Name = type.Name,
            NameVersion = type.Version,
            At = now.Microseconds,
            Agency = caller.Agency.Value,
            Practitioner = Signature.Of(caller).ToString(),
            RequestId = caller.Request?.Value ?? "",
            RequestDigest = caller.Request is null ? [] : secret.RequestDigest(canonical),
            ContentDigest = secret.Digest(content),
            DecisionsDigest = secret.Digest(decisions),
            DeliveriesDigest = secret.Digest(Envelope.DeliveryBytes(views, outward.Deliveries)),
            PreviousHash = head.Hash,
            Hash = [],
            Content = content,
            Decisions = decisions,
        };
        return new CommitRows
        {
            Event = row with { Hash = Envelope.Hash(row) },
            ReadSet = outward.ReadSet,
            Views = views,
            Opened = [.. outward.Views.Select(v => v.View)],
            Deliveries = outward.Deliveries,
        };
    }
}
