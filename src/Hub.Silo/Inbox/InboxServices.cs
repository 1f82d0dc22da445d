using Hub.Silo.Cluster;
using Hub.Silo.Journal;
using Hub.Silo.Register;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Inbox;

/// <summary>What every inbox needs of the silo, beside what every owner needs.</summary>
internal sealed record InboxServices(
    InboxFeed Feed, Grounds Grounds, Gateways Gateways, DeliveryViews Views, ReceiptLane Receipts, SiloLease Lease, AgencyRegister Agencies,
    TeamRegister Teams, EditionRegister Editions, InboxTelemetry Telemetry, InboxLog Log, Upheaval Upheaval, Hearers Hearers, IHostApplicationLifetime Life, ILocalSiloDetails Details)
{
    /// <summary>This silo, by the key of its door.</summary>
    public string Silo { get; } = Details.SiloAddress.ToParsableString();
}
