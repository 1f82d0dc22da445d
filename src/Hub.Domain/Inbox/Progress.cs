using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>How far something that an agency told has come. Source: sharing rules, "Telling": one line.</summary>
public enum ProgressStage
{
    /// <summary>On record.</summary>
    Accepted = 1,

    /// <summary>A team's system has received it.</summary>
    WithTeam = 2,

    /// <summary>A named person has taken it.</summary>
    Taken = 3,

    /// <summary>A named person has said that it was acted on.</summary>
    Actioned = 4,
}

/// <summary>The line that a sender sees, of one team or of all that it may know of.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Role">The role of whoever took it, while it is held; null before.</param>
/// <param name="At">Since when, to <see cref="Step"/>; null when a team's system has it, which has no time on record.</param>
[GenerateSerializer, Immutable, Alias("hub.Progress")]
public sealed record Progress([Id(0)] ProgressStage Stage, [Id(1)] Role? Role, [Id(2)] Moment? At)
{
    /// <summary>Times are shown to this step, downwards: a finer one could be joined with what else is known.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>On record since a moment.</summary>
    public static Progress Accepted(Moment at) => new(ProgressStage.Accepted, null, ToTheStep(at));

    /// <summary>Of one delivery.</summary>
    /// <param name="recorded">When it was recorded.</param>
    /// <param name="isReceived">Whether a system of the team has received it.</param>
    /// <param name="said">What named persons said of it, in order. <see cref="AcknowledgementWord.NotMine"/> takes nothing.</param>
    public static Progress Of(Moment recorded, bool isReceived, IReadOnlyList<SaidOfDelivery> said)
    {
        var (taken, actioned) = (said.FirstOrDefault(s => s.Word != AcknowledgementWord.NotMine), said.FirstOrDefault(s => s.Word == AcknowledgementWord.Actioned));
        return actioned is not null ? new Progress(ProgressStage.Actioned, actioned.Role, ToTheStep(actioned.At))
            : taken is not null ? new Progress(ProgressStage.Taken, taken.Role, ToTheStep(taken.At))
            : isReceived ? new Progress(ProgressStage.WithTeam, null, null)
            : Accepted(recorded);
    }

    /// <summary>One line for several teams: the furthest, and of equal ones the first to come so far.</summary>
    public static Progress Furthest(Progress accepted, IEnumerable<Progress> teams)
        => teams.OrderByDescending(p => p.Stage).ThenBy(p => p.At).FirstOrDefault() is { } first && first.Stage > accepted.Stage ? first : accepted;

    private static Moment ToTheStep(Moment at)
    {
        var step = Step.Ticks / TimeSpan.TicksPerMicrosecond;
        return new Moment(at.Microseconds - (at.Microseconds % step));
    }
}

/// <summary>An acknowledgement as its event tells it, with the role that its practitioner holds now.</summary>
/// <param name="Word">What was said.</param>
/// <param name="Role">Null when the practitioner holds none any more.</param>
/// <param name="At">When.</param>
public sealed record SaidOfDelivery(AcknowledgementWord Word, Role? Role, Moment At);
