using System.Buffers.Binary;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>What became of a delivery, for whoever told of it.</summary>
internal sealed partial class InboxGrain
{
    public async Task<Answer<Progress>> Progress(DeliveryPlace place, Moment recorded)
    {
        try
        {
            var (at, said) = (Position.Of(place), new List<SaidOfDelivery>());
            foreach (var version in await SaidOf(place))
            {
                var found = await Recall<Happened>(version, (_, past) => past is null ? Refusal.Because(RefusalReason.TryAgain) : past.Event);
                if (found.Value is not { } happened)
                {
                    return found.Refusal!;
                }

                var word = ((DeliveryAcknowledged)happened.Content).Word;
                var role = inboxes.Teams.Of(Team)?.Team.Holders.FirstOrDefault(h => h.Practitioner == happened.Practitioner)?.Role;

                // That it was the adoption role would tell of an adoption: whoever told hears of the role in whose place it stands.
                said.Add(new SaidOfDelivery(word, role == Role.AdoptionRole ? Role.LeadSocialWorker : role, happened.At));
            }

            var marks = await Services.Store.ReadMarks(Number, CancellationToken.None);
            return Domain.Inbox.Progress.Of(recorded, marks.Any(m => Reading.From(m).IsReceived(at)), said);
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    /// <summary>Versions of the acknowledgements of a delivery, in order.</summary>
    private async Task<IEnumerable<long>> SaidOf(DeliveryPlace place)
    {
        var key = AcknowledgementKey(place);
        var claims = await Services.Store.FindClaims(ClaimSpace.Said, SaidKey(key, 0), SaidKey(key, long.MaxValue), CancellationToken.None);
        return claims.Select(c => BinaryPrimitives.ReadInt64BigEndian(c.Key.AsSpan(key.Length)));
    }

    /// <summary>The delivery, then the version of the event that says something of it.</summary>
    private static byte[] SaidKey(byte[] delivery, long version)
    {
        var key = new byte[delivery.Length + sizeof(long)];
        delivery.CopyTo(key, 0);
        BinaryPrimitives.WriteInt64BigEndian(key.AsSpan(delivery.Length), version);
        return key;
    }
}
