using Hub.Domain.Agencies;
using Hub.Domain.Sharing;

namespace Hub.Domain.People;

/// <summary>What a person's owner knows of consent.</summary>
public static class PersonConsent
{
    /// <summary>The consent that the holder has on record toward an agency; null for none. The date of birth is the holder's own: another agency's
    /// is not its to know, also not by the day on which something stops.</summary>
    public static ConsentFacts? Of(Person person, AgencyId holder, AgencyId recipient)
        => person.Consents.IsEmpty ? null : ConsentFacts.Of(person.Consents, holder, recipient, BirthDate(person, holder));

    /// <summary>As the agency's own record has it; null when it does not.</summary>
    public static DateOnly? BirthDate(Person person, AgencyId agency) => person.Records.FirstOrDefault(r => r.Agency == agency)?.Record.BirthDate;
}
