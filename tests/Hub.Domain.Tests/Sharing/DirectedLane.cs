using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Sharing;

/// <summary>What the directed lane says of a recipient.</summary>
internal static class DirectedLane
{
    public static Verdict Policy(AgencyId holder, Recipient recipient, ISharingFacts facts) => SharingPolicy.Directed(holder, recipient, facts);

    /// <summary>The same without one of the rules that say no.</summary>
    public static Verdict Policy(IReadOnlyList<SharingRule> vetoes, AgencyId holder, Recipient recipient, ISharingFacts facts)
        => SharingPolicy.Directed(vetoes, new SharingQuestion(holder, Purpose.Safeguard, recipient, facts, default));
}
