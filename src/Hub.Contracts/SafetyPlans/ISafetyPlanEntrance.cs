using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Alerts;
using Hub.Domain.SafetyPlans;

namespace Hub.Contracts.SafetyPlans;

/// <summary>The way in for calls about safety plans; as <see cref="IPeopleEntrance"/>. <c>person</c> and <c>relationship</c> are the caller's own
/// handles.</summary>
[GrainInterfaceType("hub.entrance.safety-plans"), Alias("hub.ISafetyPlanEntrance")]
public interface ISafetyPlanEntrance : IGrainWithIntegerKey
{
    /// <summary>Agrees who is told, in which words. Refuses as <see cref="AgreeInformee"/>.</summary>
    [Alias("Agree")]
    Task<Answer<Done>> Agree(Call call, string person, InformeeDraft draft);

    /// <summary>Says that somebody is told no more. Refuses as <see cref="EndInformee"/>.</summary>
    [Alias("End")]
    Task<Answer<Done>> End(Call call, string person, string relationship, string because);

    /// <summary>Puts consent on record. Refuses as <see cref="RecordInformeeConsent"/>.</summary>
    [Alias("RecordConsent")]
    Task<Answer<Done>> RecordConsent(Call call, string person, InformeeConsentDraft draft);

    /// <summary>What the caller's agency has agreed.</summary>
    [Alias("List")]
    Task<Answer<InformeeList>> List(Call call, string person);
}

/// <summary>What is agreed, as sent.</summary>
/// <param name="Plan">The caller's own handle.</param>
/// <param name="Relationship">The caller's own handle.</param>
/// <param name="Triggers">Numbers of alert types.</param>
/// <param name="Words">As they are to be said.</param>
/// <param name="Number">A telephone number.</param>
/// <param name="By">Number of whose consent it is.</param>
/// <param name="Explained">What was explained.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeeDraft")]
public sealed record InformeeDraft(
    [Id(0)] string Plan, [Id(1)] string Relationship, [Id(2)] ImmutableArray<int> Triggers, [Id(3)] string Words, [Id(4)] string Number, [Id(5)] int By, [Id(6)] string Explained)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeDraft);
}

/// <summary>Consent, as sent.</summary>
/// <param name="Relationship">The caller's own handle.</param>
/// <param name="State">Number of the state.</param>
/// <param name="By">Number of whose word it is.</param>
/// <param name="Explained">What was explained.</param>
/// <param name="Because">In the practitioner's words.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeeConsentDraft")]
public sealed record InformeeConsentDraft([Id(0)] string Relationship, [Id(1)] int State, [Id(2)] int By, [Id(3)] string Explained, [Id(4)] string Because)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeConsentDraft);
}

/// <summary>An informee in the caller's own references.</summary>
/// <param name="Relationship">Who is told.</param>
/// <param name="Plan">By which plan.</param>
/// <param name="Triggers">Upon which alerts.</param>
/// <param name="Words">As they are to be said.</param>
/// <param name="Number">The telephone number.</param>
/// <param name="AgreedAt">When it was agreed.</param>
/// <param name="Consent">The person's consent.</param>
/// <param name="AskAgainAt">From when on it has to be asked for again; null when it does not end by itself.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeeView")]
public sealed record InformeeView(
    [Id(0)] string Relationship,
    [Id(1)] string Plan,
    [Id(2)] ImmutableArray<AlertType> Triggers,
    [Id(3)] string Words,
    [Id(4)] string Number,
    [Id(5)] Moment AgreedAt,
    [Id(6)] InformeeConsent Consent,
    [Id(7)] Moment? AskAgainAt)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeView);
}

/// <summary>What one agency has agreed.</summary>
/// <param name="Informees">In order of agreeing.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeeList")]
public sealed record InformeeList([Id(0)] ImmutableArray<InformeeView> Informees);
