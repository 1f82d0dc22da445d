using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain.Rules;

namespace Hub.Contracts.Rules;

/// <summary>The way in for calls about editions of the rules. Registrars propose, withdraw and activate, each known by the key of the connection; anybody else
/// is UNKNOWN_CALLER there. Every registered agency reads.</summary>
[GrainInterfaceType("hub.entrance.rules"), Alias("hub.IRuleEntrance")]
public interface IRuleEntrance : IGrainWithIntegerKey
{
    /// <summary>Proposes an edition. Refuses as <see cref="ProposeEdition"/>.</summary>
    [Alias("Propose")]
    Task<Answer<ProposedEdition>> Propose(Call call, ProposeEdition command);

    /// <summary>Takes back a proposal. Refuses as <see cref="WithdrawEdition"/>.</summary>
    [Alias("Withdraw")]
    Task<Answer<Done>> Withdraw(Call call, WithdrawEdition command);

    /// <summary>Activates an edition that another registrar has proposed. Refuses as <see cref="ActivateEdition"/>.</summary>
    [Alias("Activate")]
    Task<Answer<Done>> Activate(Call call, ActivateEdition command);

    /// <summary>All editions, the built-in one first, then in order of their proposals.</summary>
    [Alias("List")]
    Task<Answer<EditionList>> List(Call call);

    /// <summary>One edition; NOT_KNOWN for a name that is none's.</summary>
    [Alias("Get")]
    Task<Answer<EditionView>> Get(Call call, string name);
}

/// <summary>An edition that was proposed.</summary>
/// <param name="Proposal">Names this very proposal; 0 when only validating.</param>
[GenerateSerializer, Immutable, Alias("hub.ProposedEdition")]
public sealed record ProposedEdition([Id(0)] long Proposal);

/// <summary>An edition as everybody sees it.</summary>
/// <param name="Edition">What is on record; null for the built-in edition.</param>
/// <param name="State">Where it stood when the call was answered.</param>
[GenerateSerializer, Immutable, Alias("hub.EditionView")]
public sealed record EditionView([Id(0)] Edition? Edition, [Id(1)] EditionState State);

/// <summary>All editions.</summary>
/// <param name="Editions">In order.</param>
[GenerateSerializer, Immutable, Alias("hub.EditionList")]
public sealed record EditionList([Id(0)] ImmutableArray<EditionView> Editions);
