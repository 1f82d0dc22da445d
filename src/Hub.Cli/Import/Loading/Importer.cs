using Grpc.Core;
using Hub.Agencies.V1;
using Hub.Cli.Calls;
using Hub.Client;
using Hub.Client.Errors;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Cli.Import.Loading;

/// <summary>Who imports, from which of its systems, and what the command line adds to the records.</summary>
/// <param name="Hub">Calls for the agency.</param>
/// <param name="Agency">The agency that imports: what it loads is its own.</param>
/// <param name="Sector">What kind of body it is.</param>
/// <param name="Source">The agency's name for the system that the records come from.</param>
/// <param name="Organization">Identifier of the Organization that is the agency; empty when not said.</param>
/// <param name="Team">The team in which imported roles are held; empty when not said.</param>
/// <param name="Stop">Ends the run.</param>
internal sealed record Importer(HubClient Hub, string Agency, Sector Sector, string Source, string Organization, string Team, CancellationToken Stop)
{
    public CallOptions Options => HubCommand.Options(Stop);

    // The hub remembers a request with the event that it made. A call that it must refuse asks first whether its request id is remembered, and
    // answers REQUEST_ID_REUSED; so the three below tell, without writing, whether a write changed anything.
    public Task<bool> HasMade(string person, string request)
        => IsRemembered(Hub.Plans.OpenPlanAsync(new OpenPlanRequest { RequestId = request, Person = person }, Options));

    public Task<bool> HasRegistered(string request)
        => IsRemembered(Hub.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = request, AgencyId = Agency }, Options));

    public Task<bool> HasAssigned(string request)
        => IsRemembered(Hub.Teams.AssignRoleAsync(new AssignRoleRequest { RequestId = request, TeamId = Team }, Options));

    private static async Task<bool> IsRemembered<T>(AsyncUnaryCall<T> refusable)
    {
        try
        {
            using (refusable)
            {
                await refusable;
            }

            throw new InvalidOperationException("The hub took a request that says nothing.");
        }
        catch (HubRefusedException e) when (e.Reason is HubReasons.RequestIdReused or HubReasons.InvalidField)
        {
            return e.Reason == HubReasons.RequestIdReused;
        }
    }
}
