using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Silo.Keys;
using Hub.Silo.Register;

namespace Hub.Silo.Journal;

/// <summary>The one base of grains that own a stream. A command is decided from committed state, committed with its predecessor named, and
/// only then changes memory. Nothing is ever answered from a state that the journal has not confirmed.</summary>
internal abstract class Owner<TState>(OwnerServices services, Fold<TState> fold) : Grain
    where TState : class
{
    private const int SnapshotEvery = 64;
    private const int HistoryPage = 128;
    private OpenStream<TState>? open;
    private Task<CommitOutcome>? inDoubt;
    private SnapshotCell? snapshot;
    private Happened? last;
    private bool lastIsTold;

    protected OwnerServices Services => services;

    protected string Stream => this.GetPrimaryKeyString();

    /// <summary>The state that the journal has confirmed last, without waiting for anything; null while none is in memory. Whoever decides by it
    /// names its version in the read set.</summary>
    protected TState? AtOnce => open is { Erased: false } && (inDoubt is not null || IsPresent(open)) ? open.Folded.State : null;

    /// <summary>Version of the state that this turn's <see cref="Read"/> answers from.</summary>
    protected long VersionRead => open!.Folded.Version;

    /// <summary>Whether all that was known has been erased.</summary>
    protected bool IsErased => open is { Erased: true };

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (open is { Secret: { } secret, Folded: { } folded })
        {
            await Cell().Save(folded, fold, secret, every: 1, cancellationToken);
            secret.Dispose();
        }
    }

    /// <summary>Called with every state that the journal has confirmed, before anybody is answered from it. An older one may come late.</summary>
    protected virtual void Confirmed(StreamState<TState> confirmed)
    {
    }

    /// <summary>What shows something passes the gate last of all: while the silo has its lease, and good for as long as that lasts.</summary>
    protected Answer<T> Shown<T>(Answer<T> answer)
        where T : class
        => answer.Value is null ? answer : services.Lease.Left is var left && left > TimeSpan.Zero ? answer with { Left = left } : Refusal.Because(RefusalReason.TryAgain);

    /// <summary>Answers from committed state. An erased person is as unknown as one that never was.</summary>
    protected async Task<Answer<T>> Read<T>(Func<TState, Answer<T>> answer)
        where T : class
        => await Load() ?? Shown(answer(open!.Folded.State));

    /// <summary>Answers from past events: the reader takes a version and gives those before it (0: from the head), newest first.
    /// Called after a <see cref="Read"/> in the same turn.</summary>
    protected Task<Answer<T>> History<T>(Func<Func<long, Task<IReadOnlyList<Happened>>>, Task<T>> answer)
        where T : class
        => Past<T>(async () => await answer(async before =>
        {
            var rows = await services.Store.ReadEventsBefore(Stream, before, HistoryPage, CancellationToken.None);
            return [.. rows.Select(r => fold.Read(r, open!.Secret!))];
        }));

    /// <summary>Answers from committed state and one past event; null for a version that is not there.</summary>
    protected async Task<Answer<T>> Recall<T>(long version, Func<TState, Past?, Answer<T>> answer)
        where T : class
        => await Load() ?? await Past(async () =>
        {
            var rows = version < 1 ? [] : await services.Store.ReadEvents(Stream, version - 1, 1, CancellationToken.None);
            return answer(open!.Folded.State, rows is [var row] ? await Journal.Past.Of(row, fold, open.Secret!, services.Store) : null);
        });

    private async Task<Answer<T>> Past<T>(Func<Task<Answer<T>>> answer)
        where T : class
    {
        try
        {
            return Shown(await answer());
        }
        catch (StoreFault fault)
        {
            services.Log.Unreadable(fault.Kind);
        }
        catch (BrokenStream broken)
        {
            services.Log.Broken(broken.Message);
        }

        return Refusal.Because(RefusalReason.TryAgain);
    }

    /// <summary>Decides, commits, answers. A repeat of a request gets its first outcome, from its event, but never before the
    /// decider has let the caller near.</summary>
    protected async Task<Answer<T>> Decide<T>(Write<TState, T> write)
        where T : class
    {
        // While the fate of an earlier commit is open, "nothing was written" cannot be said.
        if (inDoubt is null && !services.Commits.HasRoom)
        {
            return Refusal.Because(RefusalReason.RateLimited);
        }

        for (var tried = 1; tried <= 2; tried++)
        {
            if (await Load() is { } no)
            {
                return no;
            }

            var now = Later(open!.Folded.At, Moment.Of(services.Time.GetUtcNow()));
            var decided = write.Decide(open.Folded.State, now);
            if (decided?.Refusal is { Reason: RefusalReason.NotKnown } hidden && !write.HidesItself)
            {
                return hidden;
            }

            // A head that moved may have moved by this very request.
            if ((tried > 1 || decided?.Change is null) && !write.Caller.ValidateOnly && await Earlier(write) is { } first)
            {
                return first;
            }

            if (decided?.Change is not { } change || write.Caller.ValidateOnly)
            {
                // That there is nothing to do was brought about by a call that may still be waiting for silence.
                return decided?.Refusal is { } refusal ? refusal : write.Answer(open.Folded.State, null) with { AwaitsSilence = !write.Caller.ValidateOnly };
            }

            var outcome = await Commit(write, change, now);
            if (outcome is not OutcomeKind.HeadMoved and not OutcomeKind.ReadSetChanged)
            {
                return outcome == OutcomeKind.Committed
                    ? write.Answer(open.Folded.State, last) with { AwaitsSilence = lastIsTold }
                    : Refused(outcome);
            }

            Forget();
            if (outcome == OutcomeKind.ReadSetChanged)
            {
                await TakeInOthers();
            }
        }

        return Refusal.Because(RefusalReason.TryAgain);
    }

    private static Moment Later(Moment a, Moment b) => a.CompareTo(b) > 0 ? a : b;

    private Refusal Refused(OutcomeKind outcome)
    {
        if (outcome == OutcomeKind.Rejected)
        {
            services.Log.Unstorable();
            return Refusal.Because(RefusalReason.StateConflict);
        }

        return Refusal.Because(outcome == OutcomeKind.Full ? RefusalReason.RateLimited : RefusalReason.TryAgain);
    }

    private async Task<OutcomeKind> Commit<T>(Write<TState, T> write, IEvent change, Moment now)
        where T : class
    {
        var forthcoming = new Forthcoming(open!.Folded.Version + 1, now);
        IReadOnlyList<ClaimRow>? claims;
        try
        {
            claims = write.Claims is null ? [] : await write.Claims(open!.Folded.State, change, forthcoming);
        }
        catch (StoreFault fault)
        {
            services.Log.Unreadable(fault.Kind);
            return OutcomeKind.Unavailable;
        }

        if (claims is null)
        {
            return OutcomeKind.ClaimLost;
        }

        var outward = write.Share is null ? Outward.Nothing : await write.Share(open!.Folded.State, change, forthcoming);
        if (outward is null)
        {
            return OutcomeKind.Unavailable;
        }

        // A new key is the stream's own only once its row stands: another activation may create the stream first.
        var (secret, key) = open!.Folded.Version > 0 ? (open.Secret!, null) : services.Keys.Create(Stream);
        var effect = write.Effect(open!.Folded.State, change);
        var rows = EventRows.Make(services.Keys.Hub, Stream, open.Folded, fold, write.Caller, write.Canonical, change, now, outward, secret) with
        {
            Key = key,
            Claims = claims,
            Raise = effect == GroundEffect.None ? null : new GroundRow(Stream, open.Folded.Version + 1),
            Narrows = effect == GroundEffect.Narrows,
            IsKeptEverywhere = Registers.Keep(Stream),
        };
        inDoubt = services.Commits.Commit(rows);
        try
        {
            var outcome = await inDoubt.WaitAsync(services.Options.CommandTimeout, services.Time);
            inDoubt = null;
            if (outcome.Kind != OutcomeKind.Committed)
            {
                return outcome.Kind;
            }
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // What stands is not known. No later call believes anything before that is.
            OffThePath(TellFate(inDoubt!));
            return OutcomeKind.Unavailable;
        }

        lastIsTold = rows.Notice is not null;
        open = open with { Folded = StreamFolder.Next(fold, open.Folded, rows.Event, secret, out last), Secret = secret };
        Confirmed(open.Folded);
        OffThePath(Cell().Save(open.Folded, fold, secret, SnapshotEvery, CancellationToken.None));
        return OutcomeKind.Committed;
    }

    /// <summary>What it was decided by may have been changed on another silo, whose word has not come yet.</summary>
    private async Task TakeInOthers()
    {
        try
        {
            await services.Notices.CatchUp(CancellationToken.None);
        }
        catch (Exception e) when (e is StoreFault or BrokenStream)
        {
            services.Log.Broken(e.Message);
        }
    }

    // Whoever was away, or is one of two, may not know yet what another owner of the same stream has taken from somebody.
    private bool IsPresent(OpenStream<TState> known) => services.Grounds.LeastOf(Stream) <= known.Folded.Version;

    private void Forget()
    {
        open?.Secret?.Dispose();
        open = null;
    }

    private async Task<Answer<T>?> Earlier<T>(Write<TState, T> write)
        where T : class
    {
        if (write.Caller.Request is not { } request || open!.Secret is not { } secret || open.Folded.Version == 0)
        {
            return null;
        }

        try
        {
            var row = await services.Store.FindRequest(Stream, write.Caller.Agency.Value, request.Value, CancellationToken.None);
            return row is null ? null
                : row.RequestDigest.AsSpan().SequenceEqual(secret.RequestDigest(write.Canonical))
                    ? write.Answer(open.Folded.State, fold.Read(row, secret)) with { AwaitsSilence = true }
                    : Refusal.About(RefusalReason.RequestIdReused, "request_id", "came before with other content");
        }
        catch (StoreFault fault)
        {
            services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    /// <summary>Believes only the journal once the fate of an earlier commit is known. Does not wait for it: its own call has done so for a
    /// whole CommandTimeout, and calls that queue here would wait as often as there are calls.</summary>
    private bool Settle()
    {
        if (inDoubt is null)
        {
            return true;
        }

        // A lane that ended before it knew cancels; nothing is known then either.
        if (!inDoubt.IsCompletedSuccessfully)
        {
            return false;
        }

        inDoubt = null;
        Forget();
        return true;
    }

    /// <summary>Nobody may call again after a commit whose fate came late; others still have to hear of it.</summary>
    private async Task TellFate(Task<CommitOutcome> fate)
    {
        try
        {
            if ((await fate).Kind == OutcomeKind.Committed)
            {
                var stands = await services.Streams.Read(Stream, fold, null, CancellationToken.None);
                stands.Secret?.Dispose();
                Confirmed(stands.Folded);
            }
        }
        catch (Exception e) when (e is StoreFault or BrokenStream or MasterKeyException or OperationCanceledException)
        {
            services.Log.Unreadable(StoreFaultKind.Uncertain);
        }
    }

    private async Task<Refusal?> Load()
    {
        // A silo that may have missed what was taken away shows nothing and decides nothing.
        if (!services.Lease.IsValid)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }

        try
        {
            if (!Settle())
            {
                services.Log.Unreadable(StoreFaultKind.Uncertain);
                return Refusal.Because(RefusalReason.TryAgain);
            }

            if (services.Keys.IsDestroyed(Stream) || (open is not null && !IsPresent(open)))
            {
                Forget();
            }

            if (open is null)
            {
                open = await services.Streams.Read(Stream, fold, await Cell().Load(), CancellationToken.None);
                Confirmed(open.Folded);
            }

            return open.Erased ? Refusal.Because(RefusalReason.NotKnown) : null;
        }
        catch (StoreFault fault)
        {
            services.Log.Unreadable(fault.Kind);
        }
        catch (Exception e) when (e is BrokenStream or MasterKeyException)
        {
            services.Log.Broken(e.Message);
        }

        return Refusal.Because(RefusalReason.TryAgain);
    }

    private SnapshotCell Cell() => snapshot ??= new SnapshotCell(services, this.GetGrainId());

    // Off the path: the answer never waits for a snapshot, and the cell answers for its own failures.
    private static void OffThePath(Task saving) => _ = saving;
}
