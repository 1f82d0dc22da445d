namespace Hub.Gateway.Tests.Wire;

/// <summary>The machine's clock, set forward by the test; its timers run as ever.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan ahead;

    public void Forward(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
