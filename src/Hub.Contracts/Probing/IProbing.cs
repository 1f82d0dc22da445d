using Hub.Contracts.Calls;
using Hub.Domain.Agencies;

namespace Hub.Contracts.Probing;

/// <summary>Counts for whom one practitioner of one agency asks. Key: 32 hex digits that follow from both, so that no practitioner's number is printed.
/// In memory alone: when its silo is lost the count begins anew.</summary>
[GrainInterfaceType("hub.probing"), Alias("hub.IProbing")]
public interface IProbing : IGrainWithStringKey
{
    /// <summary>Counts a person, existing or not, alike. RATE_LIMITED when it would be one too many within an hour; whoever was counted within
    /// it may be asked for again.</summary>
    [Alias("Ask")]
    Task<Answer<Done>> Ask(AgencyId agency, AskedPerson person, Asks how);

    /// <summary>The registration was answered with this reference: both mean one person.</summary>
    [Alias("Registered")]
    Task<Answer<Done>> Registered(AskedPerson registration, AskedPerson person);
}

/// <summary>Whom somebody asks for, as far as counting needs it: neither an id nor a number can be read from it.</summary>
/// <param name="Value">The same for the same words of the same agency.</param>
[GenerateSerializer, Immutable, Alias("hub.AskedPerson")]
public readonly record struct AskedPerson([Id(0)] ulong Value)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(AskedPerson);
}

/// <summary>How somebody is asked for.</summary>
public enum Asks
{
    /// <summary>By an identity: the hub finds the person or makes one.</summary>
    Registering = 1,

    /// <summary>By a reference, in order to write.</summary>
    Writing = 2,

    /// <summary>By a reference, in order to read.</summary>
    Reading = 3,
}
