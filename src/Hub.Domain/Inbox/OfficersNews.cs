using System.Security.Cryptography;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>What the designated officer hears of. Source: sharing rules, "An allegation about a practitioner or carer also goes to the designated
/// officer".</summary>
public static class OfficersNews
{
    private const string AgainstCarer = "allegation.against-carer";
    private const string AgainstWorker = "allegation.against-worker";

    /// <summary>The allegations in some news that name a carer or a declared practitioner, and nothing beside them; null where there is none.</summary>
    /// <param name="news">What happened.</param>
    /// <param name="person">The person.</param>
    /// <param name="kind">Child or adult.</param>
    /// <param name="about">The person's id.</param>
    /// <param name="sight">What the officer's team may not see.</param>
    public static View? Of(News news, Person person, PersonKind kind, PersonId about, ElementSight sight)
    {
        var alleged = news.Elements.Where(e => e.After is { Kind: ElementKind.Allegation } after && Against(after, person).Any() && sight.Lets(after)).ToList();
        return alleged.Count == 0 ? null : new View(
            alleged.Exists(e => Against(e.After!, person).Any(r => r.Content.Staff is not null)) ? AgainstWorker : AgainstCarer,
            news.Severity > Severity.Amber ? Severity.Amber : news.Severity,
            news.Holder, kind, null, null, null, null, null,
            [.. alleged.Select(e => new ElementChange(ElementAct.Add, e.Id, e.After))],
            MoreExists: false,
            Subject: about,
            Directed: DirectedFrom.Alert,
            ShowsAbout: true);
    }

    /// <summary>The 16 bytes under which it is filed: the officer's team may hear of the person otherwise too.</summary>
    public static byte[] FiledUnder(PersonId about) => SHA256.HashData([.. "hub.designated-officer.v1/"u8, .. about.ToBytes()])[..16];

    private static IEnumerable<Relationship> Against(ElementContent content, Person person)
        => person.Relationships.Where(r => content.About?.Named.Contains(r.Id) == true && (r.Content.Staff is not null || RelationshipTypes.IsCarer(r.Content.Type)));
}
