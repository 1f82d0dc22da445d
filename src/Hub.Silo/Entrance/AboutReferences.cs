using System.Collections.Immutable;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Silo.Handles;

namespace Hub.Silo.Entrance;

/// <summary>Whom elements are about: the caller's own references outside, ids inside.</summary>
internal static class AboutReferences
{
    /// <summary>With ids in place of references, or the refusal of one that the hub did not make for this agency.</summary>
    public static (ElementDraft? Draft, Refusal? No) Read(HandleCodec handles, AgencyId agency, ElementDraft draft, string field)
    {
        if (draft.About is not { } about)
        {
            return (draft, null);
        }

        var (persons, causes) = (Ids(about.Persons), Ids(about.Causes));
        return persons.Contains(null) ? (null, Arrival.NoHandle($"{field}.about.about_relationship_ids"))
            : causes.Contains(null) ? (null, Arrival.NoHandle($"{field}.about.cause_relationship_ids"))
            : (draft with { About = about with { Persons = [.. persons.Select(Write)], Causes = [.. causes.Select(Write)] } }, null);

        // One more than may be named shows that there are too many.
        List<RelationshipId?> Ids(IEnumerable<string> sent) => [.. sent.Take(AboutDraft.MostNamed + 1).Select(h => handles.ReadRelationship(agency, h))];
    }

    /// <summary>With ids in place of references; one that the hub did not make for this agency is left out: telling is always listened to.</summary>
    public static ElementDraft ReadLeniently(HandleCodec handles, AgencyId agency, ElementDraft draft)
        => draft.About is not { } about
            ? draft
            : draft with { About = about with { Persons = Known(handles, agency, about.Persons), Causes = Known(handles, agency, about.Causes) } };

    /// <summary>In the references of an agency.</summary>
    public static AboutDraft? Of(HandleCodec handles, AgencyId agency, ElementAbout? about)
        => about is null
            ? null
            : new AboutDraft(
                about.Subject, [.. about.Persons.Select(r => handles.Relationship(agency, r))], about.CauseUnknown, [.. about.Causes.Select(r => handles.Relationship(agency, r))]);

    private static ImmutableArray<string> Known(HandleCodec handles, AgencyId agency, ImmutableArray<string> sent)
        => [.. sent.Take(AboutDraft.MostNamed).Select(h => handles.ReadRelationship(agency, h)).OfType<RelationshipId>().Select(r => Write(r))];

    private static string Write(RelationshipId? id) => id!.Value.ToString();
}
