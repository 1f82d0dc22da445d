using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain.Consents;

namespace Hub.Contracts.Consents;

/// <summary>The way in for calls about consent; as <see cref="People.IPeopleEntrance"/>. <c>person</c> is the caller's own handle.</summary>
[GrainInterfaceType("hub.entrance.consents"), Alias("hub.IConsentEntrance")]
public interface IConsentEntrance : IGrainWithIntegerKey
{
    /// <summary>Puts on record where consent stands. Refuses as <see cref="RecordConsent"/>.</summary>
    [Alias("Record")]
    Task<Answer<Done>> Record(Call call, string person, RecordConsent command);

    /// <summary>What the caller's agency has on record.</summary>
    [Alias("List")]
    Task<Answer<ConsentList>> List(Call call, string person);
}
