using System.Collections.Immutable;
using Hub.Contracts.Plans;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Contracts.Inbox;

/// <summary>A delivery as its recipient sees it, in the recipient's own references: what is not in it, the recipient may not know.</summary>
/// <param name="Delivery">The recipient's own handle; the same at every repeat.</param>
/// <param name="SubjectKind">Child or adult; null when it is filed under a concern alone or an agreement.</param>
/// <param name="Subject">The person it is filed under; empty for none.</param>
/// <param name="Type">Alert type.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Holder">The agency whose information it is.</param>
/// <param name="HolderDutyNumber">Where a question is answered at all hours.</param>
/// <param name="Link">The link it is about; empty for none.</param>
/// <param name="Plan">The plan it is about; empty for none.</param>
/// <param name="PlanType">Its type, where shown.</param>
/// <param name="PlanState">Where it stands, where shown.</param>
/// <param name="StartsOn">First day, where shown.</param>
/// <param name="EndsOn">Last day, where shown.</param>
/// <param name="From">Who asks for a link.</param>
/// <param name="Asked">Who is asked for a link.</param>
/// <param name="Elements">What was done to elements.</param>
/// <param name="MoreExists">True only where the recipient may be told so.</param>
/// <param name="At">When.</param>
/// <param name="AcknowledgeBy">When it escalates, unless somebody takes it; null for never.</param>
/// <param name="About">The delivery that nobody took in time; empty for none.</param>
/// <param name="For">The member of the team whom it asks, where it asks one.</param>
/// <param name="Concern">The concern it tells of; empty for none.</param>
/// <param name="Identity">Who a concern is about, as its sender told it.</param>
/// <param name="Description">The same in the sender's words; may be empty.</param>
/// <param name="Number">Among those handed over to the subscriber: 1, 2, 3, the same at every repeat.</param>
/// <param name="Agreement">The agreement it tells of; empty for none.</param>
/// <param name="AgreementEndsOn">That agreement's last day.</param>
/// <param name="Asks">What a named person of this team has to decide, where it asks that.</param>
/// <param name="Restriction">The restriction that has to be looked at again; empty for none.</param>
/// <param name="ReviewOn">The last day by which.</param>
/// <param name="Contact">Who asks to be rung back, and why.</param>
[GenerateSerializer, Immutable, Alias("hub.DeliveryShown")]
public sealed record DeliveryShown(
    [Id(0)] string Delivery,
    [Id(1)] PersonKind? SubjectKind,
    [Id(2)] string Subject,
    [Id(3)] string Type,
    [Id(4)] Severity Severity,
    [Id(5)] AgencyId Holder,
    [Id(6)] string HolderDutyNumber,
    [Id(7)] string Link,
    [Id(8)] string Plan,
    [Id(9)] PlanType? PlanType,
    [Id(10)] PlanState? PlanState,
    [Id(11)] DateOnly? StartsOn,
    [Id(12)] DateOnly? EndsOn,
    [Id(13)] TeamId? From,
    [Id(14)] TeamId? Asked,
    [Id(15)] ImmutableArray<ChangeView> Elements,
    [Id(16)] bool MoreExists,
    [Id(17)] Moment At,
    [Id(18)] Moment? AcknowledgeBy,
    [Id(19)] string About,
    [Id(20)] PractitionerId? For,
    [Id(21)] string Concern,
    [Id(22)] IdentityRecord? Identity,
    [Id(23)] string Description,
    [Id(24)] long Number,
    [Id(25)] string Agreement = "",
    [Id(26)] DateOnly? AgreementEndsOn = null,
    [Id(27)] DecisionShown? Asks = null,
    [Id(28)] string Restriction = "",
    [Id(29)] DateOnly? ReviewOn = null,
    [Id(30)] ContactShown? Contact = null)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(DeliveryShown);
}

/// <summary>Who asks to be rung back; the delivery's holder is the asker's agency.</summary>
/// <param name="By">The practitioner who asks.</param>
/// <param name="ActingFor">For whom that practitioner acts; null for nobody.</param>
/// <param name="Words">Why, in the asker's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.ContactShown")]
public sealed record ContactShown([Id(0)] PractitionerId? By, [Id(1)] PractitionerId? ActingFor, [Id(2)] string Words)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ContactShown);
}

/// <summary>What a named person of the holder has to decide.</summary>
/// <param name="Recipient">The team that heard nothing.</param>
/// <param name="Role">In which role it would have heard; null for none.</param>
/// <param name="DutyNumber">Where the recipient's agency answers at all hours.</param>
/// <param name="Because">Why nothing was sent.</param>
/// <param name="Type">The alert type that it would have been told.</param>
[GenerateSerializer, Immutable, Alias("hub.DecisionShown")]
public sealed record DecisionShown([Id(0)] TeamId Recipient, [Id(1)] Role? Role, [Id(2)] string DutyNumber, [Id(3)] Because Because, [Id(4)] string Type);
