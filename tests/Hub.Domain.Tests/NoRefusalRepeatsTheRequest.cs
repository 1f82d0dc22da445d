using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Agencies;
using Hub.Domain.Tests.Agreements;
using Hub.Domain.Tests.Links;
using Hub.Domain.Tests.Plans;
using Hub.Domain.Tests.Teams;

namespace Hub.Domain.Tests;

public sealed class NoRefusalRepeatsTheRequest
{
    private const string Marker = "Zqx7";

    // Each text carries the marker and most are broken in some way: too long, malformed, of another shape.
    private static readonly Gen<string> Marked = Gen.Select(
        Gen.OneOf("", "2026-", "999 000 00", "\0", "\uD83D", " "),
        Gen.OneOf("", "\0", "\uDC69", " é", "-01", new string('a', 300), new string('測', 5000)),
        (before, after) => before + Marker + after);

    private static readonly Gen<int> Numbers = Gen.OneOf(Gen.Int[-1, 7], Gen.Const(7_777_777));

    private static readonly Gen<Identifier[]> Identifiers = Gen.Select(
        Gen.OneOf(Gen.Const(NhsNumber.System), Gen.Const(PupilNumber.System), Marked),
        Marked,
        (system, value) => new Identifier(system, value)).Array[0, 18];

    [Fact]
    public void When_it_is_about_an_identity()
        => Gen.Select(Marked, Marked.Array[0, 12], Marked, Marked, Identifiers).Sample((family, given, birth, expected, identifiers) => Demand(
            new IdentityDraft(family, [.. given], birth, expected, [.. identifiers]).Read(PersonKind.Child, Cast.Now).Refusal));

    [Fact]
    public void When_it_is_about_a_new_plan()
        => Gen.Select(Numbers, Marked, Marked, Drafts()).Sample((type, starts, ends, drafts) => Demand(
            new OpenPlan(Paper.Id, type, starts, ends, [.. drafts.Select((d, i) => Paper.Drafted(i, d))]).Decide().Refusal));

    [Fact]
    public void When_it_is_about_a_change_of_a_plan()
        => Gen.Select(Gen.OneOf(1, 1, 1, 7_777_777), Drafts(), Gen.Int[0, 4], Gen.OneOf(1, 2, 7_777_777)).Sample((etag, drafts, act, element) =>
        {
            var operations = drafts.Select(d => new ElementOperation((ElementAct)act, Paper.Element(element), d));
            var decided = new RevisePlan(Paper.Id, etag, [.. operations]).Decide(Paper.Active(2), Cast.CallerOf(Cast.Riverside));
            Demand(decided.Refusal, mayBeTaken: true);
        });

    [Fact]
    public void When_it_is_about_the_end_of_a_plan()
        => Gen.Select(Numbers, Marked, Marked).Sample((state, ends, because) => Demand(
            new EndPlan(Paper.Id, 1, state, ends, because).Decide(Paper.Active(2), Cast.CallerOf(Cast.Riverside)).Refusal));

    [Fact]
    public void When_it_is_about_a_circle()
        => Gen.Select(Marked, Numbers, Marked).Sample((team, role, because) =>
        {
            Demand(new AddMember(team, role).Decide(PersonKind.Child, [], Cast.CallerOf(Cast.Riverside), new CircleStanding(null, IsOfLead: true, HasOpenPlan: true)).Refusal);
            Demand(new EndMember(team, role, because).Decide([], Cast.CallerOf(Cast.Riverside), isOfLead: true).Refusal);
        });

    [Fact]
    public void When_it_is_about_a_link()
        => Gen.Select(Marked, Marked).Sample((team, text) =>
        {
            Demand((Tie.Propose with { Team = team, OtherTeam = text }).By(Cast.Harbour).Refusal);
            Demand((Tie.Decline with { Because = text }).To(Tie.Proposed).Refusal, mayBeTaken: true);
            Demand(new EndLink(Tie.Id, text).Decide([Tie.Proposed], Cast.CallerOf(Cast.Harbour)).Refusal, mayBeTaken: true);
        });

    [Fact]
    public void When_it_is_about_an_agency()
        => Gen.Select(Marked, Numbers, Marked).Sample((text, sector, number) =>
        {
            Demand(new AdmitAgency(text, sector, number).Decide(Agency.Empty).Refusal);
            Demand(new RegisterConnection(text).Decide(Desk.Admitted).Refusal);
            Demand(new RevokeConnection(text).Decide(Desk.Admitted).Refusal);
            Demand(new RegisterPractitioner(text).Decide(Desk.Admitted).Refusal);
        });

    [Fact]
    public void When_it_is_about_a_team()
        => Gen.Select(Marked, Gen.OneOf(-1, 0, 7_777_777), Marked).Sample((text, role, because) =>
        {
            Demand(new OpenTeam(text, text).Decide(Team.Empty, Desk.Admitted.Profile).Refusal);
            Demand(new AssignRole(text, role).Decide(Rota.Opened).Refusal);
            Demand(new EndRole(text, role, because).Decide(Rota.Opened).Refusal);
        });

    [Fact]
    public void When_it_is_about_an_agreement()
        => Gen.Select(Marked, Numbers.Array[0, 70], Marked, Marked).Sample((partner, numbers, starts, because) =>
        {
            Demand(new ProposeAgreement(Treaty.Id, partner, [.. numbers], [.. numbers], [], starts, because).Decide().Refusal);
            Demand(new EndAgreement(Treaty.Id, because).Decide(Treaty.Signed, Cast.Harbour).Refusal, mayBeTaken: true);
            Demand(new SuspendAgreement(Treaty.Id, because).Decide(Treaty.Signed, Cast.Harbour).Refusal, mayBeTaken: true);
            Demand(new WithdrawFromFramework(Treaty.Id, because).Decide(Treaty.Joined, Cast.Harbour).Refusal, mayBeTaken: true);
            Demand(new ProposeFramework(Treaty.Id, partner, because, [.. numbers], [.. numbers], [.. numbers], starts, because).Decide(AgreementFile.Empty, Cast.Now).Refusal);
        });

    [Fact]
    public void When_it_is_about_an_alert()
        => Gen.Select(Gen.OneOf(-1, 0, 7_777_777), Numbers, Drafts()).Sample((type, severity, drafts) => Demand(
            new RaiseAlert(type, severity, null, [.. drafts.Select((d, i) => Paper.Drafted(i, d))]).Decide(Sector.Police).Refusal));

    [Fact]
    public void When_it_is_about_a_concern()
        => Gen.Select(Marked, Gen.Select(Marked, Marked, Identifiers), Marked, Numbers, Drafts()).Sample((person, who, words, severity, drafts) => Demand(
            new ConcernDraft(person, new IdentityDraft(who.Item1, [], who.Item2, "", [.. who.Item3]), words, severity, [.. drafts], words)
                .Read(Paper.Element, _ => true, Cast.Now).Refusal));

    private static Gen<ElementDraft[]> Drafts()
        => Gen.Select(Numbers, Numbers, Marked, (category, kind, text) => new ElementDraft(category, kind, text)).Array[0, 5];

    private static void Demand(Refusal? refusal, bool mayBeTaken = false)
    {
        Assert.True(mayBeTaken || refusal is not null, "the generator made something that is taken");
        Assert.All(refusal?.Violations ?? [], v =>
        {
            Assert.DoesNotContain(Marker, v.Field + v.Rule, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("7777777", (v.Field + v.Rule).Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.All(v.Field + v.Rule, c => Assert.True(char.IsAscii(c) && !char.IsControl(c)));
        });
    }
}
