using Hub.Contracts.Calls;
using Hub.Domain.Agencies;
using Hub.Domain.Rules;

namespace Hub.Contracts.Rules;

/// <summary>Owner of all editions of the rules. Key: <c>r_editions</c>. Every call may be repeated with its request id.</summary>
[GrainInterfaceType("hub.rules"), Alias("hub.IRules")]
public interface IRules : IGrainWithStringKey
{
    /// <summary>Proposes an edition.</summary>
    [Alias("Propose")]
    Task<Answer<ProposedEdition>> Propose(Caller caller, ProposeEdition command);

    /// <summary>Takes back a proposal.</summary>
    [Alias("Withdraw")]
    Task<Answer<Done>> Withdraw(Caller caller, WithdrawEdition command);

    /// <summary>Activates a proposal.</summary>
    [Alias("Activate")]
    Task<Answer<Done>> Activate(Caller caller, ActivateEdition command);

    /// <summary>Puts on record that an edition has begun, if one has: once, whoever asks and however often.</summary>
    [Alias("Begin")]
    Task<Answer<Done>> Begin();
}
