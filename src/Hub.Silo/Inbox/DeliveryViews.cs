using System.Security.Cryptography;
using System.Text.Json;
using Hub.Contracts.Inbox;
using Hub.Contracts.Plans;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Silo.Handles;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.Register;

namespace Hub.Silo.Inbox;

/// <summary>Opens stored views, and says them in a recipient's own references.</summary>
internal sealed class DeliveryViews(IJournalStore store, KeyRing keys, HandleCodec handles, AgencyRegister agencies)
{
    /// <summary>The views of these deliveries, in order; null for one whose person was erased. Throws <see cref="StoreFault"/>, and
    /// <see cref="BrokenStream"/> for one that is not what its owner wrote.</summary>
    public async Task<IReadOnlyList<View?>> Open(IReadOnlyList<InboxRow> rows)
    {
        var sealedViews = await store.ReadViewsOf([.. rows.Select(r => (r.Stream, r.Version, r.Delivery.View))], CancellationToken.None);
        var secrets = new Dictionary<string, StreamSecret?>(StringComparer.Ordinal);
        try
        {
            var views = new List<View?>();
            for (var i = 0; i < rows.Count; i++)
            {
                var row = rows[i];
                if (!secrets.TryGetValue(row.Stream, out var secret))
                {
                    secrets[row.Stream] = secret = await SecretOf(row.Stream);
                }

                views.Add(secret is null ? null : Read(row, sealedViews[i], secret));
            }

            return views;
        }
        finally
        {
            foreach (var secret in secrets.Values)
            {
                secret?.Dispose();
            }
        }
    }

    /// <summary>In the references of the recipient, with its own number.</summary>
    public DeliveryShown Shown(AgencyId agency, InboxRow row, View view, long number)
    {
        var delivery = row.Delivery;
        return new DeliveryShown(
            handles.Delivery(agency, row.Position),
            view.SubjectKind,
            view.SubjectKind is { } kind ? handles.Person(agency, kind, PersonId.FromBytes(delivery.Subject)) : "",
            view.Type,
            (Severity)delivery.Severity,
            view.Holder,
            agencies.ProfileOf(view.Holder)?.DutyNumber ?? "",
            view.Link is { } link ? handles.Link(agency, link) : "",
            view.Plan is { } plan ? handles.Plan(agency, plan) : "",
            view.Facts?.Type,
            view.Facts?.State,
            view.Facts?.StartsOn,
            view.Facts?.EndsOn,
            view.From,
            view.Asked,
            [.. view.Elements.Select(e => new ChangeView(e.Act, handles.Element(agency, e.Element), e.Content))],
            view.MoreExists,
            ToTheSecond(row.At),
            delivery.EscalateAt == 0 ? null : ToTheSecond(delivery.EscalateAt),
            view.About is { } about ? handles.Delivery(agency, Position.Of(about)) : "",
            view.For,
            view.Concern is { } concern ? handles.Concern(agency, concern) : "",
            view.Identity,
            view.Description ?? "",
            number);
    }

    // Finer times could join what two recipients hear of one event.
    private static Moment ToTheSecond(long microseconds) => new(microseconds - (microseconds % 1_000_000));

    private static View Read(InboxRow row, byte[]? blob, StreamSecret secret)
    {
        if (blob is null || secret.Open(RowKind.View, row.Version, row.Delivery.View, blob) is not { } plain)
        {
            throw new BrokenStream(row.Version, "a view does not open");
        }

        var view = JsonSerializer.Deserialize(plain, OutwardJson.Default.View) ?? throw new BrokenStream(row.Version, "a view is null");
        CryptographicOperations.ZeroMemory(plain);
        return view;
    }

    private async Task<StreamSecret?> SecretOf(string stream)
        => !keys.IsDestroyed(stream) && await store.ReadKey(stream, CancellationToken.None) is { } key ? keys.Open(key) : null;
}
