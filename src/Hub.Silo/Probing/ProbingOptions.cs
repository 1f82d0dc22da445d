namespace Hub.Silo.Probing;

/// <summary>How many people, existing or not, one practitioner may ask for within an hour.</summary>
public sealed class ProbingOptions
{
    /// <summary>From so many people on that one practitioner asks for within an hour, operators hear of it: metric hub.probing.alarms and a warning.</summary>
    public int AlarmAt { get; set; } = 300;

    /// <summary>Most people whom one practitioner asks for by reference within an hour; further ones are answered RATE_LIMITED. Who was registered
    /// within the hour counts only once something is read.</summary>
    public int RefuseAt { get; set; } = 1000;

    /// <summary>Most people whom one practitioner registers within an hour, as an import does; further ones are answered RATE_LIMITED.</summary>
    public int RefuseRegistrationsAt { get; set; } = 50_000;
}
