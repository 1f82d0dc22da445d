using System.Collections.Concurrent;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Tests.People;

public sealed class AGround
{
    [Fact]
    public void Is_marked_as_narrowed_by_every_event_after_which_somebody_may_see_less()
    {
        var narrowing = new ConcurrentDictionary<Type, int>();
        Moves.Grounds.Sample(moves => Assert.All(History.Of(moves).Steps, step =>
        {
            if (!Sight.Of(step.After).IsSupersetOf(Sight.Of(step.Before)))
            {
                narrowing.AddOrUpdate(step.Happened.Content.GetType(), 1, (_, n) => n + 1);
                Assert.True(PersonGround.IsNarrowedBy(step.Before, step.Happened.Content), $"{step.Happened.Content.GetType().Name} is not marked");
            }
        }), iter: 300);

        // Guards the generator and the marks: each that is marked was seen to narrow.
        Assert.Equal(
            [nameof(ConsentRecorded), nameof(LinkEnded), nameof(MemberEnded), nameof(PlanChanged), nameof(PlanEnded), nameof(RestrictionPlaced)], narrowing.Keys.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Is_kept_and_so_is_everything_else_by_what_a_named_person_decides()
        => Moves.Grounds.Sample(moves =>
        {
            var person = History.Of(moves).Person;
            foreach (var decided in StoredEvents.Contents.Where(c => c.Key.StartsWith("decision.", StringComparison.Ordinal)).Select(c => c.Value.Single()))
            {
                Assert.False(PersonGround.IsRaisedBy(person, decided));
                Assert.Equal(person, person.Apply(Cast.Happened(decided, version: 99)));
            }
        });

    [Fact]
    public void Gets_a_new_version_by_every_event_that_changes_what_somebody_may_see_and_keeps_it_by_others()
        => Moves.Grounds.Sample(moves => Assert.All(History.Of(moves).Steps, step =>
        {
            var moved = !Sight.Ways(step.After).SetEquals(Sight.Ways(step.Before));
            Assert.True(!moved || PersonGround.IsRaisedBy(step.Before, step.Happened.Content), $"{step.Happened.Content.GetType().Name} is not marked");
            Assert.True(!PersonGround.IsNarrowedBy(step.Before, step.Happened.Content) || PersonGround.IsRaisedBy(step.Before, step.Happened.Content));
            Assert.Equal(PersonGround.IsRaisedBy(step.Before, step.Happened.Content) ? step.Happened.Version : step.Before.FactsVersion, step.After.FactsVersion);
        }));
}
