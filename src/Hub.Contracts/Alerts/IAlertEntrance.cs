using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Contracts.Alerts;

/// <summary>The way in for alerts and concerns. A stateless worker, key 0; the caller's references in, the caller's references out.</summary>
[GrainInterfaceType("hub.entrance.alerts"), Alias("hub.IAlertEntrance")]
public interface IAlertEntrance : IGrainWithIntegerKey
{
    /// <summary>A named practitioner alerts about a person of the own agency. Refuses as <see cref="Domain.Alerts.RaiseAlert"/>.</summary>
    [Alias("Raise")]
    Task<Answer<AlertReceipt>> Raise(Call call, string person, AlertDraft draft);

    /// <summary>Any registered agency tells of anybody; a practitioner need not be named. Refuses what is malformed and nothing else, and
    /// the answer is the same whoever it is about.</summary>
    [Alias("RaiseConcern")]
    Task<Answer<ConcernReceipt>> RaiseConcern(Call call, ConcernDraft draft);

    /// <summary>What became of an update about a person, by the sender's own references; a practitioner must be named.</summary>
    [Alias("ProgressOfUpdate")]
    Task<Answer<ProgressReport>> ProgressOfUpdate(Call call, string person, string update);

    /// <summary>What became of a concern at its place; a practitioner need not be named. Tells the same whoever it is about.</summary>
    [Alias("ProgressOfConcern")]
    Task<Answer<ProgressReport>> ProgressOfConcern(Call call, string concern);
}

/// <summary>An alert as its sender sent it.</summary>
/// <param name="Type">Number of the alert type.</param>
/// <param name="Severity">Number of the severity.</param>
/// <param name="Plan">The sender's own handle of a plan; empty for none.</param>
/// <param name="Elements">What else is told.</param>
[GenerateSerializer, Immutable, Alias("hub.AlertDraft")]
public sealed record AlertDraft([Id(0)] int Type, [Id(1)] int Severity, [Id(2)] string Plan, [Id(3)] ImmutableArray<ElementDraft> Elements);

/// <summary>Answer to an alert, in the sender's own handles.</summary>
/// <param name="Elements">The element of each entry of the request, in order.</param>
/// <param name="Uncategorised">Those without a category, which only the own agency sees.</param>
/// <param name="Update">The alert itself, to ask what became of it; empty when only validating.</param>
/// <param name="Warned">Entries of the request that tell a protected fact.</param>
[GenerateSerializer, Immutable, Alias("hub.AlertReceipt")]
public sealed record AlertReceipt(
    [Id(0)] ImmutableArray<string> Elements, [Id(1)] ImmutableArray<string> Uncategorised, [Id(2)] string Update, [Id(3)] ImmutableArray<int> Warned = default);

/// <summary>What became of something that was told.</summary>
/// <param name="Overall">One line.</param>
/// <param name="Teams">A line for each team of which the sender may know.</param>
[GenerateSerializer, Immutable, Alias("hub.ProgressReport")]
public sealed record ProgressReport([Id(0)] Progress Overall, [Id(1)] ImmutableArray<TeamProgress> Teams);

/// <summary>The line of one team.</summary>
/// <param name="Team">The team.</param>
/// <param name="Progress">Its line.</param>
[GenerateSerializer, Immutable, Alias("hub.TeamProgress")]
public sealed record TeamProgress([Id(0)] TeamId Team, [Id(1)] Progress Progress);

/// <summary>Answer to a concern: heard.</summary>
/// <param name="Concern">The sender's own reference; empty when only validating.</param>
/// <param name="DutyNumber">Where the place's duty team answers.</param>
[GenerateSerializer, Immutable, Alias("hub.ConcernReceipt")]
public sealed record ConcernReceipt([Id(0)] string Concern, [Id(1)] string DutyNumber);
