using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Teams;

namespace Hub.Contracts.Links;

/// <summary>The way in for calls about links; as <see cref="People.IPeopleEntrance"/>. <c>person</c>, <c>plan</c> and <c>link</c> are the
/// caller's own handles.</summary>
[GrainInterfaceType("hub.entrance.links"), Alias("hub.ILinkEntrance")]
public interface ILinkEntrance : IGrainWithIntegerKey
{
    /// <summary>Proposes a link. The answer is the same whatever the other side is. Refuses as <see cref="ProposeLink"/>.</summary>
    [Alias("Propose")]
    Task<Answer<LinkReceipt>> Propose(Call call, LinkDraft draft);

    /// <summary>Accepts a link for a plan. Refuses as <see cref="AnswerLink"/>.</summary>
    [Alias("Accept")]
    Task<Answer<LinkReceipt>> Accept(Call call, string person, string link, string plan);

    /// <summary>Declines a link; the proposer sees no difference. Refuses as <see cref="AnswerLink"/>.</summary>
    [Alias("Decline")]
    Task<Answer<LinkReceipt>> Decline(Call call, string person, string link, string because);

    /// <summary>Ends the caller's own half. Refuses as <see cref="EndLink"/>.</summary>
    [Alias("End")]
    Task<Answer<LinkReceipt>> End(Call call, string person, string link, string because);

    /// <summary>The caller's agency's links of a person, in order of making.</summary>
    [Alias("List")]
    Task<Answer<LinksShown>> List(Call call, string person);
}

/// <summary>A link to propose, in the caller's own references.</summary>
/// <param name="Person">Whose plan is to be linked.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Team">The proposing team.</param>
/// <param name="Other">The other person.</param>
/// <param name="OtherTeam">The team that is asked.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkDraft")]
public sealed record LinkDraft([Id(0)] string Person, [Id(1)] string Plan, [Id(2)] string Team, [Id(3)] string Other, [Id(4)] string OtherTeam);

/// <summary>A write to a link, in the caller's own reference; empty when only validating.</summary>
/// <param name="Link">The link.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkReceipt")]
public sealed record LinkReceipt([Id(0)] string Link);

/// <summary>Links as the caller may see them.</summary>
/// <param name="Links">In order of making.</param>
[GenerateSerializer, Immutable, Alias("hub.LinksShown")]
public sealed record LinksShown([Id(0)] ImmutableArray<LinkShown> Links);

/// <summary>One link as the caller may see it.</summary>
/// <param name="Link">The caller's own handle.</param>
/// <param name="Plan">The own plan; empty on a declined link.</param>
/// <param name="Team">The own team.</param>
/// <param name="OtherKind">Child or adult.</param>
/// <param name="Other">The caller's own handle of the other person; empty when the caller has none.</param>
/// <param name="OtherTeam">The other side's team.</param>
/// <param name="State">Where the link stands.</param>
/// <param name="At">When the own half got its state.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkShown")]
public sealed record LinkShown(
    [Id(0)] string Link,
    [Id(1)] string Plan,
    [Id(2)] TeamId Team,
    [Id(3)] PersonKind OtherKind,
    [Id(4)] string Other,
    [Id(5)] TeamId OtherTeam,
    [Id(6)] LinkState State,
    [Id(7)] Moment At);
