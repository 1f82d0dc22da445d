using Hub.Silo.Keys;
using Orleans.Storage;

namespace Hub.Silo.Journal;

/// <summary>One owner's place in the snapshot storage. Never fails its owner: without a snapshot the journal is folded from the start.</summary>
internal sealed class SnapshotCell(OwnerServices services, GrainId owner)
{
    // The provider keys by this name and the key: the grain's type is part of whose snapshot it is.
    private readonly string kind = owner.Type.ToString()!;
    private readonly GrainState<Snapshot> cell = new() { State = new Snapshot() };
    private bool saving;
    private long saved;

    public async Task<Snapshot?> Load()
    {
        try
        {
            await services.Snapshots.ReadStateAsync(kind, owner, cell);
            saved = cell.RecordExists ? cell.State!.Version : 0;
            return cell.RecordExists ? cell.State : null;
        }
#pragma warning disable CA1031 // A cache: whatever its storage throws, the owner goes on without it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Log.NoSnapshot("read", e.GetType().Name);
            return null;
        }
    }

    /// <summary>Saves when at least <paramref name="every"/> events came since the last one. Sealed at once, written later.</summary>
    public async Task Save<TState>(StreamState<TState> folded, Fold<TState> fold, StreamSecret secret, int every, CancellationToken stop)
    {
        // One that claims to be further than the journal was not believed, and gives way.
        if (saving || (folded.Version >= saved && folded.Version - saved < every))
        {
            return;
        }

        saving = true;
        try
        {
            var snapshot = Snapshot.Of(folded, fold, secret);
            snapshot.Timeline = await services.Store.ReadTimeline(stop);
            cell.State = snapshot;
            await services.Snapshots.WriteStateAsync(kind, owner, cell);
            saved = folded.Version;
        }
#pragma warning disable CA1031 // As above; the next save begins from what the storage holds.
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Log.NoSnapshot("written", e.GetType().Name);
            await Load();
        }
        finally
        {
            saving = false;
        }
    }
}
