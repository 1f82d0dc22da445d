using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.People;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.People;

namespace Hub.Silo.Tests.Owners;

/// <summary>Commits to a person's stream that its active owner does not know of, with the stream's own secret.</summary>
internal sealed class BehindTheOwner(RunningSilo silo)
{
    public async Task<CommitRows> Make(string stream, Caller caller, IEvent change, byte[]? canonical = null)
    {
        var open = await Read(stream);
        using var secret = open.Secret;
        return new CommitRows { Event = Row(stream, open, caller, change, secret!, canonical) };
    }

    /// <summary>With decisions, two views and three deliveries.</summary>
    public async Task<CommitRows> MakeShared(string stream, Caller caller, IEvent change, string text)
    {
        var open = await Read(stream);
        using var secret = open.Secret!;
        var version = open.Folded.Version + 1;
        ViewRow[] views = [View(0), View(1)];
        DeliveryRow[] deliveries = [Delivery(5, 0), Delivery(6, 1), Delivery(7, -1)];
        var decisions = secret.Seal(RowKind.Decisions, version, 0, System.Text.Encoding.UTF8.GetBytes($"[\"permit {text}\"]"));
        var row = Row(stream, open, caller, change, secret, null) with
        {
            Decisions = decisions,
            DecisionsDigest = secret.Digest(decisions),
            DeliveriesDigest = secret.Digest(Envelope.DeliveryBytes(views, deliveries)),
        };
        return new CommitRows { Event = row with { Hash = Envelope.Hash(row) }, Views = views, Deliveries = deliveries };

        ViewRow View(int ordinal) => new(ordinal, secret.Seal(RowKind.View, version, ordinal, System.Text.Encoding.UTF8.GetBytes($"{{\"seen\":\"{text} {ordinal}\"}}")));

        DeliveryRow Delivery(long inbox, int view) => new()
        {
            Inbox = inbox,
            Subject = [.. Enumerable.Repeat((byte)inbox, 16)],
            View = view,
            Basis = [1, 2, 3],
            Severity = 1,
            EscalateAt = open.Folded.At.Microseconds + 1_000_000,
        };
    }

    public async Task<CommitOutcome> Commit(CommitRows rows) => await silo.Service<GroupCommit>().Commit(rows);

    public Task<OpenStream<Person>> Read(string stream) => silo.Service<StreamFolder>().Read(stream, PersonFold.Instance, null, CancellationToken.None);

    private static EventRow Row(string stream, OpenStream<Person> open, Caller caller, IEvent change, StreamSecret secret, byte[]? canonical)
        => EventRows.Make(1, stream, open.Folded, PersonFold.Instance, caller, canonical ?? "{}"u8.ToArray(), change, open.Folded.At, Outward.Nothing, secret).Event;
}
