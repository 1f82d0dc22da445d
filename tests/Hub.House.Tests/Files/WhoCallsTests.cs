using System.Text.RegularExpressions;

namespace Hub.House.Tests.Files;

/// <summary>A right is asked for by <c>caller.Holds</c> and what is kept from somebody by <c>caller.IsOneOf</c>, and in no other way: then who acts for
/// another has what both have, and is kept out of what either is kept out of.</summary>
public sealed partial class WhoCallsTests
{
    private static readonly string[] Places = ["src/Hub.Domain/", "src/Hub.Silo/"];

    // The caller's own name, to be written down or handed on; and who is present, whoever calls.
    private static readonly (string File, string Line)[] Accepted =
    [
        ("src/Hub.Domain/Teams/Team.cs", "public bool WasMember("),
        ("src/Hub.Domain/Teams/AssignRole.cs", ": team.Holds(practitioner!, (Role)Role) ? Decided.Nothing"),
        ("src/Hub.Domain/Teams/EndRole.cs", ": team.Holds(practitioner!, role!.Value) ?"),
        ("src/Hub.Domain/Inbox/ContactNews.cs", "new ContactAsked("),
        ("src/Hub.Silo/Register/TeamRegister.cs", "=> OfAgency(agency).Any(t => t.Team.Holds("),
        ("src/Hub.Silo/Register/TeamRegister.cs", "=> [.. OfAgency(agency).Where(t => t.Team.IsMember(practitioner))"),
        ("src/Hub.Silo/People/Askers.cs", "?? (by is null ? null : teams.OfAgency(holder).FirstOrDefault(t => t.Team.IsMember(by)).Id)"),
        ("src/Hub.Silo/People/Dispatch.cs", "new Happened("),
        ("src/Hub.Silo/People/Dispatch.cs", "askers.Of(after(), kind, news.Holder, caller.Practitioner, roles[0])"),
        ("src/Hub.Silo/People/Dispatch.Restrictions.cs", "new Happened("),
        ("src/Hub.Silo/People/Dispatch.SafetyPlans.cs", "askers.Of(after(), kind, informee.Holder, caller.Practitioner, to)"),
        ("src/Hub.Silo/People/PersonGrain.Copies.cs", "caller.Practitioner));"),
        ("src/Hub.Silo/Inbox/InboxGrain.Restricted.cs", "if (!Address.IsRestricted || caller.Practitioner is not { } by"),
        ("src/Hub.Silo/Probing/AskedFor.cs", "var (key, now) = ("),
        ("src/Hub.Silo/Probing/AskedFor.cs", "secret.DerivedId(\"probing\""),
        ("src/Hub.Silo/Journal/Signature.cs", "new(caller.Practitioner, caller.ActingFor)"),
    ];

    [Fact]
    public void Nothing_asks_in_another_way_what_who_calls_may()
        => Repository.Expect(
            Repository.Sources.Where(f => Places.Any(p => f.Path.StartsWith(p, StringComparison.Ordinal)) && !f.Is("Agencies/Caller.cs")).SelectMany(AsksOtherwise),
            "caller.Holds(right) or caller.IsOneOf(kept), so that it counts for whoever somebody acts for too:");

    [Fact]
    public void Each_line_that_is_accepted_is_there()
        => Repository.Expect(
            Accepted.Where(a => !Repository.Sources.Any(f => f.Path == a.File && f.Text.Contains(a.Line, StringComparison.Ordinal))).Select(a => $"{a.File}: {a.Line}"), "take it out of the list:");

    [Theory]
    [InlineData("caller.Practitioner is { } by && team.IsMember(by)")]
    [InlineData("team.IsMember(caller.Practitioner!)")]
    [InlineData("keptOut.Has(caller.Agency, caller.Practitioner!)")]
    [InlineData("h.Practitioner == caller.Practitioner")]
    [InlineData("people.Facts.Team(t)?.Members.Contains(by) == true")]
    [InlineData("teams.Manages(Id, by)")]
    [InlineData("t.Team.Holders.Any(h => h.Practitioner == by)")]
    public void Another_way_is_found(string code) => Assert.NotEmpty(AsksOtherwise(new TextFile("src/Hub.Silo/A.cs", code)));

    [Theory]
    [InlineData("caller.Holds(by => people.Facts.Team(t)?.Members.Contains(by) == true)")]
    [InlineData("caller.Holds(known.Team.IsMember)")]
    [InlineData("caller.IsOneOf(p => Named.IsAmong(new StaffMember(caller.Agency, p), id, all))")]
    [InlineData("caller.Practitioner is null")]
    [InlineData("caller.Practitioner is not null")]
    [InlineData("(agency, now) => command.Decide(agency, caller, by => teams.Manages(Id, by), now)")]
    public void The_one_way_passes(string code) => Assert.Empty(AsksOtherwise(new TextFile("src/Hub.Silo/A.cs", code)));

    private static IEnumerable<string> AsksOtherwise(TextFile file)
        => file.Code
            .Where(line => (Named().IsMatch(line) || (Member().IsMatch(line) && !OneWay().IsMatch(line)))
                && !Accepted.Any(a => a.File == file.Path && line.Contains(a.Line, StringComparison.Ordinal)))
            .Select(line => $"{file.Path}: {line.Trim()}");

    [GeneratedRegex(@"\bcaller\.(Practitioner|ActingFor)\b(?! is (not )?null\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\.(Is|Was)Member\b|\bMembers\.Contains\(|\.Manages\(|\b[tT]eam\.Holds\(|\bHolders\.Any\(h => h\.Practitioner == (?!practitioner\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();

    [GeneratedRegex(@"\bcaller\.(Holds|IsOneOf)\(|\bDecide\(agency, caller, by => ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneWay();
}
