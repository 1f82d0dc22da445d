using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.SafetyPlans;

namespace Hub.Contracts.People;

/// <summary>Who is told by this person's safety plans.</summary>
public partial interface IPerson
{
    /// <summary>Agrees who is told by the caller's agency's safety plan, in which words.</summary>
    [Alias("AgreeInformee")]
    Task<Answer<Done>> AgreeInformee(Caller caller, AgreeInformee command);

    /// <summary>Says that somebody is told no more.</summary>
    [Alias("EndInformee")]
    Task<Answer<Done>> EndInformee(Caller caller, EndInformee command);

    /// <summary>Puts on record whether the person consents that somebody is told.</summary>
    [Alias("RecordInformeeConsent")]
    Task<Answer<Done>> RecordInformeeConsent(Caller caller, RecordInformeeConsent command);

    /// <summary>What the caller's agency has agreed, in order of agreeing; nobody is shown herself.</summary>
    [Alias("ListInformees")]
    Task<Answer<InformeesSeen>> ListInformees(Caller caller);
}

/// <summary>What one agency has agreed about whom a person's safety plans tell.</summary>
/// <param name="Informees">In order of agreeing.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeesSeen")]
public sealed record InformeesSeen([Id(0)] ImmutableArray<InformeeSeen> Informees);

/// <summary>One of them as it stands.</summary>
/// <param name="Informee">What was agreed.</param>
/// <param name="AskAgainAt">From when on consent has to be asked for again; null when it does not end by itself.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeeSeen")]
public sealed record InformeeSeen([Id(0)] Informee Informee, [Id(1)] Moment? AskAgainAt);
