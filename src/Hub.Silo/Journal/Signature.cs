using Hub.Domain.Agencies;

namespace Hub.Silo.Journal;

/// <summary>The envelope's practitioner: the named person, and behind a slash the person acted for. See docs/formats/envelope.md.</summary>
/// <param name="By">Who; null for nobody.</param>
/// <param name="ActingFor">For whom; null for nobody.</param>
internal readonly record struct Signature(PractitionerId? By, PractitionerId? ActingFor)
{
    private const char Separator = '/';

    public static Signature Of(Caller caller) => new(caller.Practitioner, caller.ActingFor);

    public static Signature Read(string text)
        => text.Split(Separator) is [var by, var other]
            ? new Signature(PractitionerId.TryParse(by), PractitionerId.TryParse(other))
            : new Signature(PractitionerId.TryParse(text), null);

    public override string ToString() => ActingFor is null ? By?.Value ?? "" : $"{By}{Separator}{ActingFor}";
}
