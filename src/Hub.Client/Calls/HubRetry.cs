using System.Security.Cryptography;

namespace Hub.Client.Calls;

/// <summary>How often and how soon a call is made again that the hub could not finish.</summary>
/// <param name="Attempts">At most so many attempts, the first included; 1 for no repeats.</param>
/// <param name="FirstPause">Longest pause before the second attempt; it doubles with every further one.</param>
/// <param name="LongestPause">No pause is longer.</param>
public sealed record HubRetry(int Attempts, TimeSpan FirstPause, TimeSpan LongestPause)
{
    private const int Steps = 1000;

    // Past this any pause is the longest one; without it a patient caller's pause would outgrow what a TimeSpan holds.
    private const int MostDoublings = 20;

    /// <summary>Five attempts; half a second, doubling up to eight.</summary>
    public static HubRetry Default { get; } = new(5, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8));

    /// <summary>One attempt.</summary>
    public static HubRetry None { get; } = new(1, TimeSpan.Zero, TimeSpan.Zero);

    // Between half and all of the pause, so that many clients do not come back in the same instant.
    internal TimeSpan PauseAfter(int attempt, TimeSpan asked)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt - 1, MostDoublings));
        pause = pause < LongestPause ? pause : LongestPause;
        var floor = asked < LongestPause ? asked : LongestPause;
        return (floor > pause / 2 ? floor : pause / 2) + (pause / 2 * RandomNumberGenerator.GetInt32(Steps) / Steps);
    }
}
