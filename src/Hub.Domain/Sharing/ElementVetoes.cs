using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Sharing;

/// <summary>What a rule on one element is asked: is there a reason why this onlooker must not see it?</summary>
internal readonly record struct ElementQuestion(ElementContent Content, ImmutableArray<Relationship> Relationships, Onlooker Onlooker);

/// <summary>One rule: why not, or null where it says nothing of this.</summary>
internal delegate Because? ElementRule(ElementQuestion asked);

/// <summary>The rules on single elements. Each can only hide. Source: sharing rules, "About you".</summary>
internal static class ElementVetoes
{
    /// <summary>A row of whom-an-element-is-about.md fails without each of them.</summary>
    public static IReadOnlyList<ElementRule> All { get; } = [AboutYou, NotToCarersByItself, NotThroughACarryingTeamByItself];

    /// <summary>Those that say something of a team as a whole, and not of somebody in it.</summary>
    public static IReadOnlyList<ElementRule> AtEitherDoor { get; } = [NotThroughACarryingTeamByItself];

    /// <summary>Those of a child known after an adoption, toward whoever has no part in it. A row of who-is-told-of-a-sealed-child.md fails without the
    /// first.</summary>
    public static IReadOnlyList<ElementRule> OfAnAdoptedChild { get; } = [OriginIsTheAdoptionRolesAlone, .. All];

    /// <summary>The same at either door.</summary>
    public static IReadOnlyList<ElementRule> AtEitherDoorOfAnAdoptedChild { get; } = [OriginIsTheAdoptionRolesAlone, .. AtEitherDoor];

    /// <summary>What tells of the before is for the adoption role alone. Source: "no ... birth-family fact of the before is reachable from the after".</summary>
    private static Because? OriginIsTheAdoptionRolesAlone(ElementQuestion asked)
        => asked.Content.Category == Category.AdoptionAndOrigin ? Because.Restricted : null;

    /// <summary>What is about somebody, or names them as possible cause, does not reach them, their household, anyone acting for them, nor a team in
    /// which one of them holds a role. Of several who are named each counts. Source: "It is never delivered to them, their household, anyone acting for
    /// them, or through the machine's door of a team they hold a role in"; "An element about several people is seen only by who may see it for each".</summary>
    private static Because? AboutYou(ElementQuestion asked)
        => asked.Content.About is { } about && Includes(asked, about.Named) ? Because.AboutYou : null;

    /// <summary>An allegation, or what has an unknown cause or a carer or parent as possible cause, reaches no carer, parent or relative who holds a role in
    /// the team. Source: "An allegation, or an injury of unknown cause, reaches no carer, parent or relative automatically".</summary>
    private static Because? NotToCarersByItself(ElementQuestion asked)
        => IsHeldBack(asked.Content, asked.Relationships) && Includes(asked, Kin(asked.Relationships).Select(r => r.Id)) ? Because.NotToCarers : null;

    /// <summary>Everybody from whom these two keep it, whatever team they are in. Their colleagues may read it at the person's door.</summary>
    public static KeptOut KeptFrom(ElementContent content, ImmutableArray<Relationship> relationships)
    {
        var named = (content.About?.Named ?? []).Concat(IsHeldBack(content, relationships) ? Kin(relationships).Select(r => r.Id) : []);
        return KeptOut.Of(Named.WithTheirs(named, relationships).Select(r => r.Content.Staff).OfType<StaffMember>().Select(s => new NamedPractitioner(s.Agency, s.Practitioner)));
    }

    /// <summary>Nor does it reach the team through which one of them is reached, unless that team leads: whoever leads releases words. Source: "the lead
    /// releases words for them".</summary>
    private static Because? NotThroughACarryingTeamByItself(ElementQuestion asked)
        => IsHeldBack(asked.Content, asked.Relationships) && asked.Onlooker is { Team: { } team, Leads: false }
            && Kin(asked.Relationships).Any(r => !r.IsEnded && r.Content.CarryingTeam == team) ? Because.NotToCarers : null;

    /// <summary>Whether carers, parents and relatives hear of it only by words that the lead released.</summary>
    private static bool IsHeldBack(ElementContent content, ImmutableArray<Relationship> relationships)
        => content.Kind == ElementKind.Allegation
            || (content.About is { } about
                && (about.CauseUnknown || relationships.Any(r => about.Causes.Contains(r.Id) && RelationshipTypes.IsCarerOrParent(r.Content.Type))));

    private static IEnumerable<Relationship> Kin(ImmutableArray<Relationship> relationships) => relationships.Where(r => RelationshipTypes.IsCarerParentOrRelative(r.Content.Type));

    private static bool Includes(ElementQuestion asked, IEnumerable<RelationshipId> named)
        => Named.WithTheirs(named, asked.Relationships).Any(r => r.Content.Staff is { } staff && asked.Onlooker.Includes(staff));
}
