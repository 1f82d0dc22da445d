using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

/// <summary>Identities as callers send them, before anything is checked.</summary>
internal static class Drafts
{
    public const string Number = "9990000018";
    public const string OtherNumber = "9990000026";
    public const string OwnSystem = "urn:fiction:case";

    public static IdentityDraft Complete { get; }
        = new("Testerton", ["Robin", "Example"], "2019-03-04", "", [new Identifier(NhsNumber.System, Number), new Identifier(OwnSystem, "C-1")]);

    public static IdentityDraft Blank { get; } = new("", [], "", "", []);

    public static IdentityDraft Unborn { get; } = Blank with { ExpectedDate = "2026-08-01" };

    public static Identifier Nhs(string value) => new(NhsNumber.System, value);

    public static Identifier Upn(string value) => new(PupilNumber.System, value);

    public static Identifier Own(string value) => new(OwnSystem, value);

    public static (IdentityRecord? Record, Refusal? Refusal) Read(this IdentityDraft draft, PersonKind kind = PersonKind.Child)
        => draft.Read(kind, Cast.Now);

    public static IdentityRecord Record(this IdentityDraft draft)
    {
        var (record, refusal) = draft.Read();
        Assert.Null(refusal);
        return record!;
    }
}
