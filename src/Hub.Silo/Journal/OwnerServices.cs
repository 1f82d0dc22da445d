using Hub.Silo.Inbox;
using Hub.Silo.Keys;
using Hub.Silo.Register;
using Orleans.Storage;

namespace Hub.Silo.Journal;

/// <summary>What every owner needs of the silo.</summary>
internal sealed record OwnerServices(
    IJournalStore Store,
    GroupCommit Commits,
    StreamFolder Streams,
    KeyRing Keys,
    HubSecret Secret,
    IGrainStorage Snapshots,
    JournalOptions Options,
    TimeProvider Time,
    SiloLease Lease,
    Grounds Grounds,
    InboxSignals Signals,
    OwnerLog Log)
{
    /// <summary>What others of this silo must know of a commit before its caller has the answer.</summary>
    public void Tell(CommitRows committed)
    {
        if (committed is { Narrows: true, Raise: { } ground })
        {
            Grounds.Narrow(ground.Ground, ground.Version);
        }

        Signals.Signal(committed.Deliveries);
    }
}
