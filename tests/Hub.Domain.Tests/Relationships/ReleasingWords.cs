using Hub.Domain.Agreements;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Relationships;

public sealed class ReleasingWords
{
    private static readonly TeamId Fostering = TeamId.TryParse("harbour/team")!;
    private static readonly ReleaseWords Command = new(Kin.Id(1), new ElementId(5), "He is safe and asks for you.", " 999 0404 ");

    [Fact]
    public void Sends_the_exact_words_and_the_number_to_whoever_carries_them_and_nothing_else()
    {
        var released = Command.Decide(Kin.All(Kin.Of(RelationshipType.FosterCarer, carriedBy: Fostering)), isOfLead: true).MustCommit<WordsReleased>();
        Assert.Equal((Fostering, Command.Words, "999 0404"), (released.Team, released.Words, released.Number));
        var view = Words.Of(released, Cast.Riverside, PersonKind.Child);
        Assert.Equal((Words.Type, "999 0404", Cast.Riverside), (view.Type, view.Number, view.Holder));
        Assert.Equal(released.Content, Assert.Single(view.Elements).Content);
        Assert.Equal(CategorySet.Of(Category.InformeeMessage), view.Told());
        Assert.Null(view.Plan ?? (object?)view.Facts ?? view.Description);
    }

    [Fact]
    public void Is_the_leads_alone_and_for_somebody_whom_a_team_reaches()
    {
        var all = Kin.All(Kin.Of(RelationshipType.FosterCarer, carriedBy: Fostering), Kin.Of(RelationshipType.Mother));
        Command.Decide(all, isOfLead: false).MustRefuse(RefusalReason.NotKnown);
        (Command with { Relationship = Kin.Id(9) }).Decide(all, isOfLead: true).MustRefuse(RefusalReason.NotKnown);
        (Command with { Relationship = Kin.Id(2) }).Decide(all, isOfLead: true).MustRefuse(RefusalReason.StateConflict, "relationship_id");
        Command.Decide([all[0] with { IsEnded = true }], isOfLead: true).MustRefuse(RefusalReason.StateConflict, "relationship_id");
        (Command with { Words = " ", Number = "none" }).Decide(all, isOfLead: true).MustRefuse(RefusalReason.InvalidField, "words", "telephone_number");
    }
}
