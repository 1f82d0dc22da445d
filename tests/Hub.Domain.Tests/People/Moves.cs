using System.Collections.Immutable;
using System.Text;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.People;

/// <summary>Generators: mostly moves that are taken, some that are refused.</summary>
internal static class Moves
{
    /// <summary>Any text that may be stored, quotes, controls and characters outside the basic plane included.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(Gen.Int[1, 0x2FF], Gen.Int[0x2000, 0x2FFF], Gen.Int[0xE000, 0x1F9FF])
        .Select(code => new Rune(code).ToString()).Array[0, 8].Select(string.Concat);

    public static Gen<AgencyId> Agency { get; } = Gen.OneOf(Cast.Riverside, Cast.Harbour, Cast.Meadow);

    public static Gen<ElementDraft> Draft { get; } = Gen.Select(
        Gen.Int[0, 21],
        Gen.Frequency((300, Gen.Int[1, 5]), (1, Gen.Int[0, 6])),
        Text,
        (category, kind, text) => new ElementDraft(category, kind, "said: " + text));

    public static Gen<IdentityDraft> Identity { get; } = Gen.Select(
        Gen.OneOf("", "Testerton", "Sampleby"),
        Text.Array[0, 3],
        Gen.OneOf("", "2019-03-04", "2019-03-05"),
        Gen.OneOf("9990000018", "9990000026"),
        Text,
        (family, given, born, number, own) => new IdentityDraft(
            family,
            [.. given],
            born,
            born.Length == 0 ? "2026-08-01" : "",
            [new Identifier(NhsNumber.System, number), new Identifier("urn:fiction:case", "C" + own)]));

    public static Gen<ImmutableArray<Touch>> Touches { get; } = Gen.Select(
        Gen.Frequency((30, ElementAct.Add), (3, ElementAct.Replace), (1, ElementAct.Remove)),
        Gen.Int[0, Touch.Absent],
        Draft,
        (act, element, draft) => new Touch(act, element, draft)).Array[0, 24].Select(ImmutableArray.Create);

    public static Gen<TeamId> Team { get; } = Agency.Select(a => TeamId.TryParse($"{a}/team")!);

    public static Gen<Role> InRole { get; } = Gen.Frequency((2, Gen.Const(Role.LeadSocialWorker)), (3, Gen.OneOf(Role.TeamManager, Role.SchoolNurse)));

    /// <summary>Mostly changes of plans.</summary>
    public static Gen<ImmutableArray<Move>> History { get; } = Of(Gen.Frequency(
        (2, MoveKind.Register), (4, MoveKind.Open), (28, MoveKind.Revise), (4, MoveKind.End), (3, MoveKind.AddMember), (1, MoveKind.EndMember),
        (2, MoveKind.ProposeLink), (2, MoveKind.AnswerLink), (1, MoveKind.EndLink)));

    /// <summary>Mostly changes of who may see.</summary>
    public static Gen<ImmutableArray<Move>> Grounds { get; } = Of(Gen.Frequency(
        (1, MoveKind.Register), (4, MoveKind.Open), (2, MoveKind.Revise), (2, MoveKind.End), (6, MoveKind.AddMember), (4, MoveKind.EndMember),
        (5, MoveKind.ProposeLink), (5, MoveKind.AnswerLink), (3, MoveKind.EndLink), (3, MoveKind.Consent), (2, MoveKind.Restrict), (2, MoveKind.Lift)));

    private static Gen<ImmutableArray<Move>> Of(Gen<MoveKind> kinds) => Gen.Select(
        kinds,
        Gen.Select(Agency, Team, InRole),
        Identity,
        Gen.Int[0, 9],
        Gen.Frequency((18, 0), (1, 1), (1, -1)),
        Gen.Int[3, 7],
        Gen.OneOf("", "2026-03-02", "2026-09-01"),
        Touches,
        (kind, who, identity, plan, etag, number, date, touches) => new Move(kind, who.Item1, identity, plan, etag, number, date, who.Item2, who.Item3, touches))
        .Array[1, 60].Select(ImmutableArray.Create);
}
