using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Inbox;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Relationships;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Inbox;

public sealed class ByWhichDoor
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("by-which-door.md");
    private static readonly TeamId Team = TeamId.TryParse("riverside/team")!;
    private static readonly string[] Kinship = ["father", "mother", "aunt", "fostered"];

    private static readonly Dictionary<string, WrittenElement> Told = new()
    {
        ["plain"] = Element(1, null),
        ["of-father"] = Element(2, About(1)),
        ["of-mother"] = Element(3, About(2)),
        ["of-both"] = Element(4, About(1, 2)),
        ["alleged"] = Element(5, null, ElementKind.Allegation),
    };

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_told_by_the_table(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var doors = Of(row);
        Assert.Equal((row["machine"], row["apart"]), (Names(doors.Machine), Names(doors.Apart)));
        Assert.Equal(row["kept from"], doors.Apart.IsEmpty ? "" : string.Join(", ", doors.From.People.Select(p => p.Practitioner.Value.ToLowerInvariant()).Order(StringComparer.Ordinal)));
        Assert.Equal(Spelling.Split(row["told"], ',').Except(Spelling.Split(row["machine"], ',')), doors.Hidden.Select(h => Told.Single(t => t.Value.Id == h.Element).Key));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Shows_nothing_to_whom_it_is_kept_from_and_loses_nothing_for_the_others(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var (doors, all, keptOut) = (Of(row), Relationships(row), KeptOut(row).With(Acting(row)));
        foreach (var who in Spelling.Split(row["in the team"], ',').Select(Staff))
        {
            var reader = new Caller(Cast.Riverside, who, null, ValidateOnly: false, null, Acting(row).Of(Cast.Riverside, who));
            var sight = ElementSight.Of(all, Onlooker.Reader(reader));
            Assert.All(doors.Machine, e => Assert.True(keptOut.Has(reader) || sight.Lets(e.Content)));
            Assert.All(doors.Apart, e => Assert.True(doors.From.Has(reader) || sight.Lets(e.Content)));
        }
    }

    [Fact]
    public void Nobody_hears_by_either_what_a_rule_failed_for()
    {
        var failing = new ElementSight([], null, [_ => throw new InvalidOperationException()]);
        var doors = BothDoors.Of([Told["plain"]], [], Domain.Restrictions.KeptOut.Nobody, Domain.Agencies.Acting.Nobody, _ => failing);
        Assert.Empty(doors.Machine);
        Assert.Empty(doors.Apart);
        Assert.Equal(Because.RuleError, Assert.Single(doors.Hidden).Because);
    }

    private static BothDoors Of(DecisionRow row)
    {
        var (all, acting) = (Relationships(row), Acting(row));
        var members = new TeamFacts(Sector.ChildrensSocialCare, new Ground("team", 1), Spelling.Split(row["in the team"], ',').Select(Staff).ToImmutableHashSet());
        return BothDoors.Of(
            [.. Spelling.Split(row["told"], ',').Select(t => Told[t])], all, KeptOut(row).With(acting), acting,
            from => ElementSight.Of(all, Onlooker.Door(Team, members, leads: false, acting).Without(from)));
    }

    private static ImmutableArray<Relationship> Relationships(DecisionRow row)
    {
        var declared = Spelling.Split(row["declared"], ',');
        return Kin.All([.. Kinship.Select((name, i) => Kin.Of(
            (RelationshipType)((int[])[2, 1, 6, 7])[i],
            staff: name != "fostered" && declared.Contains(name) ? new StaffMember(Cast.Riverside, Staff(name)) : null,
            carriedBy: name == "fostered" && declared.Contains(name) ? Team : null))]);
    }

    private static KeptOut KeptOut(DecisionRow row)
        => Domain.Restrictions.KeptOut.Of(Spelling.Split(row["kept out"], ',').Select(p => new NamedPractitioner(Cast.Riverside, Staff(p))));

    // "friend for father".
    private static Acting Acting(DecisionRow row) => row["acting"].Split(" for ") is not [var to, var of] ? Domain.Agencies.Acting.Nobody : new Acting(
        ImmutableDictionary<AgencyId, ActingIn>.Empty.Add(
            Cast.Riverside, new ActingIn(1, 1, [new Delegation(Staff(of), Staff(to), Cast.Now, Cast.Now.Plus(TimeSpan.FromDays(7)), "made up", Cast.Worker)])),
        Cast.Now);

    private static WrittenElement Element(int number, ElementAbout? about, ElementKind kind = ElementKind.Fact)
        => new(new ElementId((UInt128)number), new ElementContent(null, kind, "made up", about));

    private static ElementAbout About(params int[] of) => new(Subject: true, [.. of.Select(Kin.Id)], CauseUnknown: false, []);

    private static PractitionerId Staff(string name) => PractitionerId.TryParse(name.ToUpperInvariant())!;

    private static string Names(IEnumerable<WrittenElement> elements) => string.Join(", ", elements.Select(e => Told.Single(t => t.Value == e).Key));
}
