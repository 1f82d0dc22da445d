using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;

namespace Hub.Contracts.Alerts;

/// <summary>Owner of one concern. Key: <c>q_</c> and 32 hex digits that follow from (hub, agency, request id), so that a repeat meets the
/// same. The entrance has settled who calls.</summary>
[GrainInterfaceType("hub.concern"), Alias("hub.IConcern")]
public interface IConcern : IGrainWithStringKey
{
    /// <summary>Hears a concern and hands it to whoever must hear of it, in one commit. <paramref name="found"/>: whom it is about, when the
    /// hub knows. TRY_AGAIN when that has changed meanwhile: find anew.</summary>
    [Alias("Raise")]
    Task<Answer<ConcernHeard>> Raise(Caller caller, RaiseConcern command, FoundPerson? found);

    /// <summary>The place's teams that it was told to. NOT_KNOWN when the caller's agency did not tell it.</summary>
    [Alias("Told")]
    Task<Answer<Told>> Told(Caller caller);

    /// <summary>Whether a team still hears of this concern by the way it came. Answers a verdict and never commits.</summary>
    [Alias("JudgeAgain")]
    Task<Answer<Again>> JudgeAgain(JudgeQuestion question);
}

/// <summary>A concern as its event tells it again at every repeat.</summary>
/// <param name="DutyNumber">The number given to the sender.</param>
[GenerateSerializer, Immutable, Alias("hub.ConcernHeard")]
public sealed record ConcernHeard([Id(0)] string DutyNumber);
