using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Relationships;

namespace Hub.Domain.Tests.Restrictions;

public sealed class WhatActingForGives
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("what-acting-for-gives.md");

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_told_by_the_table(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        if (row.Cells.ContainsKey("may"))
        {
            Assert.Equal(row.IsYes("may"), Caller(row).Holds(Staff(row["who has the right"]).Contains));
        }
        else if (row.Cells.ContainsKey("kept from"))
        {
            ImmutableArray<Restriction> placed = [Kept.Of(Kept.Terms(RestrictionGround.StaffConflict) with { People = [.. Staff(row["kept from"]).Select(p => new NamedPractitioner(Cast.Riverside, p))] })];
            var (caller, isKept) = (Caller(row), row.IsYes("is kept out"));
            Assert.Equal(isKept, placed.Shuts(caller, _ => []));

            // The same asked of who stands at a team's machine.
            Assert.Equal(isKept, placed.KeptOut(Cast.Riverside, Acting(row)).Has(Cast.Riverside, caller.Practitioner!));
        }
        else if (row.Cells.ContainsKey("admitted"))
        {
            ImmutableArray<Restriction> placed = [Kept.Of(Kept.Terms(RestrictionGround.HighRisk) with { Admitted = [.. Teams(row["admitted"])] })];
            var there = Staff(row["who is there"]);
            Assert.Equal(row.IsYes("is shut out"), placed.Shuts(Caller(row), by => there.Contains(by) ? Teams(row["admitted"]) : []));
        }
        else if (row.Cells.ContainsKey("shown"))
        {
            var all = Kin.All(Kin.Of(RelationshipType.Other, staff: new StaffMember(Cast.Riverside, Staff(row["about"]).Single())));
            var content = new ElementContent(null, ElementKind.Fact, "made up", new ElementAbout(Subject: true, [Kin.Id(1)], CauseUnknown: false, []));
            Assert.Equal(row.IsYes("shown"), ElementSight.Of(all, Looks(row)).Lets(content));
        }
        else
        {
            Assert.Equal(row.IsYes("may call"), Acting(row).Allows(Cast.Riverside, Staff(row["who calls"]).Single(), Staff(row["acting for"]).Single()));
        }
    }

    private static Caller Caller(DecisionRow row)
    {
        var by = Staff(row["who calls"]).Single();
        return new Caller(Cast.Riverside, by, null, ValidateOnly: false, Staff(row["acting for"]).SingleOrDefault(), Acting(row).Of(Cast.Riverside, by));
    }

    private static Onlooker Looks(DecisionRow row)
    {
        var words = row["who looks"].Split(' ', ',');
        var who = Staff(words.Single(w => w.StartsWith("SW-", StringComparison.Ordinal))).Single();
        return row["who looks"].EndsWith("reading", StringComparison.Ordinal)
            ? Onlooker.Reader(new Caller(Cast.Riverside, who, null, ValidateOnly: false, null, Acting(row).Of(Cast.Riverside, who)))
            : Onlooker.Door(
                Kept.Lead, new TeamFacts(Sector.ChildrensSocialCare, new Ground("team", 1), ImmutableHashSet.Create(who)), leads: false, Acting(row));
    }

    private static Acting Acting(DecisionRow row)
    {
        var (yesterday, tomorrow) = (Cast.Now.Plus(TimeSpan.FromDays(-1)), Cast.Now.Plus(TimeSpan.FromDays(1)));
        var all = Split(row["on record"]).Select(d => d.Split(' ')).Select(words => new Delegation(
            Staff(words[0]).Single(), Staff(words[2]).Single(),
            words is [.., "from", "tomorrow"] ? tomorrow : new Moment(0), words is [.., "until", "yesterday"] ? yesterday : tomorrow.Plus(TimeSpan.FromDays(1)), "Cover.", Cast.Worker));
        return new Acting(ImmutableDictionary<AgencyId, ActingIn>.Empty.Add(Cast.Riverside, new ActingIn(5, 4, [.. all])), Cast.Now);
    }

    private static PractitionerId[] Staff(string cell) => [.. Split(cell).Select(n => PractitionerId.TryParse(n)!)];

    private static TeamId[] Teams(string cell) => [.. Split(cell).Select(t => TeamId.TryParse(t)!)];

    private static string[] Split(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
