using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Hub.Domain;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Contacts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;
using Hub.Silo.Keys;

namespace Hub.Silo.Handles;

/// <summary>What a handle refers to. Part of its bytes.</summary>
internal enum HandleKind
{
    Child = 1,
    Adult = 2,
    Plan = 3,
    Element = 4,
    Etag = 5,
    Delivery = 6,
    Agreement = 7,
    Link = 8,
    Concern = 9,
    Update = 10,
    Relationship = 12,
    Restriction = 11,
    Crossing = 15,
    Contact = 16,
}

/// <summary>Makes and reads the references that leave the hub: docs/formats/handles.md. One per agency and thing, unlinkable between
/// agencies; one that this hub did not make for the agency does not read.</summary>
internal sealed class HandleCodec(HubSecret secret)
{
    private const int Length = 32;
    private const int Signed = 18;

    // Those that come again and again: not what is made once, as deliveries and etags are.
    private readonly Remembered<(AgencyId Agency, HandleKind Kind, UInt128 Value), string> made = new(32_768);

    public string Person(AgencyId agency, PersonKind kind, PersonId person)
    {
        Span<byte> id = stackalloc byte[16];
        person.WriteTo(id);
        return Make(agency, kind == PersonKind.Child ? HandleKind.Child : HandleKind.Adult, id);
    }

    public string Plan(AgencyId agency, PlanId plan) => Make(agency, HandleKind.Plan, plan.Value);

    public string Element(AgencyId agency, ElementId element) => Make(agency, HandleKind.Element, element.Value);

    public string Link(AgencyId agency, LinkId link) => Make(agency, HandleKind.Link, link.Value);

    public string Concern(AgencyId agency, ConcernId concern) => Make(agency, HandleKind.Concern, concern.Value);

    public string Relationship(AgencyId agency, RelationshipId relationship) => Make(agency, HandleKind.Relationship, relationship.Value);

    public string Agreement(AgencyId agency, AgreementId agreement) => Make(agency, HandleKind.Agreement, agreement.Value);

    public string Restriction(AgencyId agency, RestrictionId restriction) => Make(agency, HandleKind.Restriction, restriction.Value);

    public string Crossing(AgencyId agency, CrossingId crossing) => Make(agency, HandleKind.Crossing, crossing.Value);

    public string Contact(AgencyId agency, ContactId contact) => Make(agency, HandleKind.Contact, contact.Value);

    public string Etag(AgencyId agency, PlanId plan, int revision)
        => Make(agency, HandleKind.Etag, new UInt128((ulong)(plan.Value >> 64), (ulong)revision));

    public (PersonKind Kind, PersonId Id)? ReadPerson(AgencyId agency, string text)
    {
        Span<byte> id = stackalloc byte[16];
        return Read(agency, text, id) switch
        {
            HandleKind.Child => (PersonKind.Child, PersonId.FromBytes(id)),
            HandleKind.Adult => (PersonKind.Adult, PersonId.FromBytes(id)),
            _ => null,
        };
    }

    public PlanId? ReadPlan(AgencyId agency, string text) => Read(agency, HandleKind.Plan, text) is { } id ? new PlanId(id) : null;

    public ElementId? ReadElement(AgencyId agency, string text) => Read(agency, HandleKind.Element, text) is { } id ? new ElementId(id) : null;

    public string Delivery(AgencyId agency, Position at)
        => Make(agency, HandleKind.Delivery, new UInt128((ulong)at.Commit, (ulong)(uint)at.Ordinal));

    public DeliveryPlace? ReadDelivery(AgencyId agency, string text)
        => Read(agency, HandleKind.Delivery, text) is { } id ? new DeliveryPlace((long)(ulong)(id >> 64), (int)(uint)id) : null;

    public LinkId? ReadLink(AgencyId agency, string text) => Read(agency, HandleKind.Link, text) is { } id ? new LinkId(id) : null;

    public ConcernId? ReadConcern(AgencyId agency, string text) => Read(agency, HandleKind.Concern, text) is { } id ? new ConcernId(id) : null;

    public RelationshipId? ReadRelationship(AgencyId agency, string text)
        => Read(agency, HandleKind.Relationship, text) is { } id ? new RelationshipId(id) : null;

    public RestrictionId? ReadRestriction(AgencyId agency, string text)
        => Read(agency, HandleKind.Restriction, text) is { } id ? new RestrictionId(id) : null;

    public CrossingId? ReadCrossing(AgencyId agency, string text) => Read(agency, HandleKind.Crossing, text) is { } id ? new CrossingId(id) : null;

    public AgreementId? ReadAgreement(AgencyId agency, string text)
        => Read(agency, HandleKind.Agreement, text) is { } id ? new AgreementId(id) : null;

    /// <summary>The revision, or null when this is no etag of this plan for this agency.</summary>
    public int? ReadEtag(AgencyId agency, PlanId plan, string text)
        => Read(agency, HandleKind.Etag, text) is { } id && id >> 64 == plan.Value >> 64 && (ulong)id <= int.MaxValue ? (int)(ulong)id : null;

    /// <summary>An event on a person's stream, by its version.</summary>
    public string Update(AgencyId agency, PersonId person, long version)
        => Make(agency, HandleKind.Update, new UInt128(LowerHalf(person), (ulong)version));

    /// <summary>The version, or null when this is no update of this person for this agency.</summary>
    public long? ReadUpdate(AgencyId agency, PersonId person, string text)
        => Read(agency, HandleKind.Update, text) is { } id && id >> 64 == LowerHalf(person) && (ulong)id <= long.MaxValue ? (long)(ulong)id : null;

    private static ulong LowerHalf(PersonId person)
    {
        Span<byte> id = stackalloc byte[16];
        person.WriteTo(id);
        return BinaryPrimitives.ReadUInt64BigEndian(id[8..]);
    }

    private string Make(AgencyId agency, HandleKind kind, ReadOnlySpan<byte> id) => Make(agency, kind, BinaryPrimitives.ReadUInt128BigEndian(id));

    private string Make(AgencyId agency, HandleKind kind, UInt128 value)
    {
        if (kind is HandleKind.Delivery or HandleKind.Etag or HandleKind.Update)
        {
            return MakeAnew(agency, kind, value);
        }

        if (!made.TryGet((agency, kind, value), out var handle))
        {
            handle = MakeAnew(agency, kind, value);
            made.Add((agency, kind, value), handle);
        }

        return handle;
    }

    private string MakeAnew(AgencyId agency, HandleKind kind, UInt128 value)
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(id, value);
        Span<byte> handle = stackalloc byte[Length];
        (handle[0], handle[1]) = (HubSecret.KeyId, (byte)kind);
        var keys = secret.KeysOf(agency);
        keys.Encrypt(id, handle[2..Signed]);
        Span<byte> mac = stackalloc byte[32];
        keys.Mac(handle[..Signed], mac);
        mac[..(Length - Signed)].CopyTo(handle[Signed..]);
        return Base64Url.EncodeToString(handle);
    }

    private UInt128? Read(AgencyId agency, HandleKind kind, string text)
    {
        Span<byte> id = stackalloc byte[16];
        return Read(agency, text, id) == kind ? BinaryPrimitives.ReadUInt128BigEndian(id) : null;
    }

    private HandleKind? Read(AgencyId agency, string text, Span<byte> id)
    {
        Span<byte> handle = stackalloc byte[Length];
        if (text.Length != 43 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, handle, out var length) || length != Length
            || handle[0] != HubSecret.KeyId || Base64Url.EncodeToString(handle) != text)
        {
            return null;
        }

        var keys = secret.KeysOf(agency);
        Span<byte> mac = stackalloc byte[32];
        keys.Mac(handle[..Signed], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac[..(Length - Signed)], handle[Signed..]))
        {
            return null;
        }

        keys.Decrypt(handle[2..Signed], id);
        return (HandleKind)handle[1];
    }
}
