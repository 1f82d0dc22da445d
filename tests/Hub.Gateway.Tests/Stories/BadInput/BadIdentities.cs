using Hub.People.V1;

namespace Hub.Gateway.Tests.Stories.BadInput;

internal static class BadIdentities
{
    private const string Number = "identity.identifiers[0].value";

    public static IReadOnlyList<Bad> All { get; } =
    [
        Broken("wrong check digit", i => i.Identifiers[0].Value = "9990000019", "INVALID_IDENTIFIER", Number),
        Broken("one digit ten times", i => i.Identifiers[0].Value = "9999999999", "INVALID_IDENTIFIER", Number),
        Broken("letters in the number", i => i.Identifiers[0].Value = "999000001A", "INVALID_IDENTIFIER", Number),
        Broken("nine digits", i => i.Identifiers[0].Value = "999000001", "INVALID_IDENTIFIER", Number),
        Broken("empty number", i => i.Identifiers[0].Value = "", "INVALID_IDENTIFIER", Number),
        Broken("wrong check letter of a pupil", i => i.Identifiers[0] = new Identifier { System = "urn:safeguarding-hub:upn", Value = "B000000000000" }, "INVALID_IDENTIFIER", Number),
        Broken("two numbers of one system", i => i.Identifiers.Add(People.Sam().Identifiers[0]), "INVALID_IDENTIFIER", "identity.identifiers[1].value"),
        Broken("number of no system", i => i.Identifiers[0].System = "", "INVALID_FIELD", "identity.identifiers[0].system"),
        Broken("number of 65 bytes", i => i.Identifiers[0] = new Identifier { System = "urn:example:case", Value = new string('7', 65) }, "TOO_LARGE", Number),
        Broken("17 numbers", i => i.Identifiers.Add(Enumerable.Range(0, 16).Select(n => new Identifier { System = "urn:example:case", Value = $"C-{n}" })), "TOO_LARGE", "identity.identifiers"),
        Broken("birth date and expected date", i => i.ExpectedDate = "2027-01-01", "INVALID_FIELD", "identity.expected_date"),
        Broken("birth date to come", i => i.BirthDate = "2999-01-01", "INVALID_FIELD", "identity.birth_date"),
        Broken("day that never was", i => i.BirthDate = "2019-02-30", "INVALID_FIELD", "identity.birth_date"),
        Broken("date of another country", i => i.BirthDate = "04/03/2019", "INVALID_FIELD", "identity.birth_date"),
        Broken("date before all children", i => i.BirthDate = "0001-01-01", "INVALID_FIELD", "identity.birth_date"),
        Broken("name of 201 bytes", i => i.FamilyName = new string('n', 201), "TOO_LARGE", "identity.family_name"),
        Broken("name of 202 bytes in 101 letters", i => i.GivenNames[0] = new string('é', 101), "TOO_LARGE", "identity.given_names[0]"),
        Broken("11 given names", i => i.GivenNames.Add(Enumerable.Repeat("Alex", 10)), "TOO_LARGE", "identity.given_names"),
        Broken("U+0000 in a name", i => i.FamilyName = "Exam\0ple", "INVALID_FIELD", "identity.family_name"),
        Broken("U+0000 in a number", i => i.Identifiers[0] = new Identifier { System = "urn:example:case", Value = "C\0" }, "INVALID_FIELD", Number),
        new("an adult to be born", s => s.RegisterAdult(r => (r.Identity.BirthDate, r.Identity.ExpectedDate) = ("", "2027-01-01")), "INVALID_FIELD", "identity.expected_date"),
        new("an adult with a wrong check digit", s => s.RegisterAdult(r => r.Identity.Identifiers[0].Value = "9990000019"), "INVALID_IDENTIFIER", Number),
        new("no request id", s => s.RegisterChild(r => r.RequestId = ""), "INVALID_FIELD", "request_id"),
        new("request id of 65 characters", s => s.RegisterChild(r => r.RequestId = new string('r', 65)), "INVALID_FIELD", "request_id"),
        new("request id with a blank", s => s.RegisterChild(r => r.RequestId = "a b"), "INVALID_FIELD", "request_id"),
        new("request id of other letters", s => s.RegisterChild(r => r.RequestId = "é"), "INVALID_FIELD", "request_id"),
        new("no request id, only validating", s => s.RegisterChild(r => (r.RequestId, r.ValidateOnly) = ("", true)), "INVALID_FIELD", "request_id"),
    ];

    private static Bad Broken(string what, Action<Identity> change, string reason, string field)
        => new(what, s => s.RegisterChild(r => change(r.Identity)), reason, field);
}
