using Hub.Domain.Agreements;
using Hub.Domain.Relationships;

namespace Hub.Domain.Sharing;

/// <summary>Exact words for somebody who has no system. Source: sharing rules, "the delivery holds the exact agreed words and number".</summary>
public static class InformeeMessage
{
    /// <summary>The element that the carrying team is shown, and nothing else: what it is about says for whom.</summary>
    public static ElementContent Of(RelationshipId relationship, string words)
        => new(Category.InformeeMessage, ElementKind.Fact, words, new ElementAbout(Subject: false, [relationship], CauseUnknown: false, []));
}
