using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>What every agency may know of another.</summary>
/// <param name="Name">Name of the body.</param>
/// <param name="Sector">Its kind.</param>
/// <param name="DutyNumber">Telephone number that is answered at all hours: it stands in every neutral answer to this agency.</param>
[GenerateSerializer, Immutable, Alias("hub.AgencyProfile")]
public sealed record AgencyProfile(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("sector")][Id(1)] Sector Sector,
    [property: JsonPropertyName("duty_number")][Id(2)] string DutyNumber);

/// <summary>Event <c>agency.admitted</c>: admitted, or its profile corrected by the registrar.</summary>
/// <param name="Profile">Its profile from now on.</param>
public sealed record AgencyAdmitted([property: JsonPropertyName("profile")] AgencyProfile Profile) : IEvent;

/// <summary>Admits an agency or corrects its profile. The registrar only.</summary>
/// <param name="Name">Name of the body.</param>
/// <param name="Sector">Number of the sector.</param>
/// <param name="DutyNumber">Telephone number.</param>
[GenerateSerializer, Immutable, Alias("hub.AdmitAgency")]
public sealed record AdmitAgency(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("sector")][Id(1)] int Sector,
    [property: JsonPropertyName("duty_number")][Id(2)] string DutyNumber)
{
    /// <summary>Refuses an empty or long name, an unknown sector, and a number that cannot be dialled.</summary>
    public Decided Decide(Agency agency)
    {
        var broken = new FieldRules();
        var sector = (Sector)Sector;
        var name = broken.Name(Name);
        broken.Must(Enum.IsDefined(sector), "sector", "must be a known sector");
        var number = broken.DutyNumber(DutyNumber);
        if (broken.Refusal is { } refusal)
        {
            return Decided.Refuse(refusal);
        }

        var profile = new AgencyProfile(name, sector, number);
        return agency.Profile == profile ? Decided.Nothing : Decided.Commit(new AgencyAdmitted(profile));
    }
}
