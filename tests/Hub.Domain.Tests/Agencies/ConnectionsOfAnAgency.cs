using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class ConnectionsOfAnAgency
{
    [Fact]
    public void Come_with_admission()
        => new RegisterConnection(Desk.Key(1)).Decide(Agency.Empty).MustRefuse(RefusalReason.StateConflict, "agency_id");

    [Fact]
    public void Are_kept_in_the_order_they_came()
    {
        var agency = Desk.Admitted.After(new RegisterConnection(Desk.Key(2)).Decide(Desk.Admitted));
        agency = agency.After(new RegisterConnection(Desk.Key(1)).Decide(agency));
        Assert.Equal([Desk.Key(2), Desk.Key(1)], agency.Connections.Select(c => c.Key.Value));
        Assert.All(agency.Connections, c => Assert.False(c.Revoked));
    }

    [Fact]
    public void Are_registered_once()
    {
        new RegisterConnection(Desk.Key(1)).Decide(Desk.WithKeys(1)).MustChangeNothing();
        new RegisterConnection(Desk.Key(10).ToUpperInvariant()).Decide(Desk.WithKeys(10)).MustChangeNothing();
    }

    [Theory]
    [InlineData("")]
    [InlineData("00ff")]
    public void Need_the_fingerprint_of_a_key(string key)
    {
        new RegisterConnection(key).Decide(Desk.WithKeys(1)).MustRefuse(RefusalReason.InvalidField, "key_fingerprint");
        new RevokeConnection(key).Decide(Desk.WithKeys(1)).MustRefuse(RefusalReason.InvalidField, "key_fingerprint");
    }

    [Fact]
    public void Stay_revoked_for_good()
    {
        var agency = Desk.WithKeys(2);
        agency = agency.After(new RevokeConnection(Desk.Key(1)).Decide(agency));
        Assert.Equal([true, false], agency.Connections.Select(c => c.Revoked));
        new RevokeConnection(Desk.Key(1)).Decide(agency).MustChangeNothing();
        new RegisterConnection(Desk.Key(1)).Decide(agency).MustRefuse(RefusalReason.StateConflict, "key_fingerprint");
    }

    [Fact]
    public void Are_revoked_by_their_own_agency_only()
        => new RevokeConnection(Desk.Key(3)).Decide(Desk.WithKeys(2)).MustRefuse(RefusalReason.StateConflict, "key_fingerprint");

    [Fact]
    public void Are_256_at_most_without_the_revoked_ones()
    {
        new RegisterConnection(Desk.Key(256)).Decide(Desk.WithKeys(255)).MustCommit<ConnectionRegistered>();
        var full = Desk.WithKeys(256);
        new RegisterConnection(Desk.Key(257)).Decide(full).MustRefuse(RefusalReason.TooLarge, "key_fingerprint");
        new RegisterConnection(Desk.Key(8)).Decide(full).MustChangeNothing();
        full = full.After(new RevokeConnection(Desk.Key(7)).Decide(full));
        new RegisterConnection(Desk.Key(257)).Decide(full).MustCommit<ConnectionRegistered>();
    }
}
