using Hub.Domain.Agencies;

namespace Hub.Domain.Tests;

/// <summary>The fictional agencies and workers of every test.</summary>
internal static class Cast
{
    public static AgencyId Riverside { get; } = Agency("riverside");

    public static AgencyId Harbour { get; } = Agency("harbour");

    public static AgencyId Meadow { get; } = Agency("meadow");

    public static PractitionerId Worker { get; } = PractitionerId.TryParse("SW-FICTION-1")!;

    public static Moment Now { get; } = Moment.Of(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public static AgencyId Agency(string id) => AgencyId.TryParse(id)!;

    public static Caller CallerOf(AgencyId agency) => new(agency, Worker, RequestId.TryParse("request-1"), ValidateOnly: false);

    public static Happened Happened(IEvent content, AgencyId? agency = null, long version = 1)
        => new(version, Now.Plus(TimeSpan.FromSeconds(version)), agency ?? Riverside, Worker, content);
}
