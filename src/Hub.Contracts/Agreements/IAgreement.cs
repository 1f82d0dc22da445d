using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Inbox;

namespace Hub.Contracts.Agreements;

/// <summary>Owner of one agreement: between two agencies, or a framework. Key: <c>s_</c> and the agreement id. An agreement between two answers
/// NOT_KNOWN to whoever is no party; every call may be repeated with its request id.</summary>
[GrainInterfaceType("hub.agreement"), Alias("hub.IAgreement")]
public interface IAgreement : IGrainWithStringKey
{
    /// <summary>Proposes the agreement.</summary>
    [Alias("Propose")]
    Task<Answer<Done>> Propose(Caller caller, ProposeAgreement command);

    /// <summary>Signs it for the partner.</summary>
    [Alias("Sign")]
    Task<Answer<Done>> Sign(Caller caller, SignAgreement command);

    /// <summary>Ends it for either party, or for the framework's owner.</summary>
    [Alias("End")]
    Task<Answer<Done>> End(Caller caller, EndAgreement command);

    /// <summary>Suspends it for a party, or a member's own part in it.</summary>
    [Alias("Suspend")]
    Task<Answer<Done>> Suspend(Caller caller, SuspendAgreement command);

    /// <summary>Takes back the caller's own suspension.</summary>
    [Alias("Resume")]
    Task<Answer<Done>> Resume(Caller caller, ResumeAgreement command);

    /// <summary>Writes down a framework.</summary>
    [Alias("ProposeFramework")]
    Task<Answer<Done>> ProposeFramework(Caller caller, ProposeFramework command);

    /// <summary>Makes the caller's agency a member.</summary>
    [Alias("Accede")]
    Task<Answer<Done>> Accede(Caller caller, AccedeToFramework command);

    /// <summary>Ends the caller's agency's membership.</summary>
    [Alias("Withdraw")]
    Task<Answer<Done>> Withdraw(Caller caller, WithdrawFromFramework command);

    /// <summary>Tells parties or members that it ends, if that is due: each number of days once, whoever asks and however often.</summary>
    [Alias("Announce")]
    Task<Answer<Done>> Announce();

    /// <summary>Whether a team's agency still hears of this agreement. Answers a verdict and never commits.</summary>
    [Alias("JudgeAgain")]
    Task<Answer<Again>> JudgeAgain(JudgeQuestion question);
}
