using Hub.Silo.Keys;
using Xunit;

namespace Hub.Silo.Tests.Keys;

public sealed class SealedRowTests : IDisposable
{
    private readonly StreamSecret secret = new(1, "k_stream", new byte[32]);

    public void Dispose() => secret.Dispose();

    [Fact]
    public void Opens_at_its_own_place_only()
    {
        var blob = secret.Seal(RowKind.View, 3, 1, [9, 9]);
        Assert.Equal([9, 9], secret.Open(RowKind.View, 3, 1, blob));
        Assert.Null(secret.Open(RowKind.View, 3, 0, blob));
        Assert.Null(secret.Open(RowKind.View, 4, 1, blob));
        Assert.Null(secret.Open(RowKind.Content, 3, 1, blob));
    }

    [Fact]
    public void Does_not_open_for_another_stream_hub_or_key()
    {
        var blob = secret.Seal(RowKind.Content, 1, 0, [9]);
        using var stream = new StreamSecret(1, "k_other", new byte[32]);
        using var hub = new StreamSecret(2, "k_stream", new byte[32]);
        using var key = new StreamSecret(1, "k_stream", [.. Enumerable.Repeat((byte)1, 32)]);
        Assert.All([stream, hub, key], other => Assert.Null(other.Open(RowKind.Content, 1, 0, blob)));
    }

    [Fact]
    public void Never_seals_the_same_bytes_twice()
        => Assert.NotEqual(secret.Seal(RowKind.Content, 1, 0, [9]), secret.Seal(RowKind.Content, 1, 0, [9]));

    [Fact]
    public void A_changed_byte_does_not_open()
    {
        var blob = secret.Seal(RowKind.Content, 1, 0, [1, 2, 3, 4]);
        for (var i = 0; i < blob.Length; i++)
        {
            var changed = blob.ToArray();
            changed[i] ^= 1;
            Assert.Null(secret.Open(RowKind.Content, 1, 0, changed));
        }

        Assert.Null(secret.Open(RowKind.Content, 1, 0, []));
    }
}
