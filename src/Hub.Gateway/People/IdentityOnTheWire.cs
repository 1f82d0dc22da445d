using Hub.Domain.Identity;
using Hub.Gateway.Calls;
using Wire = Hub.People.V1;

namespace Hub.Gateway.People;

internal static class IdentityOnTheWire
{
    public static IdentityDraft Draft(Wire.Identity? sent)
    {
        // An absent message and an empty one are the same on the wire.
        sent ??= new Wire.Identity();
        return new IdentityDraft(
            sent.FamilyName,
            [.. sent.GivenNames],
            sent.BirthDate,
            sent.ExpectedDate,
            [.. sent.Identifiers.Select(i => new Identifier(i.System, i.Value))]);
    }

    public static Wire.Identity Of(IdentityRecord record) => new()
    {
        FamilyName = record.FamilyName,
        GivenNames = { record.GivenNames },
        BirthDate = WireTime.Date(record.BirthDate),
        ExpectedDate = WireTime.Date(record.ExpectedDate),
        Identifiers = { record.Identifiers.Select(i => new Wire.Identifier { System = i.System, Value = i.Value }) },
    };
}
