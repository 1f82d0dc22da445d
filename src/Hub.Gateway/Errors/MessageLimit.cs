namespace Hub.Gateway.Errors;

internal static class MessageLimit
{
    public const int Message = 256 * 1024;

    // Above the message limit, so that a message somewhat too large is still answered with its reason.
    public const int RequestBody = 2 * Message;
}
