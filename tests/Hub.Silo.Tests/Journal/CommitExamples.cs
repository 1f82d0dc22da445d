using System.Security.Cryptography;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

/// <summary>Well-formed rows to begin from; tests change what they are about with <c>with</c>.</summary>
internal static class CommitExamples
{
    /// <summary>2026-11-23T09:00:00Z.</summary>
    public const long At = 1_795_424_400_000_000;

    public static string NewStream(string prefix = "k_") => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(16);

    public static CommitRows First(string stream) => new()
    {
        Event = Event(stream, 1, []),
        Key = new StreamKeyRow(stream, "m1", RandomNumberGenerator.GetBytes(61), string.Empty),
    };

    public static CommitRows Next(EventRow previous) => new() { Event = Event(previous.Stream, previous.Version + 1, previous.Hash) };

    public static CommitRows WithFanOut(this CommitRows commit, int deliveries) => commit with
    {
        Views = [new ViewRow(0, RandomNumberGenerator.GetBytes(400))],
        Deliveries = [.. Enumerable.Range(1, deliveries).Select(i => Delivery(i))],
    };

    public static DeliveryRow Delivery(long inbox) => new()
    {
        Inbox = inbox,
        Subject = RandomNumberGenerator.GetBytes(16),
        View = 0,
        Basis = [1, 2],
        Severity = 3,
        EscalateAt = 0,
    };

    public static CommitRows Asked(this CommitRows commit, string agency, string request) =>
        commit with { Event = commit.Event with { Agency = agency, RequestId = request, RequestDigest = RandomNumberGenerator.GetBytes(32) } };

    public static CommitRows Claiming(this CommitRows commit, params byte[][] keys) =>
        commit with { Claims = [.. keys.Select(k => new ClaimRow(1, k, commit.Event.Stream))] };

    public static CommitRows ReadingGround(this CommitRows commit, string ground, long version) =>
        commit with { ReadSet = [new GroundRow(ground, version)] };

    private static EventRow Event(string stream, long version, byte[] previous) => new()
    {
        Hub = 1,
        Stream = stream,
        Version = version,
        Name = "plan.changed",
        NameVersion = 1,
        At = At + version,
        Agency = "county",
        Practitioner = "SW-1",
        RequestId = string.Empty,
        RequestDigest = [],
        ContentDigest = RandomNumberGenerator.GetBytes(32),
        DecisionsDigest = [],
        DeliveriesDigest = [],
        PreviousHash = previous,
        Hash = RandomNumberGenerator.GetBytes(32),
        Content = RandomNumberGenerator.GetBytes(512),
        Decisions = RandomNumberGenerator.GetBytes(200),
    };
}
