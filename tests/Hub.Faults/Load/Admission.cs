using Hub.Agencies.V1;
using Hub.Faults.Processes;

namespace Hub.Faults.Load;

/// <summary>How the registrar lets agencies in, each with one key and one practitioner.</summary>
internal sealed class Admission(HubSite site, History history, TimeProvider time, Chance chance)
{
    public const string Practitioner = "SW999001";

    public Caller Registrar { get; } = new("registrar", site.Client("registrar"), history, time, chance.Branch());

    public async Task<Caller> Admit(string name, Sector sector)
    {
        var agency = new Caller(name, site.Client(name, name, Practitioner), history, time, chance.Branch());
        var admit = new AdmitAgencyRequest
        {
            RequestId = $"admit-{name}",
            AgencyId = name,
            Name = $"Fictional {name}",
            Sector = sector,
            DutyNumber = "999 0100",
        };
        var connect = new RegisterConnectionRequest { RequestId = $"connect-{name}", AgencyId = name, KeyFingerprint = site.Authority.Fingerprint(name) };
        var employ = new RegisterPractitionerRequest { RequestId = $"employ-{name}", AgencyId = name, PractitionerId = Practitioner };
        var agencies = Registrar.Client.Agencies;
        await Registrar.Must<AdmitAgencyResponse>(new Ask(admit.RequestId, "AdmitAgency", async o => await agencies.AdmitAgencyAsync(admit, o)));
        await Registrar.Must<RegisterConnectionResponse>(new Ask(connect.RequestId, "RegisterConnection", async o => await agencies.RegisterConnectionAsync(connect, o)));
        await Registrar.Must<RegisterPractitionerResponse>(
            new Ask(employ.RequestId, "RegisterPractitioner", async o => await agencies.RegisterPractitionerAsync(employ, o)));
        return agency;
    }
}
