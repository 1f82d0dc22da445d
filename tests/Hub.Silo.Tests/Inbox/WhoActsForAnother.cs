using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Sharing;
using Hub.Silo.Register;

namespace Hub.Silo.Tests.Inbox;

/// <summary>What the gate asks of who acts for whom.</summary>
public sealed class WhoActsForAnother
{
    private static readonly AgencyId Agency = AgencyId.TryParse("agency-a")!;
    private static readonly AgencyProfile Profile = new("Fictional", Sector.Police, "999 0100");
    private static readonly Delegation Cover = new(Staff("SW-1"), Staff("SW-2"), new Moment(0), new Moment(long.MaxValue), "Cover.", Staff("SW-3"));
    private readonly AgencyRegister register = new(new IdentityOptions(), TimeProvider.System);

    [Fact]
    public void Holds_back_what_was_decided_before_somebody_was_last_said_to()
    {
        var before = Basis.Of([new Ground("t_agency-a/team", 3)]);
        register.Set(Agency, Domain.Agencies.Agency.Empty with { Profile = Profile }, 4);
        Assert.False(IsBehind(before));
        Assert.Same(before, register.Acting.Under(before, Agency));
        register.Set(Agency, Acting(since: 5), 5);
        Assert.True(IsBehind(before));
        Assert.True(IsBehind(Basis.Of([new Ground("o_agency-a", 4)])));
        var decided = register.Acting.Under(before, Agency);
        Assert.False(IsBehind(decided));
        Assert.Equal(before, ActingGround.Without(decided, Agency));

        // Other news of the agency leaves it; the next recording does not.
        register.Set(Agency, Acting(since: 5), 6);
        Assert.False(IsBehind(decided));
        register.Set(Agency, Acting(since: 7), 7);
        Assert.True(IsBehind(decided));
    }

    [Fact]
    public async Task Is_known_to_whoever_has_found_the_version_in_which_it_was_recorded()
    {
        const int Rounds = 100_000;
        register.Set(Agency, Acting(since: 1), 1);
        var moving = Task.Run(() =>
        {
            for (var version = 2; version < Rounds; version++)
            {
                register.Set(Agency, Acting(since: version), version);
            }
        });
        while (!moving.IsCompleted)
        {
            var version = register.GroundOf(Agency).Version;
            Assert.True(register.Acting.In(Agency)!.Since >= version);
        }

        await moving;
    }

    private bool IsBehind(Basis basis) => ActingGround.IsBehind(basis, Agency, register.ActingOf(Agency));

    private static Agency Acting(long since) => Domain.Agencies.Agency.Empty with { Profile = Profile, Acting = [Cover], LastDelegated = since };

    private static PractitionerId Staff(string number) => PractitionerId.TryParse(number)!;
}
