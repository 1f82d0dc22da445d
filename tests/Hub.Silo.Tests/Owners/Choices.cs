namespace Hub.Silo.Tests.Owners;

/// <summary>Chance that repeats itself: the same seed makes the same choices on every machine.</summary>
internal sealed class Choices(int seed)
{
    private uint state = ((uint)seed * 2654435769) | 1;

    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)below);
    }
}
