using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Agencies.V1;
using Hub.Client.Connections;
using Hub.Gateway.Tests.Wire;

namespace Hub.Gateway.Tests.Stories.Callers;

/// <summary>Who does not get through the handshake.</summary>
public sealed class NoWayIn(EmbeddedHub place) : IClassFixture<EmbeddedHub>
{
    private const string Method = "hub.agencies.v1.AgenciesService/GetAgency";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    [Fact]
    public Task A_caller_without_a_certificate() => Fails(null);

    [Fact]
    public async Task A_certificate_of_a_foreign_authority()
    {
        var folder = Directory.CreateTempSubdirectory("hub-foreign-").FullName;
        try
        {
            var foreign = CertificateAuthority.OpenOrCreate(folder);
            foreign.IssueClient("registrar");
            await Fails(X509Certificate2.CreateFromPemFile(foreign.CertificateFile("registrar"), foreign.KeyFile("registrar")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_certificate_that_has_expired()
    {
        using var root = Root();
        await Fails(Issued(root, root.NotBefore, root.NotBefore.AddMinutes(1)));
    }

    [Fact]
    public async Task A_certificate_that_is_not_good_yet()
    {
        using var root = Root();
        await Fails(Issued(root, root.NotAfter.AddDays(-2), root.NotAfter.AddDays(-1)));
    }

    [Fact]
    public async Task A_certificate_that_a_registered_agency_issued()
    {
        var hub = place.Hub;
        await hub.Agency("council");
        using var agency = X509Certificate2.CreateFromPemFile(hub.Authority.CertificateFile("council"), hub.Authority.KeyFile("council"));
        await Fails(Issued(agency, agency.NotBefore, agency.NotAfter));
    }

    [Fact]
    public Task The_certificate_of_a_server()
        => Fails(X509Certificate2.CreateFromPemFile(place.Hub.Authority.CertificateFile("hub"), place.Hub.Authority.KeyFile("hub")));

    [Fact]
    public async Task A_caller_without_TLS()
    {
        using var http = new HttpClient();
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder(place.Hub.Address) { Scheme = "http" }.Uri)
            {
                Version = version,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.SendAsync(request));
        }
    }

    [Fact]
    public async Task Only_a_certificate_of_the_hubs_own_authority_gets_through()
    {
        using var root = Root();
        using var caller = new WireCaller(place.Hub.Address, WireCaller.Tls(place.Hub, Issued(root, root.NotBefore, root.NotAfter)));
        var answer = await caller.Call(Method, new GetAgencyRequest { AgencyId = "council" });
        Assert.Equal("UNKNOWN_CALLER", answer.Refusal().Reason);
    }

    private async Task Fails(X509Certificate2? own)
    {
        using var caller = new WireCaller(place.Hub.Address, WireCaller.Tls(place.Hub, own));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => caller.Call(Method, new GetAgencyRequest { AgencyId = "council" }));
    }

    private X509Certificate2 Root() => X509Certificate2.CreateFromPemFile(place.Hub.Authority.RootFile, place.Hub.Authority.KeyFile("ca"));

    private static X509Certificate2 Issued(X509Certificate2 issuer, DateTime from, DateTime to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=council", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ClientUse)], critical: false));
        var generator = X509SignatureGenerator.CreateForECDsa(issuer.GetECDsaPrivateKey()!);
        using var issued = request.Create(issuer.SubjectName, generator, new DateTimeOffset(from), new DateTimeOffset(to), RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }
}
