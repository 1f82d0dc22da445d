using System.Security.Cryptography;

namespace Hub.Client.Calls;

/// <summary>Names for writes.</summary>
public static class HubRequest
{
    /// <summary>A new <c>request_id</c>. Store it with the work it is for before calling, so that a repeat after a crash
    /// keeps it.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
