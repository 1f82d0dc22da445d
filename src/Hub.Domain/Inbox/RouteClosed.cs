using System.Security.Cryptography;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>What a child's lead hears when somebody is not told by a safety plan because the person does not consent: that this way is closed, and no
/// more. Source: scenario "Relapse, consent withdrawn".</summary>
public static class RouteClosed
{
    /// <summary>Its type.</summary>
    public const string Type = "informee.not-told";

    /// <summary>For a team that is the child's lead, or would be by a link, and is shown what triggers safety plans, with the alert itself. Null for any
    /// other.</summary>
    /// <param name="alert">What the team is shown of the alert.</param>
    /// <param name="roles">Its roles.</param>
    /// <param name="verdict">What it may see.</param>
    public static View? Of(View alert, IReadOnlyList<Recipient> roles, Verdict verdict)
        => alert.Type != Cut.RecordUpdated && verdict.Shows(Category.SafetyPlanTriggers) && roles.FirstOrDefault(Leads) is { } lead
            ? new View(
                Type, Words.Urgent(alert.Severity), alert.Holder, lead.Kind, null, null, null, null, null, [], MoreExists: false,
                TypeCategory: Category.SafetyPlanTriggers,
                Subject: lead.Subject,
                KeptOut: alert.KeptOut,
                Instead: alert.Instead)
            : null;

    /// <summary>The 16 bytes under which it is filed: the team hears of the alert under the same person.</summary>
    public static byte[] FiledUnder(PersonId subject, PersonId about)
        => SHA256.HashData([.. "hub.informee-not-told.v1/"u8, .. subject.ToBytes(), .. about.ToBytes()])[..16];

    private static bool Leads(Recipient recipient) => recipient is { Role: Role.LeadSocialWorker, Kind: PersonKind.Child };
}
