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
    Notices Notices,
    Grounds Grounds,
    OwnerLog Log);
