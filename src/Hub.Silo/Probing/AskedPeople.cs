using Hub.Contracts.Probing;

namespace Hub.Silo.Probing;

/// <summary>What became of asking for somebody.</summary>
internal enum Asked
{
    /// <summary>Go on.</summary>
    Counted = 1,

    /// <summary>Go on, and operators hear that there were many.</summary>
    Alarming = 2,

    /// <summary>One too many.</summary>
    Refused = 3,
}

/// <summary>For whom one practitioner asked within the last hour. Whoever would be one too many is not kept.</summary>
internal sealed class AskedPeople(ProbingOptions options)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Dictionary<AskedPerson, Entry> entries = [];
    private DateTimeOffset oldest = DateTimeOffset.MaxValue;
    private DateTimeOffset? heard;
    private int byReference;

    /// <summary>People, however they were asked for.</summary>
    public int All { get; private set; }

    public Asked Ask(AskedPerson person, Asks how, DateTimeOffset now)
    {
        Forget(now);
        var isKnown = entries.TryGetValue(person, out var entry);
        var isByReference = entry.IsByReference || how == Asks.Reading || (how == Asks.Writing && !isKnown);
        var isOneMore = isByReference && !entry.IsByReference;
        if ((isOneMore && byReference >= options.RefuseAt) || (how == Asks.Registering && All >= options.RefuseRegistrationsAt))
        {
            return Asked.Refused;
        }

        All += isKnown ? 0 : 1;
        byReference += isOneMore ? 1 : 0;
        Keep(person, entry with { At = now, IsByReference = isByReference });
        if (All < options.AlarmAt || now - heard < Hour)
        {
            return Asked.Counted;
        }

        heard = now;
        return Asked.Alarming;
    }

    /// <summary>A registration and the reference that it was answered with are one person. Two records stay two also where one reference answers
    /// both.</summary>
    public void Registered(AskedPerson registration, AskedPerson person, DateTimeOffset now)
    {
        if (!entries.TryGetValue(registration, out var said))
        {
            return;
        }

        if (entries.TryGetValue(person, out var known))
        {
            Keep(person, known with { At = now });
            return;
        }

        All += said.IsOther ? 1 : 0;
        Keep(registration, said with { IsOther = true });
        Keep(person, new Entry(now, IsByReference: false, IsOther: false));
    }

    private void Keep(AskedPerson person, Entry entry)
    {
        entries[person] = entry;
        oldest = oldest < entry.At ? oldest : entry.At;
    }

    private void Forget(DateTimeOffset now)
    {
        if (now - oldest < Hour)
        {
            return;
        }

        oldest = now;
        foreach (var (person, entry) in entries)
        {
            if (now - entry.At < Hour)
            {
                oldest = oldest < entry.At ? oldest : entry.At;
                continue;
            }

            entries.Remove(person);
            All -= entry.IsOther ? 0 : 1;
            byReference -= entry.IsByReference ? 1 : 0;
        }
    }

    /// <param name="At">When last.</param>
    /// <param name="IsByReference">Whether it counts as asked for by reference.</param>
    /// <param name="IsOther">Whether the person stands under another word and counts there.</param>
    private readonly record struct Entry(DateTimeOffset At, bool IsByReference, bool IsOther);
}
