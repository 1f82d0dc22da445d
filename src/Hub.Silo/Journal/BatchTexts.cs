using System.Text;

namespace Hub.Silo.Journal;

/// <summary>Refuses what a driver could not even encode, or would quietly replace, before anything of the batch is sent.
/// Length and U+0000 are the database's own checks.</summary>
internal static class BatchTexts
{
    public static void Check(IReadOnlyList<CommitRows> batch)
    {
        var streams = new HashSet<string>(batch.Count, StringComparer.Ordinal);
        foreach (var commit in batch)
        {
            var e = commit.Event;
            if (!streams.Add(e.Stream))
            {
                throw new StoreFault(StoreFaultKind.Rejected, new InvalidDataException("one stream stands twice in a batch"));
            }

            Ascii(e.Stream, e.Name, e.Agency, e.Practitioner, e.RequestId, commit.Key?.Stream, commit.Key?.MasterKey,
                commit.Key?.ErasureOrder, commit.Raise?.Ground);
            foreach (var ground in commit.ReadSet)
            {
                Ascii(ground.Ground);
            }

            foreach (var claim in commit.Claims)
            {
                Ascii(claim.Stream);
            }
        }
    }

    public static void Check(IReadOnlyList<ReceiptRows> batch)
    {
        foreach (var rows in batch)
        {
            Ascii(rows.Mark?.Subscriber, rows.HandOver?.Subscriber, rows.HandOver?.Connection);
        }
    }

    private static void Ascii(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && !System.Text.Ascii.IsValid(text))
            {
                throw new StoreFault(StoreFaultKind.Rejected, new InvalidDataException("a key is not ASCII"));
            }
        }
    }
}
