using Hub.Domain;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;

namespace Hub.Silo.Journal;

/// <summary>The views and deliveries that leave with one event, as they are put together.</summary>
internal sealed class Leaving
{
    private readonly List<OutwardView> views = [];
    private readonly List<DeliveryRow> deliveries = [];

    public IReadOnlyList<OutwardView> Views => views;

    public IReadOnlyList<DeliveryRow> Deliveries => deliveries;

    /// <summary>The ordinal of a view. Those that show the same are one.</summary>
    public int Ordinal(View view)
    {
        var made = OutwardView.Of(view);
        var ordinal = views.FindIndex(v => v.Json.AsSpan().SequenceEqual(made.Json));
        if (ordinal < 0)
        {
            views.Add(made);
        }

        return ordinal < 0 ? views.Count - 1 : ordinal;
    }

    /// <summary>One delivery per inbox and what it is filed under: a team that stands in for two hears once.</summary>
    public void Deliver(InboxAddress at, byte[] subject, int view, Basis basis, Severity severity, Moment? begins)
    {
        if (!deliveries.Exists(d => d.Inbox == at.Number && d.Subject.AsSpan().SequenceEqual(subject)))
        {
            deliveries.Add(DeliveryRows.Of(at, subject, view, basis, severity, begins));
        }
    }
}
