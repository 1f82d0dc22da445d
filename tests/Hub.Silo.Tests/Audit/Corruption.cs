using Hub.Silo.Journal;
using Hub.Silo.Keys;

namespace Hub.Silo.Tests.Audit;

/// <summary>One way to change a journal with plain SQL, and what the audit must name.</summary>
/// <param name="Does">The change.</param>
/// <param name="Stream">The stream that must be named.</param>
/// <param name="Version">Its first version that is wrong; 0 for the stream as a whole.</param>
/// <param name="What">The words, where several checks could have found it.</param>
internal sealed record Corruption(Func<TamperedCopy, Task> Does, Func<FilledJournal, string> Stream, long Version, string? What = null)
{
    private const int Number = ClaimSpace.Number;
    private const int Standing = ClaimSpace.Standing;

    public static IReadOnlyDictionary<string, Corruption> All { get; } = new Dictionary<string, Corruption>
    {
        ["content changed"] = Planned(3, c => c.Set("content", c.Place.Bytes(new byte[200]), c.Journal.Planned, 3)),
        ["content of another history, sealed for this very place"] = Planned(3, async c =>
        {
            using var secret = await c.Secret(c.Journal.Planned);
            await c.Set("content", c.Place.Bytes(secret.Seal(RowKind.Content, 3, 0, "{}"u8)), c.Journal.Planned, 3);
        }) with
        { What = "the content does not have its digest" },
        ["content swapped between events"] = Planned(4, c => c.Swap("event", "content", Event(c.Journal.Planned, 4), Event(c.Journal.Planned, 5))),
        ["verdict changed"] = Shared(2, c => c.Set("decisions", c.Place.Bytes(new byte[60]), c.Journal.Shared, 2)),
        ["verdicts deleted"] = Shared(3, c => c.Set("decisions", c.Place.Bytes([]), c.Journal.Shared, 3)),
        ["verdicts and their digest deleted"] = Shared(3, c => c.Set("decisions_digest", $"{c.Place.Bytes([])}, decisions = {c.Place.Bytes([])}", c.Journal.Shared, 3)),
        ["view swapped with its sibling"] = Shared(2, c => c.Swap("view", "content", View(c, 2, 0), View(c, 2, 1))),
        ["view swapped with a later event's"] = Shared(2, c => c.Swap("view", "content", View(c, 2, 0), View(c, 3, 0))),
        ["view deleted"] = Shared(3, c => c.Run($"delete from view where {View(c, 3, 1)}")),
        ["view added"] = Planned(3, c => c.Run($"insert into view values ('{c.Journal.Planned}', 3, 0, {c.Place.Bytes(new byte[60])})")),
        ["delivery deleted"] = Shared(2, c => c.Run($"delete from delivery where {Delivery(c, 2)}")),
        ["delivery's basis altered"] = Shared(2, c => c.Run($"update delivery set basis = {c.Place.Bytes([9])} where {Delivery(c, 2)}")),
        ["delivery's inbox altered"] = Shared(2, c => c.Run($"update delivery set inbox = 99 where {Delivery(c, 2)}")),
        ["delivery's escalation altered"] = Shared(3, c => c.Run($"update delivery set escalate_at = 0 where {Delivery(c, 3)}")),
        ["delivery's severity altered"] = Shared(3, c => c.Run($"update delivery set severity = 0 where {Delivery(c, 3)}")),
        ["delivery's view altered"] = Shared(3, c => c.Run($"update delivery set view = 1 where {Delivery(c, 3)}")),
        ["delivery's subject altered"] = Shared(3, c => c.Run($"update delivery set subject = {c.Place.Bytes(new byte[16])} where {Delivery(c, 3)}")),
        ["event deleted in the middle"] = Planned(4, c => c.Run($"delete from event where {Event(c.Journal.Planned, 3)}"))
            with
        { What = "a version is missing before this one" },
        ["first event deleted"] = Planned(2, c => c.Run($"delete from event where {Event(c.Journal.Planned, 1)}")),
        ["all events of a stream deleted"] = Planned(0, c => c.Run($"delete from event where stream = '{c.Journal.Planned}'")),
        ["event moved to another stream"] = new(
            c => c.Run($"update event set stream = '{c.Journal.Adult}', version = 2 where {Event(c.Journal.Planned, 6)}"), j => j.Adult, 2),
        ["event moved in the stream"] = Planned(6, c => c.Run($"update event set version = 9 where {Event(c.Journal.Planned, 6)}"), 9),
        ["time altered"] = Planned(3, c => c.Set("at", "at + 1", c.Journal.Planned, 3)),
        ["agency altered"] = Planned(3, c => c.Set("agency", "'example-trust'", c.Journal.Planned, 3)),
        ["practitioner altered"] = Planned(3, c => c.Set("practitioner", "'SW999009'", c.Journal.Planned, 3)),
        ["practitioner removed"] = Planned(3, c => c.Set("practitioner", "''", c.Journal.Planned, 3)),
        ["name altered"] = Planned(5, c => c.Set("name", "'plan.ended'", c.Journal.Planned, 5)),
        ["name's version altered"] = Planned(5, c => c.Set("name_version", "2", c.Journal.Planned, 5)),
        ["request id altered"] = Planned(5, c => c.Set("request_id", "'r-other'", c.Journal.Planned, 5)),
        ["hub altered"] = Planned(5, c => c.Set("hub", "2", c.Journal.Planned, 5)),
        ["envelope altered with its hash"] = Planned(4, async c =>
        {
            await c.Set("practitioner", "'SW999009'", c.Journal.Planned, 3);
            await c.Rehash(c.Journal.Planned, 3, events: 1);
        }),
        ["content altered, with digests made up and all hashes after it"] = Planned(3, async c =>
        {
            await c.Set("content", c.Place.Bytes([1, 2, 3]), c.Journal.Planned, 3);
            await c.Set("content_digest", c.Place.Bytes(System.Security.Cryptography.SHA256.HashData([1, 2, 3])), c.Journal.Planned, 3);
            await c.Rehash(c.Journal.Planned, 3);
        }),
        ["delivery deleted, with the digest emptied and all hashes after it"] = Shared(2, async c =>
        {
            await c.Run($"delete from delivery where {Delivery(c, 2)}");
            await c.Set("deliveries_digest", c.Place.Bytes([]), c.Journal.Shared, 2);
            await c.Rehash(c.Journal.Shared, 2);
        }),
        ["event's place given to its successor's content, rehashed"] = Planned(4, async c =>
        {
            await c.Swap("event", "content", Event(c.Journal.Planned, 4), Event(c.Journal.Planned, 5));
            await c.Swap("event", "content_digest", Event(c.Journal.Planned, 4), Event(c.Journal.Planned, 5));
            await c.Rehash(c.Journal.Planned, 4);
        }),
        ["time before the event before, rehashed"] = Planned(3, async c =>
        {
            await c.Set("at", "1", c.Journal.Planned, 3);
            await c.Rehash(c.Journal.Planned, 3);
        }),
        ["number moved to another person"] = Planned(0, c => c.Run(
            $"update claim set stream = '{c.Journal.Adult}' where space = {Number} and stream = '{c.Journal.Planned}'")),
        ["own reference moved to another person"] = new(
            c => c.Run($"update claim set stream = '{c.Journal.Planned}' where space = {ClaimSpace.OwnReference} and stream = '{c.Journal.Adult}'"), j => j.Adult, 0),
        ["number deleted"] = Planned(0, c => c.Run($"delete from claim where space = {Number} and stream = '{c.Journal.Planned}'")),
        ["standing deleted"] = Planned(0, c => c.Run($"delete from claim where space = {Standing} and stream = '{c.Journal.Planned}'")),
        ["standing moved to another person"] = Planned(0, c => c.Run(
            $"update claim set stream = '{c.Journal.Adult}' where space = {Standing} and stream = '{c.Journal.Planned}'")),
        ["stream keys swapped"] = Planned(0, c => c.Swap("stream_key", "wrapped", $"stream = '{c.Journal.Planned}'", $"stream = '{c.Journal.Shared}'")),
        ["stream key altered"] = Planned(0, c => c.Run($"update stream_key set wrapped = {c.Place.Bytes(new byte[61])} where stream = '{c.Journal.Planned}'")),
        ["stream key emptied without an order"] = Planned(0, c => c.Run($"update stream_key set wrapped = {c.Place.Bytes([])} where stream = '{c.Journal.Planned}'")),
        ["agency's event altered"] = new(c => c.Set("content", c.Place.Bytes(new byte[60]), "o_example-trust", 1), _ => "o_example-trust", 1),
        ["agency's practitioner removed"] = new(c => c.Run($"delete from event where {Event("o_example-trust", 1)}"), _ => "o_example-trust", 2),
        ["agency's key altered"] = new(c => c.Run($"update stream_key set wrapped = {c.Place.Bytes(new byte[61])} where stream = 'o_example-trust'"), _ => "o_example-trust", 0),
    };

    private static Corruption Planned(long version, Func<TamperedCopy, Task> does, long? named = null) => new(does, j => j.Planned, named ?? version);

    private static Corruption Shared(long version, Func<TamperedCopy, Task> does) => new(does, j => j.Shared, version);

    private static string Event(string stream, long version) => $"stream = '{stream}' and version = {version}";

    private static string View(TamperedCopy copy, long version, int ordinal) => $"{Event(copy.Journal.Shared, version)} and ordinal = {ordinal}";

    private static string Delivery(TamperedCopy copy, long version) => $"{Event(copy.Journal.Shared, version)} and inbox = 5";
}
