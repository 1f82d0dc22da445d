using System.Buffers.Binary;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Unique keys by which something happens to a delivery once: docs/formats/events.md.</summary>
internal static class DeliveryKeys
{
    public static byte[] Of(AskedItem item) => Of(new InboxAddress(item.Team, item.IsRestricted == true).Number, new DeliveryPlace(item.Commit, item.Ordinal));

    /// <summary>Inbox, commit, ordinal.</summary>
    public static byte[] Of(long inbox, DeliveryPlace place)
    {
        var key = new byte[sizeof(long) + Position.Size];
        BinaryPrimitives.WriteInt64BigEndian(key, inbox);
        Position.Of(place).WriteTo(key.AsSpan(sizeof(long)));
        return key;
    }
}
