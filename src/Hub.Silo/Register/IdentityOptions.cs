namespace Hub.Silo.Register;

/// <summary>Who may call.</summary>
public sealed class IdentityOptions
{
    /// <summary>Fingerprints of the registrar's keys: the only callers that admit agencies and, two of them together, bring in an edition of the rules; one key for each person. SHA-256 of the public key, 64 hex digits.</summary>
    public IReadOnlyList<string> RegistrarKeys { get; set; } = [];

    /// <summary>Development only: takes a practitioner's name from metadata hub-practitioner without a signature. The health answer says so.</summary>
    public bool AllowUnsignedPractitioners { get; set; }
}
