using CsCheck;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Silo.Handles;
using Hub.Silo.Keys;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Hub.Silo.Tests.Handles;

public sealed class HandleTests : IDisposable
{
    private static readonly AgencyId One = AgencyId.TryParse("agency-one")!;
    private static readonly AgencyId Two = AgencyId.TryParse("agency-two")!;
    private readonly HubSecret secret = new(1, new byte[32]);
    private readonly HandleCodec handles;

    public HandleTests() => handles = new HandleCodec(secret);

    public void Dispose() => secret.Dispose();

    [Fact]
    public void Reads_back_for_its_own_agency_and_for_no_other()
        => Gen.Select(Gen.ULong, Gen.ULong).Sample((high, low) =>
        {
            var id = new PersonId(high, low);
            var handle = handles.Person(One, PersonKind.Child, id);
            return handle.Length == 43 && handle == handles.Person(One, PersonKind.Child, id)
                && handles.ReadPerson(One, handle) == (PersonKind.Child, id)
                && handles.ReadPerson(Two, handle) is null
                && handles.Person(Two, PersonKind.Child, id) != handle;
        });

    [Fact]
    public void Is_nothing_else_than_what_it_was_made_for()
    {
        var plan = handles.Plan(One, new PlanId(7));
        Assert.Equal(new PlanId(7), handles.ReadPlan(One, plan));
        Assert.Null(handles.ReadElement(One, plan));
        Assert.Null(handles.ReadPerson(One, plan));
        Assert.Null(handles.ReadAgreement(One, plan));
        var agreement = handles.Agreement(One, new AgreementId(7));
        Assert.Equal(new AgreementId(7), handles.ReadAgreement(One, agreement));
        Assert.Null(handles.ReadAgreement(Two, agreement));
        Assert.Null(handles.ReadPlan(One, agreement));
        var concern = handles.Concern(One, new ConcernId(7));
        Assert.NotEqual(concern, handles.Concern(Two, new ConcernId(7)));
        Assert.Null(handles.ReadPlan(One, concern));
        Assert.Null(handles.ReadPerson(One, concern));
        Assert.Equal(new ElementId(7), handles.ReadElement(One, handles.Element(One, new ElementId(7))));
    }

    [Fact]
    public void Made_up_and_altered_ones_do_not_read()
    {
        var handle = handles.Person(One, PersonKind.Adult, new PersonId(1, 2));
        for (var i = 0; i < handle.Length; i++)
        {
            var altered = handle[..i] + (handle[i] == 'A' ? 'B' : 'A') + handle[(i + 1)..];
            Assert.Null(handles.ReadPerson(One, altered));
        }

        Assert.All(["", "x", new string('A', 43), handle + "A", handle[..42], handle[..42] + "=", " " + handle[1..], new string('é', 43)],
            made => Assert.Null(handles.ReadPerson(One, made)));
    }

    [Fact]
    public void An_etag_names_one_revision_of_one_plan_for_one_agency()
    {
        var (plan, other) = (new PlanId(UInt128.MaxValue), new PlanId(5));
        var etag = handles.Etag(One, plan, 3);
        Assert.Equal(3, handles.ReadEtag(One, plan, etag));
        Assert.Null(handles.ReadEtag(One, other, etag));
        Assert.Null(handles.ReadEtag(Two, plan, etag));
        Assert.NotEqual(etag, handles.Etag(One, plan, 4));
    }

    [Fact]
    public void A_page_token_is_for_one_agency_one_query_and_one_hour()
    {
        var time = new FakeTimeProvider();
        using var tokens = new PageTokens(secret, time);
        var token = tokens.Make(One, "list", 42);
        Assert.Equal(42, tokens.Read(One, "list", token));
        Assert.Equal(0, tokens.Read(One, "list", ""));
        Assert.Equal("", tokens.Make(One, "list", 0));
        Assert.Null(tokens.Read(Two, "list", token));
        Assert.Null(tokens.Read(One, "other", token));
        Assert.Null(tokens.Read(One, "list", "AAAA"));
        Assert.Null(tokens.Read(One, "list", new string('!', 300)));
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(tokens.Read(One, "list", token));
    }
}
