using System.Security.Cryptography;
using System.Text;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>Words for somebody who has no system, as the carrying team gets them: the exact words, for whom, and the number; nothing else.</summary>
public static class Words
{
    /// <summary>Their type: the word of their category.</summary>
    public const string Type = "informee-message";

    /// <summary>Those that a member of the lead's team released.</summary>
    public static View Of(WordsReleased released, AgencyId holder, PersonKind kind)
        => Of(new WrittenElement(released.Element, released.Content), released.Number, Severity.Amber, holder, kind);

    /// <summary>Those that a safety plan says. They stand under the person's consent.</summary>
    /// <param name="informee">Who is told.</param>
    /// <param name="severity">How urgent the alert is.</param>
    /// <param name="kind">Whether the person is a child or an adult.</param>
    /// <param name="about">The person.</param>
    public static View Of(Informee informee, Severity severity, PersonKind kind, PersonId about)
        => Of(informee.Terms.Message, informee.Terms.Number, Urgent(severity), informee.Holder, kind) with { Subject = about, UnderConsent = true };

    /// <summary>The same by the word of a named person of the holder, who answers for it: no consent carries it.</summary>
    public static View ByDecision(Informee informee, Severity severity, PersonKind kind, PersonId about)
        => Of(informee, severity, kind, about) with { UnderConsent = null, Directed = DirectedFrom.Alert };

    /// <summary>Amber at least: somebody waits to be told.</summary>
    public static Severity Urgent(Severity severity) => severity > Severity.Amber ? Severity.Amber : severity;

    /// <summary>The 16 bytes under which words of a safety plan are filed: the carrying team may hear of the person otherwise too, and reach more than
    /// one.</summary>
    public static byte[] FiledUnder(RelationshipId relationship, PersonId about)
        => SHA256.HashData([.. Encoding.UTF8.GetBytes($"hub.informee-message.v1/{relationship}/"), .. about.ToBytes()])[..16];

    private static View Of(WrittenElement message, string number, Severity severity, AgencyId holder, PersonKind kind) => new(
        Type, severity, holder, kind, null, null, null, null, null, [new ElementChange(ElementAct.Add, message.Id, message.Content)], MoreExists: false,
        TypeCategory: Category.InformeeMessage,
        ShowsAbout: true,
        Number: number);
}
