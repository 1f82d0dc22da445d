using Hub.Domain.Sharing;
using Hub.Silo.Cluster;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Inbox;

/// <summary>When a silo may say that nothing rests any more on what was taken away: the gateway's word counts, or its silence.</summary>
public sealed class WhatIsUnderWay
{
    private const string Person = "k_1";
    private const string Gateway = "gateway";
    private readonly Grounds grounds;
    private readonly Gateways gateways;

    public WhatIsUnderWay()
    {
        gateways = new Gateways(TimeProvider.System);
        grounds = new Grounds(gateways, TimeProvider.System);
    }

    [Fact]
    public async Task Is_over_once_its_gateway_says_that_it_holds_no_such_subscription()
    {
        var (flight, silent) = await Narrowed();
        Assert.Equal(flight.Number, Assert.Single(grounds.MustAbort(Gateway)));
        grounds.NotHeld("another", [flight.Number]);
        Assert.False(flight.Over.IsCompleted);
        grounds.NotHeld(Gateway, [flight.Number]);
        Assert.True(flight.Over.IsCompleted);
        Assert.True(await silent);
    }

    [Fact]
    public async Task Is_not_over_by_a_word_on_a_subscription_that_was_not_called_back()
    {
        var (flight, _) = Given();
        grounds.NotHeld(Gateway, [flight.Number]);
        grounds.Narrow(Person, 2);
        var silent = grounds.Silent(Person);
        Assert.False(silent.IsCompleted);
        flight.Remove(default);
        Assert.True(await silent);
    }

    [Fact]
    public async Task Is_over_once_its_gateway_has_not_been_heard_for_long_enough()
    {
        var (flight, silent) = await Narrowed();
        var began = TimeProvider.System.GetTimestamp();
        Assert.True(await silent);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, 2 * Gateways.Over);
        Assert.Equal(TimeSpan.Zero, gateways.Left(Gateway));
        Assert.True(flight.Over.IsCompleted);
    }

    private (Flight Flight, Basis Basis) Given()
    {
        var (flight, basis) = (new Flight(Gateway, 7), Basis.Of([new Ground(Person, 1)]));
        gateways.Hear(Gateway);
        grounds.Watch(flight);
        flight.Add([(default, basis)]);
        return (flight, basis);
    }

    /// <summary>Called back, and waited for.</summary>
    private async Task<(Flight Flight, Task<bool> Silent)> Narrowed()
    {
        var (flight, _) = Given();
        grounds.Narrow(Person, 2);
        var silent = grounds.Silent(Person);
        await flight.Abort;
        return (flight, silent);
    }
}
