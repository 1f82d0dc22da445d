using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Plans;

namespace Hub.Domain.Tests.People;

public sealed class AnyHistoryOfAPerson
{
    [Fact]
    public void Counts_each_plans_own_changes_from_1_without_gaps()
        => ForEach(history => Assert.All(history.Person.Plans, plan =>
            Assert.Equal(
                Enumerable.Range(1, plan.Revision),
                history.Steps.Select(s => RevisionOf(s.Happened.Content, plan.Id)).Where(r => r > 0))));

    [Fact]
    public void Leaves_no_plan_with_more_than_64_elements_or_with_one_element_twice()
        => ForEach(history => Assert.All(history.Steps.SelectMany(s => s.After.Plans), plan =>
        {
            Assert.InRange(plan.Elements.Length, 0, 64);
            Assert.Equal(plan.Elements.Length, plan.Elements.Select(e => e.Id).Distinct().Count());
        }));

    [Fact]
    public void Never_changes_a_plan_that_has_ended()
        => ForEach(history => Assert.All(
            history.Steps.SelectMany(s => s.Before.Plans.Where(p => !p.IsOpen).Select(p => (Plan: p, s.After))),
            ended => Assert.Contains(ended.Plan, ended.After.Plans)));

    [Fact]
    public void Touches_no_plan_but_the_one_it_is_about_and_no_plan_of_another_agency()
        => ForEach(history => Assert.All(history.Steps, step =>
        {
            var (before, happened, after) = step;
            var touched = after.Plans.Where(p => !before.Plans.Contains(p)).ToArray();
            Assert.InRange(touched.Length, 0, 1);
            Assert.All(touched, p => Assert.Equal((happened.Agency, happened.At), (p.Agency, p.ChangedAt)));
            Assert.Equal(before.Plans.Select(p => p.Id), after.Plans.Select(p => p.Id).Take(before.Plans.Length));
        }));

    [Fact]
    public void Keeps_one_record_of_each_agency_and_changes_nobody_elses()
        => ForEach(history => Assert.All(history.Steps, step =>
        {
            var (before, happened, after) = step;
            Assert.Equal(after.Records.Length, after.Records.Select(r => r.Agency).Distinct().Count());
            Assert.All(before.Records.Where(r => r.Agency != happened.Agency), r => Assert.Contains(r, after.Records));
            Assert.Equal(before.Records.Select(r => r.Agency), after.Records.Select(r => r.Agency).Take(before.Records.Length));
        }));

    [Fact]
    public void Names_who_wrote_each_element_and_when()
        => ForEach(history => Assert.All(
            history.Person.Plans.SelectMany(p => p.Elements.Select(e => (Plan: p, Element: e))),
            x =>
            {
                Assert.Equal(Cast.Worker, x.Element.Author);
                Assert.Contains(history.Steps, s => s.Happened.At == x.Element.RecordedAt && s.Happened.Agency == x.Plan.Agency);
            }));

    [Fact]
    public void Has_at_most_one_lead_64_members_and_8_proposals_of_an_agency_and_nobody_twice()
        => Moves.Grounds.Sample(moves => Assert.All(History.Of(moves).Steps.Select(s => s.After.Circle), circle =>
        {
            Assert.InRange(circle.Count(m => m.State == MemberState.Active && Circle.Leads(m.Role, PersonKind.Child)), 0, 1);
            Assert.InRange(circle.Count(m => m.State == MemberState.Active), 0, Circle.MaxMembers);
            Assert.All(circle.Where(m => m.State == MemberState.Proposed).GroupBy(m => m.By), g => Assert.InRange(g.Count(), 1, Circle.MaxProposals));
            Assert.Equal(circle.Length, circle.DistinctBy(m => (m.Team, m.Role, m.State, m.State == MemberState.Active ? null : m.By)).Count());
        }));

    [Fact]
    public void Keeps_every_half_of_a_link_once_and_never_opens_one_again()
        => Moves.Grounds.Sample(moves => Assert.All(History.Of(moves).Steps, step =>
        {
            Assert.Equal(step.After.Links.Length, step.After.Links.Select(l => l.Id).Distinct().Count());
            Assert.Equal(step.Before.Links.Select(l => l.Id), step.After.Links.Select(l => l.Id).Take(step.Before.Links.Length));
            Assert.All(step.Before.Links.Where(l => !l.IsOpen), l => Assert.Contains(l, step.After.Links));
        }));

    [Fact]
    public void Gives_the_same_person_from_a_snapshot_and_the_rest_as_from_all_events()
        => Gen.Select(Gen.OneOf(Moves.History, Moves.Grounds), Gen.Int[0, 60]).Sample((moves, at) =>
        {
            var history = History.Of(moves);
            var taken = Math.Min(at, history.Steps.Length);
            var snapshot = Read(Json(taken == 0 ? Person.Empty : history.Steps[taken - 1].After));
            var rest = history.Steps.Skip(taken).Select(s => Stored(s.Happened));
            Assert.Equal(Json(history.Person), Json(rest.Aggregate(snapshot, (person, happened) => person.Apply(happened))));
        });

    [Fact]
    public void Can_be_refused_and_taken()
    {
        // Guards the generator: were all moves refused, everything above would hold for nothing.
        var (events, fullPlans, endedPlans) = (0, 0, 0);
        Moves.History.Sample(moves =>
        {
            var history = History.Of(moves);
            Interlocked.Add(ref events, history.Steps.Length);
            Interlocked.Add(ref fullPlans, history.Person.Plans.Count(p => p.Elements.Length > 55));
            Interlocked.Add(ref endedPlans, history.Person.Plans.Count(p => !p.IsOpen));
        });
        Assert.True(events > 200 && fullPlans > 0 && endedPlans > 0, $"{events} events, {fullPlans} plans nearly full, {endedPlans} ended");
    }

    private static void ForEach(Action<History> holds) => Moves.History.Sample(moves => holds(History.Of(moves)));

    private static int RevisionOf(IEvent content, PlanId plan) => content switch
    {
        PlanStarted e when e.Plan == plan => 1,
        PlanChanged e when e.Plan == plan => e.Revision,
        PlanEnded e when e.Plan == plan => e.Revision,
        _ => 0,
    };

    private static Happened Stored(Happened happened)
    {
        var json = PersonEvents.Of(happened.Content).Json;
        return happened with { Content = (IEvent)JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(happened.Content, json), json)! };
    }

    private static string Json(Person person) => JsonSerializer.Serialize(person, PersonJson.Default.Person);

    private static Person Read(string json) => JsonSerializer.Deserialize(json, PersonJson.Default.Person)!;
}
