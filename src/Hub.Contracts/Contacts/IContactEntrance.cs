using Hub.Contracts.Calls;

namespace Hub.Contracts.Contacts;

/// <summary>The way in for requests for contact. <c>person</c> is the caller's own handle.</summary>
[GrainInterfaceType("hub.entrance.contacts"), Alias("hub.IContactEntrance")]
public interface IContactEntrance : IGrainWithIntegerKey
{
    /// <summary>Asks that somebody rings back. The answer is the same whatever is known or hidden.</summary>
    [Alias("Request")]
    Task<Answer<ContactReceipt>> Request(Call call, string person, string words);
}

/// <summary>What an asker is told, whoever hears of it.</summary>
/// <param name="Contact">The asker's own reference to the request; empty when only validating.</param>
/// <param name="DutyNumber">Where the asker's own place answers at all hours.</param>
[GenerateSerializer, Immutable, Alias("hub.ContactReceipt")]
public sealed record ContactReceipt([Id(0)] string Contact, [Id(1)] string DutyNumber);
