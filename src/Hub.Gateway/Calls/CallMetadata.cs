namespace Hub.Gateway.Calls;

internal static class CallMetadata
{
    public const string Agency = "hub-agency";
    public const string Practitioner = "hub-practitioner";
    public const string ActingFor = "hub-acting-for";
    public const string Reference = "hub-reference";
}
