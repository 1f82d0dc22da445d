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

    /// <summary>Writes down a framework that agencies may join; an empty handle when only validating. Refuses as <see cref="Domain.Agreements.ProposeFramework"/>.</summary>
    [Alias("ProposeFramework")]
    Task<Answer<Handle>> ProposeFramework(Call call, FrameworkDraft draft);

    /// <summary>The caller's agency joins. Refuses as <see cref="AccedeToFramework"/>.</summary>
    [Alias("Accede")]
    Task<Answer<Done>> Accede(Call call, string agreement);

    /// <summary>The caller's agency leaves. Refuses as <see cref="WithdrawFromFramework"/>.</summary>
    [Alias("Withdraw")]
    Task<Answer<Done>> Withdraw(Call call, string agreement, string because);

    /// <summary>A party suspends it, a member its own part. Refuses as <see cref="SuspendAgreement"/>.</summary>
    [Alias("Suspend")]
    Task<Answer<Done>> Suspend(Call call, string agreement, string because);

    /// <summary>Takes back the own suspension. Refuses as <see cref="ResumeAgreement"/>.</summary>
    [Alias("Resume")]
    Task<Answer<Done>> Resume(Call call, string agreement);

    /// <summary>A party ends it, of a framework its owner. Refuses as <see cref="EndAgreement"/>.</summary>
    [Alias("End")]
    Task<Answer<Done>> End(Call call, string agreement, string because);

    /// <summary>An agreement that the caller's agency is party to, or any framework; its members only for a member and for its owner.</summary>
    [Alias("Get")]
    Task<Answer<AgreementView>> Get(Call call, string agreement);

    /// <summary>Agreements between the caller's agency and another, in an order that never changes; page size 1 to 100, 0 for 50. A page token is bound to
    /// the agency and expires after an hour.</summary>
    [Alias("List")]
    Task<Answer<AgreementList>> List(Call call, int size, string pageToken);

    /// <summary>Frameworks that are not over, in an order that never changes and without their members; page size and token as for
    /// <see cref="List"/>.</summary>
    [Alias("ListFrameworks")]
    Task<Answer<AgreementList>> ListFrameworks(Call call, int size, string pageToken);
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

/// <summary>A framework as proposed.</summary>
/// <param name="Name">What its members are to call it.</param>
/// <param name="LegalSource">Act and section, or empty.</param>
/// <param name="Sectors">Numbers of the sectors whose agencies may join.</param>
/// <param name="Purposes">Numbers of the purposes.</param>
/// <param name="Categories">Numbers of the categories.</param>
/// <param name="StartsOn">ISO date or empty.</param>
/// <param name="EndsOn">ISO date or empty.</param>
[GenerateSerializer, Immutable, Alias("hub.FrameworkDraft")]
public sealed record FrameworkDraft(
    [Id(0)] string Name,
    [Id(1)] string LegalSource,
    [Id(2)] ImmutableArray<int> Sectors,
    [Id(3)] ImmutableArray<int> Purposes,
    [Id(4)] ImmutableArray<int> Categories,
    [Id(5)] string StartsOn,
    [Id(6)] string EndsOn);

/// <summary>An agreement as the caller's agency sees it: between two, or a framework.</summary>
/// <param name="Handle">The caller's own handle.</param>
/// <param name="Agreement">What is agreed between two; null for a framework.</param>
/// <param name="State">Where it stands for the caller's agency at the time of the call.</param>
/// <param name="Framework">What members have joined; null for an agreement between two. Its members are left out where they are not shown.</param>
/// <param name="IsMember">Whether the caller's agency is a member.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementView")]
public sealed record AgreementView(
    [Id(0)] string Handle,
    [Id(1)] Agreement? Agreement,
    [Id(2)] AgreementState State,
    [Id(3)] Framework? Framework = null,
    [Id(4)] bool IsMember = false);

/// <summary>A page of agreements.</summary>
/// <param name="Agreements">In order.</param>
/// <param name="NextPageToken">Empty at the end.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementList")]
public sealed record AgreementList([Id(0)] ImmutableArray<AgreementView> Agreements, [Id(1)] string NextPageToken);
