using Hub.Silo;

namespace Hub.Host.Configuration;

/// <summary>The one tree of settings, section <c>Hub</c>. A key that is not in it is refused at start.</summary>
public sealed class HubOptions
{
    /// <summary>State, journal and who may call.</summary>
    public SiloOptions Silo { get; set; } = new();

    /// <summary>The port that agencies call.</summary>
    public GatewayOptions Gateway { get; set; } = new();

    /// <summary>What makes several processes one hub.</summary>
    public ClusterOptions Cluster { get; set; } = new();

    /// <summary>What operators see.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();
}

/// <summary>The port that agencies call: gRPC over HTTP/2 with mutual TLS.</summary>
public sealed class GatewayOptions
{
    /// <summary>Address and port to listen on.</summary>
    public string Listen { get; set; } = "127.0.0.1:7443";

    /// <summary>PEM file: the gateway's certificate, then its intermediates.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>PEM file: the certificate's private key.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>PEM file: the roots that issue agencies' certificates.</summary>
    public string AuthoritiesFile { get; set; } = "";
}

/// <summary>What operators see. Nothing personal is ever in it.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Address of an OpenTelemetry collector (OTLP over gRPC), such as http://127.0.0.1:4317. Empty: none.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Address and port of the operators' plain HTTP port with /metrics and /health. Empty: none. Keep it on an inner network.</summary>
    public string Listen { get; set; } = "127.0.0.1:7480";
}
