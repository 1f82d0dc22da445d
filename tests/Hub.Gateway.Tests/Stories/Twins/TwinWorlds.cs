using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>One world in which something is hidden from the observer, and one in which it never was.</summary>
/// <param name="isThere">Whether the hidden fact is there.</param>
/// <param name="leaks">Whether the world is one in which the observer may see it: then the two must differ, or the comparison sees nothing.</param>
internal delegate Task<IReadOnlyList<string>> Script(RunningHub hub, bool isThere, bool leaks);

/// <summary>Plays a script in both and compares everything that the observer received.</summary>
internal static class TwinWorlds
{
    public static async Task AreAlike(StoreKind kind, Script script)
    {
        var both = await Both(kind, script, leaks: false);
        var (with, without) = (both[0], both[1]);
        Assert.Equal(without.Count, with.Count);
        foreach (var (expected, actual) in without.Zip(with))
        {
            Assert.Equal(expected, actual);
        }
    }

    public static async Task DifferWhenItLeaks(StoreKind kind, Script script)
    {
        var both = await Both(kind, script, leaks: true);
        Assert.NotEqual(both[0], both[1]);
    }

    // Each in a hub of its own, and so at once.
    private static Task<IReadOnlyList<string>[]> Both(StoreKind kind, Script script, bool leaks)
        => Task.WhenAll(Play(kind, script, isThere: true, leaks), Play(kind, script, isThere: false, leaks));

    private static async Task<IReadOnlyList<string>> Play(StoreKind kind, Script script, bool isThere, bool leaks)
    {
        await using var hub = await RunningHub.Start(kind);
        return await script(hub, isThere, leaks);
    }
}
