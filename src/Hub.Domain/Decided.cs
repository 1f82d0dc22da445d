namespace Hub.Domain;

/// <summary>What a pure decider answers: an event to commit, nothing to do, or a refusal. One of three, never a mixture.</summary>
public sealed record Decided
{
    private Decided(IEvent? change, Refusal? refusal) => (Change, Refusal) = (change, refusal);

    /// <summary>The state already is as asked; nothing is committed and the call succeeds.</summary>
    public static Decided Nothing { get; } = new(null, null);

    /// <summary>The event to commit, or null.</summary>
    public IEvent? Change { get; }

    /// <summary>The refusal, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Commit this event.</summary>
    public static Decided Commit(IEvent change) => new(change, null);

    /// <summary>Refuse; nothing is written.</summary>
    public static Decided Refuse(Refusal refusal) => new(null, refusal);

    /// <summary>Refuse about one field; nothing is written.</summary>
    public static Decided Refuse(RefusalReason reason, string field, string rule) => new(null, Refusal.About(reason, field, rule));
}

/// <summary>Content of one journal event. Its stored name and version stand in the list of its stream, such as
/// <see cref="Agencies.AgencyEvents"/>; its JSON never changes for that version.</summary>
// CA1040: the marker keeps anything that is not an event out of the journal at compile time.
#pragma warning disable CA1040
public interface IEvent;
#pragma warning restore CA1040

/// <summary>An event as it happened: the envelope's facts that folding needs, and the content.</summary>
/// <param name="Version">Position in the owner's stream, from 1.</param>
/// <param name="At">Time of the commit's decision.</param>
/// <param name="Agency">The agency that called.</param>
/// <param name="Practitioner">The named practitioner, or null where the call needs none.</param>
/// <param name="Content">What happened.</param>
/// <param name="ActingFor">For whom the practitioner acted; null for nobody.</param>
public sealed record Happened(
    long Version,
    Moment At,
    Agencies.AgencyId Agency,
    Agencies.PractitionerId? Practitioner,
    IEvent Content,
    Agencies.PractitionerId? ActingFor = null);
