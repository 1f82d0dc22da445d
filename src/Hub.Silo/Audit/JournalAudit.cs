using Hub.Silo.Journal;

namespace Hub.Silo.Audit;

/// <summary>Reads the whole journal and names what is not as the hub wrote it. Works on a live database and on a copy.</summary>
internal sealed class JournalAudit(IJournalStore store, StreamAudit streams)
{
    private const int Page = 256;

    /// <summary>Reports how many streams have been read as it goes on.</summary>
    public async Task<AuditReport> Run(IProgress<long>? progress, CancellationToken stop)
    {
        // Marks first: what is committed while the streams are read is then not missed.
        var marks = new Dictionary<ulong, long>();
        await foreach (var (number, bytes) in store.ReadBatchMarks(stop))
        {
            for (var i = 0; i + 8 <= bytes.Length; i += 8)
            {
                marks[Mark(bytes.AsSpan(i))] = number;
            }
        }

        var (erased, broken) = (new List<ErasedStream>(), new List<BrokenRow>());
        var (count, events) = (0L, 0L);
        for (var after = ""; ;)
        {
            var page = await store.ListStreams("", after, Page, stop);
            foreach (var stream in page)
            {
                var reading = await streams.Read(stream, stop);
                count++;
                events += reading.Events;
                foreach (var hash in reading.Hashes)
                {
                    marks.Remove(Mark(hash));
                }

                broken.AddRange(reading.Broken is { } wrong ? [wrong] : []);
                erased.AddRange(reading.Erased is { } gone ? [gone] : []);
                progress?.Report(count);
            }

            if (page.Count < Page)
            {
                break;
            }

            after = page[^1];
        }

        broken.AddRange(marks.Values.Distinct().Order().Select(n => new BrokenRow($"commit {n}", 0, "an event of this commit is missing from its stream")));
        return new AuditReport(count, events, erased, broken);
    }

    private static ulong Mark(ReadOnlySpan<byte> hash) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
}
