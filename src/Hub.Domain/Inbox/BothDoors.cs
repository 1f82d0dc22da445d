using System.Collections.Immutable;
using System.Security.Cryptography;
using Hub.Domain.Agencies;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>What a team hears by which of its two doors, where some of it is about somebody there. The machine's door shows what it would show if the rest
/// had never been said. Source: sharing rules, "About you": "never delivered to them ... or through the machine's door of a team they hold a role in".</summary>
/// <param name="Machine">Shown at the machine's door.</param>
/// <param name="Apart">Kept from that door because of somebody of the team, and shown to the others at the person's door.</param>
/// <param name="Hidden">What the machine's door does not show, each with its because.</param>
/// <param name="From">From whom the part for the person's door is kept.</param>
public sealed record BothDoors(ImmutableArray<WrittenElement> Machine, ImmutableArray<WrittenElement> Apart, ImmutableArray<HiddenElement> Hidden, KeptOut From)
{
    /// <summary>What is about somebody of the team is kept from them, from their household and from whoever acts for them, and shown to everybody else of
    /// it. What a carrying team may not hear, and what a rule failed for, no door shows.</summary>
    /// <param name="elements">What is told.</param>
    /// <param name="relationships">Who else matters to the person.</param>
    /// <param name="keptOut">From whom all of it is kept already.</param>
    /// <param name="acting">Who acts for whom.</param>
    /// <param name="sight">What those of the team may see from whom it is not kept.</param>
    public static BothDoors Of(
        ImmutableArray<WrittenElement> elements, ImmutableArray<Relationship> relationships, KeptOut keptOut, Acting acting, Func<KeptOut, ElementSight> sight)
    {
        var machine = sight(keptOut);
        ImmutableArray<HiddenElement> hidden = [.. elements.Select(e => (e.Id, Because: machine.Hides(e.Content))).Where(e => e.Because is not null).Select(e => new HiddenElement(e.Id, e.Because!.Value))];
        if (hidden.IsEmpty)
        {
            return new BothDoors(elements, [], [], keptOut);
        }

        ImmutableArray<WrittenElement> about = [.. elements.Where(e => hidden.Any(h => h.Element == e.Id && h.IsOfSomebodyThere))];
        var from = keptOut.Or(PersonSight.KeptFrom(relationships, about.Select(e => e.Content), acting));
        var others = sight(from);
        return new BothDoors([.. elements.Where(e => hidden.All(h => h.Element != e.Id))], [.. about.Where(e => others.Lets(e.Content))], hidden, from);
    }

    /// <summary>The 16 bytes under which the part for the person's door is filed: the same people may read what is not about anybody there as well.</summary>
    /// <param name="other">Those under which the rest is filed.</param>
    public static byte[] FiledApart(byte[] other) => SHA256.HashData([.. "hub.apart.v1/"u8, .. other])[..16];
}
