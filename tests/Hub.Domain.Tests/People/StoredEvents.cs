using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Contacts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Agencies;
using Hub.Domain.Tests.Plans;

namespace Hub.Domain.Tests.People;

public sealed class StoredEvents
{
    private static readonly Gen<KeyFingerprint> Keys = Gen.Int.Select(n => KeyFingerprint.TryParse(Desk.Key(n))!);

    // One generator for each stored name; a name without one fails below.
    internal static readonly Dictionary<string, Gen<IEvent>> Contents = new()
    {
        ["child.registered"] = Moves.Identity.Select(d => (IEvent)Registered(PersonKind.Child, d)),
        ["adult.registered"] = Moves.Identity.Select(d => (IEvent)Registered(PersonKind.Adult, d with { ExpectedDate = "" })),
        ["consent.recorded"] = Committed<ConsentRecorded>(Moves.Grounds),
        ["contact.requested"] = Moves.Text.Select(text => (IEvent)new ContactRequested(new ContactId(7), text)),
        ["plan.started"] = Committed<PlanStarted>(Moves.History),
        ["plan.changed"] = Committed<PlanChanged>(Moves.History),
        ["plan.ended"] = Gen.Select(Gen.Int[4, 6], Gen.Int[2, 900], Moves.Text, Gen.Bool, (state, revision, because, dated)
            => (IEvent)new PlanEnded(new PlanId(7), revision, (PlanState)state, dated ? new DateOnly(2026, 4, 1) : null, because)),
        ["element.adopted"] = Gen.Select(Moves.Text, Gen.Int[2, 900], (text, revision) => (IEvent)new ElementAdopted(
            new PlanId(7), revision, new ElementId(5), new ElementContent(Category.HealthMental, ElementKind.Fact, text),
            new ElementOrigin(Cast.Harbour, new LinkId(7), PersonKind.Adult, new PersonId(0, 1), new ElementId(6), Cast.Now))),
        ["element.kept"] = Gen.Select(Moves.Text, Gen.Int[2, 900], (text, revision)
            => (IEvent)new ElementKept(new PlanId(7), revision, new ElementId(5), Cast.Now, text)),
        ["circle.member-added"] = Committed<MemberAdded>(Moves.Grounds),
        ["circle.member-proposed"] = Committed<MemberProposed>(Moves.Grounds),
        ["circle.member-ended"] = Gen.Select(Committed<MemberEnded>(Moves.Grounds), Moves.Text, (e, text) => (IEvent)((MemberEnded)e with { Because = text })),
        ["link.proposed"] = Committed<LinkProposed>(Moves.Grounds),
        ["link.accepted"] = Committed<LinkAccepted>(Moves.Grounds),
        ["link.declined"] = Gen.Select(Committed<LinkDeclined>(Moves.Grounds), Moves.Text, (e, text) => (IEvent)((LinkDeclined)e with { Because = text })),
        ["link.ended"] = Gen.Select(Gen.Int[0, 9], Moves.Text, (link, text) => (IEvent)new LinkEnded(new LinkId((UInt128)link), text)),
        ["alert.raised"] = Gen.Select(Gen.Enum<AlertType>(), Gen.Enum<Severity>(), Gen.Bool, Moves.Draft.Array[0, 16], (type, severity, planned, drafts)
            => (IEvent?)new RaiseAlert((int)type, (int)severity, planned ? new PlanId(7) : null, [.. drafts.Select((d, i) => Paper.Drafted(i, d))]).Decide(Sector.Hospital).Change)
            .Where(e => e is not null).Select(e => e!),
        ["decision.shared-directed"] = Gen.Select(Moves.Text, Gen.Enum<StatutoryGround>(), Gen.Bool, (text, ground, asked) => (IEvent)new SharedDirected(
            asked ? new AskedItem(TeamId.TryParse("riverside/team")!, 7, 1) : null, asked ? 5 : null, TeamId.TryParse("harbour/team")!, PersonKind.Adult, new PersonId(1, 2),
            new PlanId(7), "plan.changed", Severity.Amber, [new WrittenElement(new ElementId(5), new ElementContent(Category.HealthMental, ElementKind.Fact, text))],
            new Justification(ground, text, text, asked ? LawfulBasis.PublicTask : null, null))),
        ["decision.not-shared"] = Gen.Select(Moves.Text, Gen.Bool, (text, about) => (IEvent)new NotShared(
            null, null, about ? TeamId.TryParse("harbour/team")! : null, about ? new PlanId(7) : null, about ? [new ElementId(5)] : [],
            new NotSharedBecause(text, text, text, new DateOnly(2026, 4, 1)))),
        ["relationship.recorded"] = Gen.Select(Gen.Enum<RelationshipType>(), Gen.Bool, Gen.Bool, (type, said, known) => (IEvent)new RelationshipRecorded(
            new RelationshipId(3), new RelationshipContent(
                type, said, known, said ? new RelationshipId(4) : null, known ? new RelationshipId(5) : null, said, known ? PersonKind.Adult : null, known ? new PersonId(1, 2) : null,
                said ? new StaffMember(Cast.Harbour, Cast.Worker) : null, known ? TeamId.TryParse("harbour/team")! : null))),
        ["words.released"] = Moves.Text.Select(text => (IEvent)new WordsReleased(new RelationshipId(3), TeamId.TryParse("harbour/team")!, new ElementId(5), text, "999 0100")),
        ["relationship.ended"] = Moves.Text.Select(text => (IEvent)new RelationshipEnded(new RelationshipId(3), text)),
        ["informee.agreed"] = Gen.Select(Moves.Text, Gen.Enum<AlertType>().Array[1, 3], Gen.Enum<ConsentGiver>(), (text, triggers, by) => (IEvent)new InformeeAgreed(
            new InformeeTerms(new PlanId(7), new RelationshipId(3), new ElementId(5), [.. triggers], text, "999 0100"), by, text)),
        ["informee.ended"] = Moves.Text.Select(text => (IEvent)new InformeeEnded(new RelationshipId(3), text)),
        ["informee.consent-recorded"] = Gen.Select(Moves.Text, Gen.Enum<ConsentState>(), Gen.Enum<ConsentGiver>(), (text, state, by)
            => (IEvent)new InformeeConsentRecorded(new RelationshipId(3), state, by, text, text)),
        ["restriction.placed"] = Committed<RestrictionPlaced>(Moves.Grounds),
        ["restriction.reviewed"] = Gen.Int[0, 90].Select(days => (IEvent)new RestrictionReviewed(new RestrictionId(7), new DateOnly(2026, 4, 1).AddDays(days))),
        ["restriction.lifted"] = Moves.Text.Select(text => (IEvent)new RestrictionLifted(new RestrictionId(7), text)),
        ["restriction.lift-wished"] = Moves.Text.Select(text => (IEvent)new RestrictionLiftWished(new RestrictionId(7), text)),
        ["crossing.proposed"] = Moves.Draft.Array[1, 9].Select(drafts => (IEvent)new CrossingProposed(
            new CrossingId(9), new PlanId(7), TeamId.TryParse("riverside/adoption")!,
            [.. drafts.Select((d, i) => new WrittenElement(new ElementId((UInt128)i), new ElementContent(Category.HealthPhysical, ElementKind.Fact, d.Text)))])),
        ["concern.raised"] = Gen.Select(Moves.Identity, Moves.Text, Gen.Enum<Severity>(), Gen.Bool, (identity, text, severity, found)
            => (IEvent)new ConcernRaised(
                Cast.Riverside, severity, found ? identity.Read(PersonKind.Child, Cast.Now).Record : null, text, [], "999",
                found ? PersonKind.Adult : null, found ? new PersonId(1, 2) : null)),
        ["duty-team.set"] = Gen.Int[0, 99].Select(n => (IEvent)new DutyTeamSet($"riverside/team-{n}")),
        ["agency.admitted"] = Gen.Select(Moves.Text, Gen.Int[1, 15], (name, sector)
            => (IEvent)new AgencyAdmitted(new AgencyProfile(name, (Sector)sector, "999"))),
        ["connection.registered"] = Keys.Select(key => (IEvent)new ConnectionRegistered(key)),
        ["connection.revoked"] = Keys.Select(key => (IEvent)new ConnectionRevoked(key)),
        ["reciprocal-authority.set"] = Gen.Bool.Select(named => (IEvent)new ReciprocalAuthoritySet(named ? Cast.Harbour : null)),
        ["delegation.recorded"] = Gen.Select(Gen.Int[0, 99], Moves.Text, (n, text) => (IEvent)new DelegationRecorded(
            PractitionerId.TryParse(Desk.StaffNumber(n))!, PractitionerId.TryParse(Desk.StaffNumber(n + 1))!, Cast.Now, Cast.Now.Plus(TimeSpan.FromDays(n)), text)),
        ["delegation.ended"] = Gen.Select(Gen.Int[0, 99], Moves.Text, (n, text) => (IEvent)new DelegationEnded(
            PractitionerId.TryParse(Desk.StaffNumber(n))!, PractitionerId.TryParse(Desk.StaffNumber(n + 1))!, text)),
        ["practitioner.registered"] = Gen.Int[0, 9999]
            .Select(n => (IEvent)new PractitionerRegistered(PractitionerId.TryParse(Desk.StaffNumber(n))!)),
    };

    public static TheoryData<string> Names { get; } = [.. All().Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Come_back_as_they_were_written(string name)
    {
        var type = All().Single(t => t.Name == name);
        Contents[name].Sample(content =>
        {
            Assert.Same(type, Of(content));
            var json = JsonSerializer.Serialize(content, type.Json);
            var read = (IEvent)JsonSerializer.Deserialize(json, type.Json)!;
            Assert.Equal(json, JsonSerializer.Serialize(read, type.Json));
            Assert.Same(type, Of(read));
            Assert.DoesNotContain("\":null", json, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Have_names_and_versions_that_nothing_else_takes()
    {
        Assert.Equal(All().Length, All().Select(t => (t.Name, t.Version)).Distinct().Count());
        Assert.All(All(), t => Assert.Equal(1, t.Version));
        Assert.Empty(All().Select(t => t.Name).Intersect(EventType.Reserved));
    }

    [Fact]
    public void Belong_to_one_kind_of_stream()
    {
        Assert.Throws<ArgumentException>(() => PersonEvents.Of(new PractitionerRegistered(Cast.Worker)));
        Assert.Throws<ArgumentException>(() => ConcernEvents.Of(new PractitionerRegistered(Cast.Worker)));
        Assert.Throws<ArgumentException>(() => AgencyEvents.Of(new PlanEnded(new PlanId(1), 2, PlanState.Ended, null, "")));
    }

    [Fact]
    public void Of_the_other_kind_of_stream_leave_a_person_and_an_agency_as_they_are()
    {
        Assert.Equal(Person.Empty, Person.Empty.Apply(Cast.Happened(new PractitionerRegistered(Cast.Worker))));
        Assert.Equal(Concern.Empty, Concern.Empty.Apply(Cast.Happened(new PractitionerRegistered(Cast.Worker))));
        Assert.Equal(Agency.Empty, Agency.Empty.Apply(Cast.Happened(new PlanEnded(new PlanId(1), 2, PlanState.Ended, null, ""))));
    }

    private static EventType[] All() => [.. PersonEvents.All, .. AgencyEvents.All, .. ConcernEvents.All];

    private static EventType Of(IEvent content)
        => PersonEvents.All.Any(t => t.Json.Type == content.GetType()) ? PersonEvents.Of(content)
            : content is ConcernRaised ? ConcernEvents.Of(content)
            : AgencyEvents.Of(content);

    private static PersonRegistered Registered(PersonKind kind, IdentityDraft draft) => new(kind, draft.Read(kind, Cast.Now).Record!);

    // Everything of this kind that a generated history commits, so that contents have the shapes deciders give them.
    private static Gen<IEvent> Committed<T>(Gen<ImmutableArray<Move>> histories)
        where T : IEvent
        => histories.Select(moves => History.Of(moves).Steps.Select(s => s.Happened.Content).OfType<T>().ToArray())
            .Where(all => all.Length > 0)
            .Select(all => (IEvent)all[^1]);
}
