using System.Security.Cryptography;
using Hub.Silo.Keys;

namespace Hub.Silo.Journal;

/// <summary>The hashed bytes of an event: docs/formats/envelope.md.</summary>
internal static class Envelope
{
    private const int Layout = 1;

    public static byte[] Bytes(EventRow e) => new CanonicalBytes()
        .U8(Layout).U16(e.Hub).Str(e.Stream).I64(e.Version).Str(e.Name).U16(e.NameVersion).I64(e.At)
        .Str(e.Agency).Str(e.Practitioner).Str(e.RequestId)
        .Digest(e.RequestDigest).Digest(e.ContentDigest).Digest(e.DecisionsDigest).Digest(e.DeliveriesDigest).Digest(e.PreviousHash)
        .ToArray();

    public static byte[] Hash(EventRow e) => SHA256.HashData(Bytes(e));

    /// <summary>The canonical bytes of views and deliveries; empty when there are none.</summary>
    public static byte[] DeliveryBytes(IReadOnlyList<ViewRow> views, IReadOnlyList<DeliveryRow> deliveries)
    {
        if (views.Count == 0 && deliveries.Count == 0)
        {
            return [];
        }

        var bytes = new CanonicalBytes().I32(views.Count);
        foreach (var view in views)
        {
            bytes.I32(view.Content.Length).Raw(view.Content);
        }

        bytes.I32(deliveries.Count);
        foreach (var d in deliveries)
        {
            bytes.I64(d.Inbox).Raw(d.Subject).I16(d.View).U8(d.Severity)
                .I64(d.EscalateAt).U16(d.Basis.Length).Raw(d.Basis);
        }

        return bytes.ToArray();
    }
}
