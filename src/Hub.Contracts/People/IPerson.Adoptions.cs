using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;

namespace Hub.Contracts.People;

/// <summary>What an adoption asks of the child as known before and as known after.</summary>
public partial interface IPerson
{
    /// <summary>Which of some texts tell what is sealed of this person. NOT_KNOWN to anybody but a holder of the adoption role in a team that the seal
    /// admits. Nothing is kept of the question.</summary>
    [Alias("WouldTell")]
    Task<Answer<SealedTold>> WouldTell(Caller caller, ImmutableArray<string> texts);

    /// <summary>Proposes elements for a plan; <paramref name="telling"/> are those whose words tell what is sealed elsewhere.</summary>
    [Alias("ProposeCrossing")]
    Task<Answer<CrossingWritten>> ProposeCrossing(Caller caller, ProposeCrossing command, ImmutableArray<int> telling);

    /// <summary>Writes what another person proposed into its plan.</summary>
    [Alias("ConfirmCrossing")]
    Task<Answer<Done>> ConfirmCrossing(Caller caller, ConfirmCrossing command);

    /// <summary>What waits for another person of the caller's adoption teams, in order of proposing.</summary>
    [Alias("ListCrossings")]
    Task<Answer<CrossingsWaiting>> ListCrossings(Caller caller);
}
