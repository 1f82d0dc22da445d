namespace Hub.Silo.Audit;

/// <summary>Every decision about sharing that the journal holds, for an auditor: who was to hear of what, and why. No content, no person and
/// no reference to one, no free text.</summary>
/// <param name="Events">Events about which something was decided, by their time.</param>
/// <param name="ErasedStreams">Streams whose key was destroyed; what was decided about them is gone.</param>
/// <param name="ErasedEvents">Events with decisions in those streams.</param>
/// <param name="UnreadableEvents">Events whose decisions do not open; <c>audit verify</c> names them.</param>
public sealed record DecisionReport(IReadOnlyList<DecidedEvent> Events, long ErasedStreams, long ErasedEvents, long UnreadableEvents);

/// <summary>What was decided with one event.</summary>
/// <param name="Event">Its stored name, such as <c>plan.changed</c>.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Holder">The agency whose information it is.</param>
/// <param name="Practitioner">Who answers for it; null for none.</param>
/// <param name="Recipients">One per team that might have heard of it.</param>
/// <param name="Lane">standing, or directed where a named person decided.</param>
/// <param name="Edition">The edition of the rules that was in force.</param>
/// <param name="ActingFor">For whom the practitioner acted; null for nobody.</param>
public sealed record DecidedEvent(
    string Event, DateTimeOffset At, string Holder, string? Practitioner, IReadOnlyList<DecidedRecipient> Recipients, string Lane, string Edition, string? ActingFor = null);

/// <summary>What was decided for one team, in stored words.</summary>
/// <param name="Team">The team, as agency/team.</param>
/// <param name="Role">In which role; null when its sector has none.</param>
/// <param name="Route">How it comes to hear: circle, link, asked, place or directed.</param>
/// <param name="Verdict">permit, part, deny or needs-decision.</param>
/// <param name="Because">Why.</param>
/// <param name="Shown">Categories that it was shown.</param>
/// <param name="Withheld">How many pieces it was not shown.</param>
/// <param name="IsDelivered">Whether it was put into the team's inbox.</param>
/// <param name="IsRecalled">Whether it was taken out again before it was handed over.</param>
/// <param name="IsQuarantined">Whether it was kept back because it is not what its owner wrote.</param>
/// <param name="Acknowledged">The first acknowledgement, which stopped the clock; null for none.</param>
/// <param name="Asked">The holder's team that was asked to decide; null when nobody was.</param>
/// <param name="Step">By which step of the order somebody hears, where it is kept from somebody of the team or nobody is there; null for the team.</param>
/// <param name="HeardAt">The inbox of that step, as agency/team or agency/team/restricted.</param>
/// <param name="Consent">What was on record of the person's consent toward the team's agency; null for nothing.</param>
public sealed record DecidedRecipient(
    string Team,
    string? Role,
    string Route,
    string Verdict,
    string Because,
    IReadOnlyList<string> Shown,
    int Withheld,
    bool IsDelivered,
    bool IsRecalled,
    bool IsQuarantined,
    DecidedAcknowledgement? Acknowledged,
    string? Asked = null,
    string? Step = null,
    string? HeardAt = null,
    string? Consent = null);

/// <summary>Who took a delivery.</summary>
/// <param name="At">When.</param>
/// <param name="Practitioner">Who; null for none.</param>
/// <param name="Word">What the person said of it, such as accepted.</param>
/// <param name="ActingFor">For whom the practitioner acted; null for nobody.</param>
public sealed record DecidedAcknowledgement(DateTimeOffset At, string? Practitioner, string Word, string? ActingFor = null);
