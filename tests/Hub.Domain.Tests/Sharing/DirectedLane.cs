using Hub.Domain.Agencies;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Sharing;

/// <summary>What the directed lane says of a recipient.</summary>
internal static class DirectedLane
{
    public static Verdict Policy(AgencyId holder, Recipient recipient, ISharingFacts facts) => SharingPolicy.Directed(holder, recipient, facts);
}
