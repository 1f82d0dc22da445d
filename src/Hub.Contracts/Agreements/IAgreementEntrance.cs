using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Contracts.Agreements;

/// <summary>The way in for calls about agreements. A practitioner is named. <c>agreement</c> is the caller's own handle; one that this
/// hub did not make for the caller's agency is INVALID_REFERENCE.</summary>
[GrainInterfaceType("hub.entrance.agreements"), Alias("hub.IAgreementEntrance")]
public interface IAgreementEntrance : IGrainWithIntegerKey
{
    /// <summary>Proposes an agreement with another agency; an empty handle when only validating. Refuses as
    /// <see cref="ProposeAgreement"/>.</summary>
    [Alias("Propose")]
    Task<Answer<Handle>> Propose(Call call, AgreementDraft draft);

    /// <summary>The partner signs. Refuses as <see cref="SignAgreement"/>.</summary>
    [Alias("Sign")]
    Task<Answer<Done>> Sign(Call call, string agreement);

    /// <summary>A party ends it. Refuses as <see cref="EndAgreement"/>.</summary>
    [Alias("End")]
    Task<Answer<Done>> End(Call call, string agreement, string because);

    /// <summary>An agreement of the caller's agency.</summary>
    [Alias("Get")]
    Task<Answer<AgreementView>> Get(Call call, string agreement);

    /// <summary>Agreements of the caller's agency in an order that never changes; page size 1 to 100, 0 for 50. A page token is bound to
    /// the agency and expires after an hour.</summary>
    [Alias("List")]
    Task<Answer<AgreementList>> List(Call call, int size, string pageToken);
}

/// <summary>An agreement as proposed.</summary>
/// <param name="Partner">Key of the other agency.</param>
/// <param name="Purposes">Numbers of the purposes.</param>
/// <param name="Gives">Numbers of the categories that pass to the partner.</param>
/// <param name="Takes">Numbers of the categories that pass back.</param>
/// <param name="StartsOn">ISO date or empty.</param>
/// <param name="EndsOn">ISO date or empty.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementDraft")]
public sealed record AgreementDraft(
    [Id(0)] string Partner,
    [Id(1)] ImmutableArray<int> Purposes,
    [Id(2)] ImmutableArray<int> Gives,
    [Id(3)] ImmutableArray<int> Takes,
    [Id(4)] string StartsOn,
    [Id(5)] string EndsOn);

/// <summary>An agreement as its parties see it.</summary>
/// <param name="Handle">The caller's own handle.</param>
/// <param name="Agreement">What is agreed.</param>
/// <param name="State">Where it stands at the time of the call.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementView")]
public sealed record AgreementView([Id(0)] string Handle, [Id(1)] Agreement Agreement, [Id(2)] AgreementState State);

/// <summary>A page of agreements.</summary>
/// <param name="Agreements">In order.</param>
/// <param name="NextPageToken">Empty at the end.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementList")]
public sealed record AgreementList([Id(0)] ImmutableArray<AgreementView> Agreements, [Id(1)] string NextPageToken);
