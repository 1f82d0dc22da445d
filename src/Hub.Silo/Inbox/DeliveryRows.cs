using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Rows by which deliveries leave with an event.</summary>
internal static class DeliveryRows
{
    /// <summary>To a team's inbox at the machine's door.</summary>
    public static DeliveryRow Of(TeamId team, byte[] subject, int view, Basis basis, Severity severity, Moment? begins)
        => Of(new InboxAddress(team, IsRestricted: false), subject, view, basis, severity, begins);

    /// <param name="at">The inbox that it goes to.</param>
    /// <param name="subject">The 16 bytes that it is filed under: a person, or a concern.</param>
    /// <param name="view">The view's ordinal.</param>
    /// <param name="basis">What the verdict rests on.</param>
    /// <param name="severity">How urgent it is.</param>
    /// <param name="begins">When the severity's clock begins; null for no clock.</param>
    public static DeliveryRow Of(InboxAddress at, byte[] subject, int view, Basis basis, Severity severity, Moment? begins) => new()
    {
        Inbox = at.Number,
        Subject = subject,
        View = view,
        Basis = JsonSerializer.SerializeToUtf8Bytes(basis, OutwardJson.Default.Basis),
        Opened = basis,
        Severity = (int)severity,
        EscalateAt = begins is { } now && AcknowledgementClock.Of(severity) is { } span ? now.Plus(span).Microseconds : 0,
    };
}
