using System.Collections.Immutable;
using Hub.Domain.Sharing;

namespace Hub.Domain.People;

/// <summary>What words would lead from the after of an adoption to the before. Source: sharing rules, "no person, number, address, school or birth-family
/// fact of the before is reachable from the after".</summary>
public static class SealedIdentity
{
    /// <summary>Which of some texts tell a name or number of any agency's record of the before, or a postcode, street or telephone number that stands in any
    /// plan. All of them where they cannot be compared. Never throws.</summary>
    public static ImmutableArray<int> ToldBy(Person before, IReadOnlyList<string> texts)
    {
        // CA1031: whatever fails in the guard, the answer is no.
#pragma warning disable CA1031
        try
        {
            var read = new OutgoingText(texts);
            return texts.Count == 0 ? [] : [.. FactsOf(before).SelectMany(read.Tell).Distinct().Order()];
        }
        catch (Exception)
        {
            return [.. Enumerable.Range(0, texts.Count)];
        }
#pragma warning restore CA1031
    }

    private static IEnumerable<ProtectedFact> FactsOf(Person before)
        => before.Records.Select(ProtectedFact.OfWhole)
            .Concat(before.Plans.SelectMany(p => p.Elements.Select(e => ProtectedFact.OfAddress(p.Agency, e.Content.Text))))
            .OfType<ProtectedFact>();
}
