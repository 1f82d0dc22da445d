using Hub.Domain.Identity;
using Hub.Domain.Relationships;

namespace Hub.Domain.Tests.Relationships;

public sealed class RecordingARelationship
{
    [Fact]
    public void Is_the_word_of_the_leads_team()
        => Assert.Equal(RelationshipType.Mother, Kin.Record(1).Decide([]).MustCommit<RelationshipRecorded>().Content.Type);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    public void Is_taken_from_the_lead_and_while_nobody_leads_from_an_agency_with_an_open_plan(bool isOfLead, bool isUnled, bool hasOpenPlan)
    {
        var decided = Kin.Record(1).Decide([], new RelationshipStanding(isOfLead, isUnled, hasOpenPlan));
        if (isOfLead || (isUnled && hasOpenPlan))
        {
            decided.MustCommit<RelationshipRecorded>();
        }
        else
        {
            decided.MustRefuse(RefusalReason.NotKnown);
        }
    }

    [Fact]
    public void Refuses_what_cannot_be_taken()
        => (Kin.Record(1) with { Type = 99, LivesWith = Kin.Id(1), ActsFor = Kin.Id(9), Other = Kin.Self, OtherKind = PersonKind.Child, StaffAgency = "harbour", CarryingTeam = "harbour/no-such" })
            .Decide([]).MustRefuse(
                RefusalReason.InvalidField, "relationship.type", "relationship.lives_with_relationship_id", "relationship.acts_for_relationship_id", "relationship.related_person",
                "relationship.staff_practitioner_id", "relationship.carrying_team_id");

    [Fact]
    public void Takes_a_staff_number_that_may_be_nobodys()
        => Assert.NotNull((Kin.Record(1) with { StaffAgency = "nowhere", StaffNumber = "N-1" }).Decide([]).MustCommit<RelationshipRecorded>().Content.Staff);

    [Fact]
    public void Says_something_else_of_one_that_stands_and_never_takes_a_risk_marker_away()
    {
        var known = Kin.All(Kin.Of(RelationshipType.Father) with { IsRisk = true });
        var said = Kin.Record(1, isNew: false).Decide(known).MustCommit<RelationshipRecorded>();
        Assert.True(said.Content.IsRisk);
        Assert.Equal(RelationshipType.Mother, said.Content.Type);
        var after = RelationshipFold.Apply(known, Cast.Happened(said));
        Kin.Record(1, isNew: false).Decide(after).MustChangeNothing();
    }

    [Fact]
    public void Refuses_one_that_the_person_has_not_and_one_that_has_ended()
    {
        Kin.Record(1, isNew: false).Decide([]).MustRefuse(RefusalReason.NotKnown);
        var ended = RelationshipFold.Apply(Kin.All(Kin.Of(RelationshipType.Father)), Cast.Happened(new RelationshipEnded(Kin.Id(1), "")));
        Kin.Record(1, isNew: false).Decide(ended).MustRefuse(RefusalReason.StateConflict, "relationship_id");
        new EndRelationship(Kin.Id(1), "").Decide(ended, Kin.OfLead).MustRefuse(RefusalReason.StateConflict, "relationship_id");
        new EndRelationship(Kin.Id(2), "").Decide(ended, Kin.OfLead).MustRefuse(RefusalReason.NotKnown);
        new EndRelationship(Kin.Id(1), "").Decide(ended, new RelationshipStanding(false, false, true)).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Refuses_a_relationship_past_the_limit_but_not_another_word_about_one()
    {
        var full = Kin.All([.. Enumerable.Repeat(Kin.Of(RelationshipType.Sibling), Relationship.MaxOpen)]);
        Kin.Record(100).Decide(full).MustRefuse(RefusalReason.TooLarge, "relationship");
        Kin.Record(1, isNew: false).Decide(full).MustCommit<RelationshipRecorded>();
    }
}
