using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>Released words, as the carrying team gets them.</summary>
public static class Words
{
    /// <summary>Their type: the word of their category.</summary>
    public const string Type = "informee-message";

    /// <summary>The exact words, for whom, and the number; nothing else.</summary>
    public static View Of(WordsReleased released, AgencyId holder, PersonKind kind) => new(
        Type, Severity.Amber, holder, kind, null, null, null, null, null, [new ElementChange(ElementAct.Add, released.Element, released.Content)], MoreExists: false,
        TypeCategory: Category.InformeeMessage,
        ShowsAbout: true,
        Number: released.Number);
}
