using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Contacts;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>Who asks to be rung back.</summary>
/// <param name="By">The practitioner; the agency is the view's holder.</param>
/// <param name="ActingFor">For whom that practitioner acts; absent for nobody.</param>
/// <param name="Words">Why, in the asker's words; may be empty.</param>
public sealed record ContactAsked(
    [property: JsonPropertyName("by")] PractitionerId? By,
    [property: JsonPropertyName("acting_for")] PractitionerId? ActingFor,
    [property: JsonPropertyName("words")] string Words)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ContactAsked);
}

/// <summary>What a broker is told: that somebody asks to be rung back, by whom, and why. It tells nothing that is on record of the person.</summary>
public static class ContactNews
{
    /// <summary>The alert type.</summary>
    public const string Type = "contact.requested";

    /// <summary>How urgent it is.</summary>
    public const Severity Urgency = Severity.Amber;

    /// <summary>The view.</summary>
    /// <param name="requested">What was asked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="kind">Whether it is about a child or an adult.</param>
    /// <param name="about">The person.</param>
    public static View Of(ContactRequested requested, Caller caller, PersonKind kind, PersonId about)
        => new(
            Type, Urgency, caller.Agency, kind, null, null, null, null, null, [], MoreExists: false, Subject: about,
            Contact: new ContactAsked(caller.Practitioner, caller.ActingFor, requested.Words));

    /// <summary>The words, as the leak guard reads them.</summary>
    public static WrittenElement Words(ContactRequested requested)
        => new(new ElementId(requested.Contact.Value), new ElementContent(null, ElementKind.Opinion, requested.Words));

    /// <summary>The 16 bytes under which it is filed, one name for each broker: a team that stands in for another hears as itself all the same.</summary>
    public static byte[] FiledUnder(PersonId about, TeamId broker)
        => SHA256.HashData([.. "hub.contact-requested.v1/"u8, .. about.ToBytes(), .. System.Text.Encoding.UTF8.GetBytes(broker.ToString())])[..16];
}
