using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>What this silo has committed for one subscriber since its table was read last, in the order of its commits. Used by the inbox's turn
/// and by whoever commits, at once.</summary>
internal sealed class Fresh
{
    private const int Most = 512;
    private readonly Lock turn = new();
    private List<InboxRow> rows = [];
    private bool keeps;
    private bool isWhole;
    private bool hasRed;

    /// <summary>Whether something among it goes before everything that waits.</summary>
    public bool HasRed
    {
        get
        {
            lock (turn)
            {
                return hasRed;
            }
        }
    }

    /// <summary>From here on all is kept: to be called before the table is read. Nothing is taken until that has come to its end.</summary>
    public void Begin() => Start(keeping: true);

    /// <summary>The table was read to its end: with what has come since <see cref="Begin"/> nothing is missing.</summary>
    public void Complete()
    {
        lock (turn)
        {
            isWhole = keeps;
        }
    }

    /// <summary>Something may stand in the table that was not told here.</summary>
    public void Miss() => Start(keeping: false);

    /// <summary>More than anybody takes is not kept: it stands in the table.</summary>
    public void Add(InboxRow row)
    {
        lock (turn)
        {
            if (rows.Count == Most)
            {
                Start(keeping: false);
            }

            if (keeps)
            {
                rows.Add(row);
                hasRed |= row.Delivery.IsRed;
            }
        }
    }

    /// <summary>All that has come since the last time; null when the table must be read first.</summary>
    public IReadOnlyList<InboxRow>? Take()
    {
        lock (turn)
        {
            if (!isWhole)
            {
                return null;
            }

            var taken = rows;
            (rows, hasRed) = ([], false);
            return taken;
        }
    }

    private void Start(bool keeping)
    {
        lock (turn)
        {
            (rows, keeps, isWhole, hasRed) = ([], keeping, false, false);
        }
    }
}
