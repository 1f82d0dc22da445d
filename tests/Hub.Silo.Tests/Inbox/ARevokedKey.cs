using Hub.Domain.Agencies;
using Hub.Silo.Register;

namespace Hub.Silo.Tests.Inbox;

/// <summary>The gate reads an agency's version, then whether a key may call, while the key is being revoked.</summary>
public sealed class ARevokedKey
{
    [Fact]
    public async Task Is_never_believed_in_the_version_that_revoked_it()
    {
        var (id, key) = (AgencyId.TryParse("agency-a")!, KeyFingerprint.TryParse(new string('a', 64))!);
        var register = new AgencyRegister(new IdentityOptions(), TimeProvider.System);
        var profile = new AgencyProfile("Fictional", Sector.Police, "999 0100");
        const int Rounds = 200_000;
        Agency Of(bool revoked) => Agency.Empty with { Profile = profile, Connections = [new Connection(key, revoked)] };
        var (held, without) = (Of(false), Of(true));
        register.Set(id, held, 1);
        var moving = Task.Run(() =>
        {
            for (var version = 2; version < Rounds; version++)
            {
                register.Set(id, version % 2 == 0 ? without : held, version);
            }
        });
        while (!moving.IsCompleted)
        {
            var version = register.GroundOf(id).Version;
            var may = register.MayCall(key, id);
            Assert.False(may && version % 2 == 0 && register.GroundOf(id).Version == version);
        }

        await moving;
    }
}
