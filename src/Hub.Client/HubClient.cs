using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Hub.Adoptions.V1;
using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Client.Connections;
using Hub.Client.Errors;
using Hub.Consents.V1;
using Hub.Contacts.V1;
using Hub.Decisions.V1;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Restrictions.V1;
using Hub.Rules.V1;
using Hub.Safetyplans.V1;
using Hub.Teams.V1;

namespace Hub.Client;

/// <summary>A connection to one hub. Make one per process and keep it: it opens, shares and renews its TCP connections by itself and
/// may be used from many threads.</summary>
/// <remarks>Every call that the hub refuses throws <see cref="HubRefusedException"/>. A call that the hub could not finish is made again,
/// as it is, a few times; a write is never done twice, because it keeps its <c>request_id</c>. If it still fails with
/// <see cref="HubReasons.TryAgain"/>, its outcome is unknown: make the very same request again later.</remarks>
public sealed class HubClient : IDisposable
{
    // A page of a hundred revisions, each as large as a message may be, with its references.
    private const int LargestAnswer = 32 * 1024 * 1024;

    private readonly GrpcChannel channel;
    private readonly CallInvoker calls;

    /// <summary>Prepares the connection; the first call opens it. Refuses an address that is not https.</summary>
    /// <exception cref="ArgumentException">An address has another scheme.</exception>
    public HubClient(HubClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<Uri> addresses = [options.Address, .. options.Others];
        if (addresses.Any(a => a.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("what is said about children is said over TLS only", nameof(options));
        }

        channel = HubGateways.Channel(addresses, new GrpcChannelOptions
        {
            HttpHandler = options.Certificates.CreateHandler(),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = LargestAnswer,

            // Between two tries to connect a channel refuses calls by itself; left alone it would do so for up to two minutes at a time.
            InitialReconnectBackoff = HubRetry.Default.FirstPause,
            MaxReconnectBackoff = HubRetry.Default.LongestPause,
        });
        Clock = options.Clock;
        calls = new RetryingInvoker(channel.Intercept(options.AddTo), options.Retry, options.Clock);
        Agencies = new AgenciesService.AgenciesServiceClient(calls);
        Teams = new TeamsService.TeamsServiceClient(calls);
        Agreements = new AgreementsService.AgreementsServiceClient(calls);
        Children = new ChildrenService.ChildrenServiceClient(calls);
        Adults = new AdultsService.AdultsServiceClient(calls);
        Plans = new PlansService.PlansServiceClient(calls);
        Circles = new CirclesService.CirclesServiceClient(calls);
        Links = new LinksService.LinksServiceClient(calls);
        Inbox = new InboxService.InboxServiceClient(calls);
        Alerts = new AlertsService.AlertsServiceClient(calls);
        Decisions = new DecisionsService.DecisionsServiceClient(calls);
        Relationships = new RelationshipsService.RelationshipsServiceClient(calls);
        Restrictions = new RestrictionsService.RestrictionsServiceClient(calls);
        Consents = new ConsentsService.ConsentsServiceClient(calls);
        Adoptions = new AdoptionsService.AdoptionsServiceClient(calls);
        SafetyPlans = new SafetyPlansService.SafetyPlansServiceClient(calls);
        Rules = new RulesService.RulesServiceClient(calls);
        Contacts = new ContactsService.ContactsServiceClient(calls);
    }

    /// <summary>Agencies, their connections and practitioners.</summary>
    public AgenciesService.AgenciesServiceClient Agencies { get; }

    /// <summary>Teams of agencies and who holds which role in them.</summary>
    public TeamsService.TeamsServiceClient Teams { get; }

    /// <summary>Agreements between agencies.</summary>
    public AgreementsService.AgreementsServiceClient Agreements { get; }

    /// <summary>Children.</summary>
    public ChildrenService.ChildrenServiceClient Children { get; }

    /// <summary>Adults who matter to a child.</summary>
    public AdultsService.AdultsServiceClient Adults { get; }

    /// <summary>Plans.</summary>
    public PlansService.PlansServiceClient Plans { get; }

    /// <summary>The team around a child or an adult.</summary>
    public CirclesService.CirclesServiceClient Circles { get; }

    /// <summary>Links between plans about two people.</summary>
    public LinksService.LinksServiceClient Links { get; }

    /// <summary>A team's inbox.</summary>
    public InboxService.InboxServiceClient Inbox { get; }

    /// <summary>Alerts to those who work with a person, and concerns about anybody.</summary>
    public AlertsService.AlertsServiceClient Alerts { get; }

    /// <summary>What named persons of the holder decide about recipients.</summary>
    public DecisionsService.DecisionsServiceClient Decisions { get; }

    /// <summary>Who else matters to a child or an adult.</summary>
    public RelationshipsService.RelationshipsServiceClient Relationships { get; }

    /// <summary>What of a person is kept from whom.</summary>
    public RestrictionsService.RestrictionsServiceClient Restrictions { get; }

    /// <summary>Asking to be rung back about people.</summary>
    public ContactsService.ContactsServiceClient Contacts { get; }

    /// <summary>What people consent to.</summary>
    public ConsentsService.ConsentsServiceClient Consents { get; }

    /// <summary>What crosses from before an adoption to after it.</summary>
    public AdoptionsService.AdoptionsServiceClient Adoptions { get; }

    /// <summary>Who is told by safety plans.</summary>
    public SafetyPlansService.SafetyPlansServiceClient SafetyPlans { get; }

    /// <summary>Editions of the rules.</summary>
    public RulesService.RulesServiceClient Rules { get; }

    internal TimeProvider Clock { get; }

    /// <summary>Whether the hub says that it is serving. Needs no registration, only a certificate that the hub's own authorities issued.</summary>
    public Task<bool> IsServing(CancellationToken stop = default) => HubHealth.IsServing(calls, new CallOptions(cancellationToken: stop));

    /// <summary>Closes the connection; calls under way fail.</summary>
    public void Dispose() => channel.Dispose();
}
