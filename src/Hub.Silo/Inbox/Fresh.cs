using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>What this silo has committed for one subscriber since its table was read last, in the order of its commits. Used by the inbox's turn
/// and by whoever commits, at once.</summary>
internal sealed class Fresh
{
    private const int Most = 512;
    private readonly Lock turn = new();
    private List<InboxRow> rows = [];
    private bool isWhole;

    /// <summary>From here on nothing is missed: to be called before the table is read.</summary>
    public void Begin()
    {
        lock (turn)
        {
            (rows, isWhole) = ([], true);
        }
    }

    /// <summary>The table has to be read before anything is taken again.</summary>
    public void Miss()
    {
        lock (turn)
        {
            (rows, isWhole) = ([], false);
        }
    }

    /// <summary>More than anybody takes is not kept: it stands in the table.</summary>
    public void Add(InboxRow row)
    {
        lock (turn)
        {
            if (rows.Count == Most)
            {
                (rows, isWhole) = ([], false);
            }

            if (isWhole)
            {
                rows.Add(row);
            }
        }
    }

    /// <summary>All that has come since the last time; null when some was missed and the table must be read.</summary>
    public IReadOnlyList<InboxRow>? Take()
    {
        lock (turn)
        {
            if (!isWhole)
            {
                return null;
            }

            var taken = rows;
            rows = [];
            return taken;
        }
    }
}
