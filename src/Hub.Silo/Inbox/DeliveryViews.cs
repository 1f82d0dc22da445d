using System.Security.Cryptography;
using System.Text.Json;
using Hub.Contracts.Inbox;
using Hub.Contracts.Plans;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Silo.Entrance;
using Hub.Silo.Handles;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.Register;

namespace Hub.Silo.Inbox;

/// <summary>Opens stored views, and says them in a recipient's own references.</summary>
internal sealed class DeliveryViews(IJournalStore store, KeyRing keys, RecentViews recent, HandleCodec handles, AgencyRegister agencies, InboxLog log)
{
    /// <summary>The views of these deliveries, in order. Throws <see cref="StoreFault"/>.</summary>
    public async Task<IReadOnlyList<OpenedView>> Open(IReadOnlyList<InboxRow> rows)
    {
        var views = rows.Select(Recent).ToList();
        var others = rows.Where((_, i) => views[i] is null).ToList();
        var stored = new Queue<OpenedView>(others.Count == 0 ? [] : await OpenStored(others));
        return [.. views.Select(v => v ?? stored.Dequeue())];
    }

    private OpenedView? Recent(InboxRow row)
        => recent.Find(row.Stream, row.Version, row.Delivery.View) is not { } view ? null
            : keys.IsDestroyed(row.Stream) ? new OpenedView(ViewState.Erased, null)
            : new OpenedView(ViewState.Open, view);

    private async Task<IReadOnlyList<OpenedView>> OpenStored(List<InboxRow> rows)
    {
        var sealedViews = await store.ReadViewsOf([.. rows.Select(r => (r.Stream, r.Version, r.Delivery.View))], CancellationToken.None);
        var wrapped = await store.ReadKeys([.. rows.Select(r => r.Stream).Distinct(StringComparer.Ordinal)], CancellationToken.None);
        var secrets = wrapped.ToDictionary(k => k.Stream, Open, StringComparer.Ordinal);
        try
        {
            var views = new List<OpenedView>();
            for (var i = 0; i < rows.Count; i++)
            {
                // A stream with an event and no row for its key is not as its owner wrote it.
                var (state, secret) = secrets.GetValueOrDefault(rows[i].Stream, (ViewState.Broken, null));
                views.Add(secret is null ? new OpenedView(state, null)
                    : Read(rows[i], sealedViews[i], secret) is { } view ? new OpenedView(ViewState.Open, view)
                    : new OpenedView(ViewState.Broken, null));
            }

            return views;
        }
        finally
        {
            foreach (var (_, secret) in secrets.Values)
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
            view.SubjectKind is { } kind ? handles.Person(agency, kind, view.Subject ?? PersonId.FromBytes(delivery.Subject)) : "",
            view.Type,
            (Severity)delivery.Severity,
            view.Holder,
            view.Number ?? agencies.ProfileOf(view.Holder)?.DutyNumber ?? "",
            view.Link is { } link ? handles.Link(agency, link) : "",
            view.Plan is { } plan ? handles.Plan(agency, plan) : "",
            view.Facts?.Type,
            view.Facts?.State,
            view.Facts?.StartsOn,
            view.Facts?.EndsOn,
            view.From,
            view.Asked,
            [.. view.Elements.Select(e => Views.Of(handles, agency, e, view.ShowsAbout == true))],
            view.MoreExists,
            new Moment(row.At),
            delivery.EscalateAt == 0 ? null : new Moment(delivery.EscalateAt),
            view.About is { } about ? handles.Delivery(agency, Position.Of(about)) : "",
            view.For,
            view.Concern is { } concern ? handles.Concern(agency, concern) : "",
            view.Identity,
            view.Description ?? "",
            number,
            view.Agreement is { } agreement ? handles.Agreement(agency, agreement) : "",
            view.AgreementEndsOn,
            view.Asks is { } asks
                ? new DecisionShown(asks.Recipient, asks.Role, agencies.ProfileOf(asks.Recipient.Agency)?.DutyNumber ?? "", asks.Because, asks.Type)
                : null,
            view.Restriction is { } restriction ? handles.Restriction(agency, restriction) : "",
            view.ReviewOn,
            view.Contact is { } contact ? new ContactShown(contact.By, contact.ActingFor, contact.Words) : null);
    }

    private static View? Read(InboxRow row, byte[]? blob, StreamSecret secret)
    {
        if (blob is null || secret.Open(RowKind.View, row.Version, row.Delivery.View, blob) is not { } plain)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(plain, OutwardJson.Default.View);
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private (ViewState State, StreamSecret? Secret) Open(StreamKeyRow key)
    {
        try
        {
            return !keys.IsDestroyed(key.Stream) && keys.Open(key) is { } secret ? (ViewState.Open, secret) : (ViewState.Erased, null);
        }
        catch (MasterKeyException e)
        {
            log.Locked(e.Message);
            return (ViewState.Locked, null);
        }
    }
}
