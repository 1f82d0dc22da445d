using Hub.Contracts.Calls;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Contracts.Agreements;

/// <summary>Owner of one agreement between two agencies. Key: <c>s_</c> and the agreement id. It answers NOT_KNOWN to whoever is no
/// party; every call may be repeated with its request id.</summary>
[GrainInterfaceType("hub.agreement"), Alias("hub.IAgreement")]
public interface IAgreement : IGrainWithStringKey
{
    /// <summary>Proposes the agreement.</summary>
    [Alias("Propose")]
    Task<Answer<Done>> Propose(Caller caller, ProposeAgreement command);

    /// <summary>Signs it for the partner.</summary>
    [Alias("Sign")]
    Task<Answer<Done>> Sign(Caller caller, SignAgreement command);

    /// <summary>Ends it for either party.</summary>
    [Alias("End")]
    Task<Answer<Done>> End(Caller caller, EndAgreement command);
}
