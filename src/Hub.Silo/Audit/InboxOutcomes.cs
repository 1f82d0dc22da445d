using Hub.Domain;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Keys;

namespace Hub.Silo.Audit;

/// <summary>A delivery by the event it tells of, the inbox and the person it is filed under: all that a decision says of it.</summary>
internal readonly record struct DeliveryKey(string Stream, long Version, long Inbox, PersonId Subject);

/// <summary>What the streams of inboxes say became of deliveries.</summary>
internal sealed class InboxOutcomes(IJournalStore store)
{
    private readonly Dictionary<DeliveryKey, DecidedAcknowledgement> taken = [];
    private readonly HashSet<DeliveryKey> recalled = [];
    private readonly HashSet<DeliveryKey> quarantined = [];

    public DecidedAcknowledgement? Taken(DeliveryKey key) => taken.GetValueOrDefault(key);

    public bool IsRecalled(DeliveryKey key) => recalled.Contains(key);

    public bool IsQuarantined(DeliveryKey key) => quarantined.Contains(key);

    /// <summary>Takes in one event of an inbox's stream.</summary>
    public async Task Add(EventRow row, StreamSecret secret, CancellationToken stop)
    {
        if (InboxFold.Read(row.Stream) is not { } address)
        {
            return;
        }

        switch (Read(row, secret))
        {
            case DeliveryAcknowledged { IsFirst: true } said when await Find(address, said.Place, stop) is { } key:
                var signed = Signature.Read(row.Practitioner);
                taken[key] = new DecidedAcknowledgement(
                    DateTimeOffset.UnixEpoch.AddMicroseconds(row.At), signed.By?.Value, StoredWord.Of(said.Word), signed.ActingFor?.Value);
                break;
            case DeliveryDecidedAgain { Recalled: true } again when await Find(address, again.Place, stop) is { } key:
                recalled.Add(key);
                break;
            case DeliveryDoorDecided { To: not null } moved when await Find(address, moved.Place, stop) is { } key:
                recalled.Add(key);
                break;
            case DeliveryQuarantined aside when await Find(address, aside.Place, stop) is { } key:
                quarantined.Add(key);
                break;
        }
    }

    // What is not as its owner wrote it is named by the other reading, and says nothing here.
    private static IEvent? Read(EventRow row, StreamSecret secret)
    {
        try
        {
            return InboxFold.Instance.Read(row, secret).Content;
        }
        catch (BrokenStream)
        {
            return null;
        }
    }

    private async Task<DeliveryKey?> Find(InboxAddress address, DeliveryPlace place, CancellationToken stop)
        => await store.ReadDelivery(address.Number, Position.Of(place), stop) is { } row
            ? new DeliveryKey(row.Stream, row.Version, address.Number, PersonId.FromBytes(row.Delivery.Subject))
            : null;
}
