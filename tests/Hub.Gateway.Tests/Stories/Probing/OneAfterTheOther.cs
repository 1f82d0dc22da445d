using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Relationships.V1;
using Hub.Silo;
using Hub.Silo.Probing;

namespace Hub.Gateway.Tests.Stories.Probing;

/// <summary>A practitioner asks for one child after the other, and an import registers them. Operators hear of three, five are most by reference, and
/// seven registrations.</summary>
[Collection(Alarms.Stories)]
public sealed class OneAfterTheOther : IAsyncLifetime
{
    private const string Other = "SW999002";
    private readonly MovedClock clock = new();
    private readonly Alarms alarms = Alarms.Begin();
    private readonly List<string> children = [];
    private RunningHub hub = null!;
    private HubClient importer = null!;
    private HubClient reader = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h =>
        {
            h.Clock = clock;
            h.Options.Silo.Probing = new ProbingOptions { AlarmAt = 3, RefuseAt = 5, RefuseRegistrationsAt = 7 };
            alarms.Listen(h);
        });
        importer = await hub.Agency("council");
        await Restricted.Register(hub, "council", Other);
        reader = hub.Client("council", "council", Other);
        for (var child = 1; child <= 7; child++)
        {
            children.Add(await importer.Register(Child(child)));
        }
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await alarms.DisposeAsync();
    }

    [Fact]
    public async Task Is_heard_of_by_operators_without_a_name_and_then_refused_until_the_hour_has_passed()
    {
        var before = alarms.Count;
        await Read(0, 1);
        Assert.Equal(before, alarms.Count);
        await Read(2, 3, 4);
        Assert.Equal(before + 1, alarms.Count);
        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(() => Read(5)));
        await Read(0, 4);
        var warning = alarms.Warnings[^1];
        Assert.StartsWith("A practitioner of council has asked for 3 people within an hour", warning, StringComparison.Ordinal);
        foreach (var secret in (string[])[Other, "Example", "Sam", People.Number, .. children])
        {
            Assert.DoesNotContain(secret, warning, StringComparison.Ordinal);
        }

        clock.Forward(TimeSpan.FromMinutes(61));
        await AfterATurn.Settle(() => Read(5));
        Assert.Equal(before + 1, alarms.Count);
    }

    [Fact]
    public async Task Does_not_keep_anybody_from_telling()
    {
        await Read(0, 1, 2, 3, 4);
        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(() => Read(5)));
        var told = new RaiseConcernRequest { Person = children[5], Identity = Child(6), Severity = Severity.Red, PlaceAgencyId = "council" };
        for (var i = 0; i < 8; i++)
        {
            told.RequestId = HubRequest.NewId();
            Assert.NotEmpty((await reader.Alerts.RaiseConcernAsync(told)).ConcernId);
        }

        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(() => Read(5)));
    }

    [Fact]
    public async Task Is_what_an_import_may_do_in_order_to_write()
    {
        foreach (var child in children)
        {
            await importer.Plans.OpenPlanAsync(People.Protection(child));
        }

        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(() => importer.Register(Child(8))));
        for (var child = 0; child < 5; child++)
        {
            await importer.Children.GetChildAsync(new GetChildRequest { Child = children[child] });
        }

        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(async () => await importer.Children.GetChildAsync(new GetChildRequest { Child = children[5] })));
        Assert.Equal(1, alarms.Count);
        clock.Forward(TimeSpan.FromMinutes(61));
        await AfterATurn.Settle(() => importer.Register(Child(8)));
    }

    [Fact]
    public async Task Counts_whomever_a_call_names_and_references_that_nobody_made()
    {
        var plan = (await importer.Plans.OpenPlanAsync(People.Protection(children[0]))).PlanId;
        Assert.Equal(HubReasons.InvalidReference, await Restricted.Reason(() => Propose(plan, new string('A', 43))));
        Assert.NotEqual(HubReasons.RateLimited, await Restricted.Reason(() => Propose(plan, children[1])));
        Assert.NotEqual(HubReasons.RateLimited, await Restricted.Reason(() => Relate(children[2])));
        Assert.NotEqual(HubReasons.RateLimited, await Restricted.Reason(() => Relate(children[3])));
        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(() => Propose(plan, children[4])));
        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(() => Relate(children[4])));
        Assert.Equal(HubReasons.RateLimited, await Restricted.Reason(() => Relate("made up")));
    }

    private static Hub.People.V1.Identity Child(int number) => People.Sam(NhsNumbers.From(number * 10));

    private async Task Read(params int[] which)
    {
        foreach (var child in which)
        {
            await reader.Children.GetChildAsync(new GetChildRequest { Child = children[child] });
        }
    }

    private async Task Propose(string plan, string other) => await reader.Links.ProposeLinkAsync(new ProposeLinkRequest
    {
        RequestId = HubRequest.NewId(),
        Person = children[0],
        PlanId = plan,
        TeamId = "council/team",
        OtherPerson = other,
        OtherTeamId = "council/team",
    });

    private async Task Relate(string other) => await reader.Relationships.RecordRelationshipAsync(new RecordRelationshipRequest
    {
        RequestId = HubRequest.NewId(),
        Person = children[0],
        Relationship = new RelationshipContent { Type = RelationshipType.Father, RelatedPerson = other },
    });
}
