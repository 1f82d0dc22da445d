using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Restrictions;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.People;

public sealed class WhatWordsWouldTell
{
    private static readonly AgencyId Refuge = Cast.Harbour;
    private static readonly AgencyId School = Cast.Meadow;
    private static readonly Book Strangers = Book.Empty.With(Cast.Riverside, Sector.ChildrensSocialCare).With(Refuge, Sector.Housing).With(School, Sector.Education);
    private static readonly Person Child = Person.Empty
        .Apply(Cast.Happened(new PlanStarted(new PlanId(1), PlanType.EarlyHelp, null, null, [Element(1, "12 Mill Lane, ZZ99 3VZ", Category.AddressAndLocation)]), Refuge))
        .Apply(Cast.Happened(new PlanStarted(new PlanId(2), PlanType.ChildProtection, null, null, [Element(2, "Seen near ZZ99")]), Cast.Riverside, 2))
        .Apply(Cast.Happened(new MemberAdded(Book.TeamOf(Cast.Riverside), Role.LeadSocialWorker), Cast.Riverside, 3));

    [Fact]
    public void Is_nothing_where_nothing_is_protected()
    {
        var alone = Person.Empty.Apply(Cast.Happened(new PlanStarted(new PlanId(2), PlanType.ChildProtection, null, null, [Element(2, "Seen at ZZ99 3VZ")]), Cast.Riverside));
        Assert.Same(PersonLeaks.None, Leaks(alone, Changed(Element(3, "Seen at ZZ99 3VZ")), Strangers));
    }

    [Fact]
    public void Is_cut_for_others_where_the_author_may_not_know_it_and_put_to_the_author_where_she_may()
    {
        var change = Changed(Element(3, "Seen at ZZ99 3VZ"), Element(4, "Well."));
        var unknown = Leaks(Child, change, Strangers);
        Assert.Empty(unknown.Known);
        Assert.Equal([new ElementId(3)], Assert.Single(unknown.Unknown).Telling.AsEnumerable());
        Assert.Equal(Refuge, unknown.Unknown[0].Fact.Holder);
        Assert.Empty(Warnings(change, Strangers));

        var agreed = Strangers.With(Agreement(Refuge, Cast.Riverside, Category.AddressAndLocation));
        Assert.Empty(Leaks(Child, change, agreed).Unknown);
        Assert.Equal([0], Warnings(change, agreed).AsEnumerable());
    }

    [Fact]
    public void Is_cut_for_whoever_may_not_know_it_and_for_nobody_else()
    {
        var leaks = Leaks(Child, Changed(Element(3, "Seen at ZZ99 3VZ")), Strangers);
        Assert.Equal([new ElementId(3)], leaks.AtRisk(Child, Cast.Riverside, [To(School, Role.DesignatedSafeguardingLead)], Strangers, Cast.Now));
        Assert.Empty(leaks.AtRisk(Child, Cast.Riverside, [To(Refuge, Role.HousingOfficer)], Strangers, Cast.Now));
        Assert.Empty(leaks.AtRisk(Child, Cast.Riverside, [To(Cast.Riverside, Role.TeamManager)], Strangers, Cast.Now));
        var agreed = Strangers.With(Agreement(Refuge, School, Category.AddressAndLocation));
        Assert.Equal([new ElementId(3)], leaks.AtRisk(Child, Cast.Riverside, [To(School, Role.DesignatedSafeguardingLead)], agreed, Cast.Now));
        Assert.Empty(leaks.AtRisk(Child, Cast.Riverside, [To(School, Role.DesignatedSafeguardingLead), To(School, Role.TeamManager)], agreed, Cast.Now));
    }

    [Theory]
    [InlineData(ConsentState.Given, 0)]
    [InlineData(ConsentState.Refused, 1)]
    [InlineData(ConsentState.Withdrawn, 1)]
    public void Is_cut_for_whom_its_holder_may_not_tell_without_consent(ConsentState state, int cut)
    {
        var charity = Cast.Agency("lantern");
        var agreed = Strangers.With(charity, Sector.Voluntary).With(Agreement(Refuge, charity, Category.AddressAndLocation));
        var child = Child with { Consents = [new Consent(Refuge, charity, state, ConsentGiver.CompetentChild, Cast.Now, "", "")] };
        Assert.Equal(cut, Leaks(child, Changed(Element(3, "Seen at ZZ99 3VZ")), agreed).AtRisk(child, Cast.Riverside, [To(charity, Role.TeamManager)], agreed, Cast.Now).Count);
    }

    [Fact]
    public void Is_found_where_words_complete_what_stood_there_already_and_only_of_the_new_words()
        => Assert.Equal([new ElementId(3)], Assert.Single(Leaks(Child, Changed(Element(3, "3VZ, at the gate.")), Strangers).Unknown).Telling.AsEnumerable());

    [Fact]
    public void Leaves_out_what_has_no_category_and_an_authors_own_address_where_addresses_are_said()
    {
        Assert.Empty(Leaks(Child, Changed(new WrittenElement(new ElementId(3), new ElementContent(null, ElementKind.Fact, "ZZ99 3VZ"))), Strangers).Unknown);
        var own = Child.Apply(Cast.Happened(Changed(Element(5, "4 Oak Road, ZZ98 1AA", Category.AddressAndLocation)), Cast.Riverside, 4));
        Assert.Empty(Leaks(own, Next(Element(6, "now at ZZ98 1AA", Category.AddressAndLocation)), Strangers).Known);
        Assert.Single(Leaks(own, Next(Element(6, "now at ZZ98 1AA")), Strangers).Known);
        Assert.Single(Leaks(own, Next(Element(6, "and at ZZ99 3VZ", Category.AddressAndLocation)), Strangers).Unknown);
    }

    [Fact]
    public void Counts_warnings_by_the_entries_of_the_request()
    {
        var agreed = Strangers.With(Agreement(Refuge, Cast.Riverside, Category.AddressAndLocation));
        var change = new PlanChanged(new PlanId(2), 2, [
            new ElementChange(ElementAct.Remove, new ElementId(2), null),
            new ElementChange(ElementAct.Add, new ElementId(3), Element(3, "Well.").Content),
            new ElementChange(ElementAct.Add, new ElementId(4), Element(4, "12 Mill Lane").Content),
        ]);
        Assert.Equal([2], Warnings(change, agreed).AsEnumerable());
    }

    [Fact]
    public void Of_a_name_that_only_another_record_says_is_cut_but_not_for_who_says_it_too()
    {
        var child = Child.Apply(Registered(Refuge, "Sampleby", 4)).Apply(Registered(Cast.Riverside, "Testerton", 5)).Apply(Registered(School, "Testerton", 6));
        var leaks = Leaks(child, Changed(Element(3, "The Sampleby family.")), Strangers);
        Assert.Equal([new ElementId(3)], leaks.AtRisk(child, Cast.Riverside, [To(School, Role.DesignatedSafeguardingLead)], Strangers, Cast.Now));
        var known = child.Apply(Registered(School, "Sampleby", 7));
        Assert.Empty(leaks.AtRisk(known, Cast.Riverside, [To(School, Role.DesignatedSafeguardingLead)], Strangers, Cast.Now));
        Assert.Empty(Leaks(child, Changed(Element(3, "The Testerton family.")), Strangers).Unknown);
    }

    [Fact]
    public void Of_the_time_before_a_gender_recognition_is_cut_for_all_but_the_guardian_and_the_admitted_whoever_wrote_it()
    {
        var kept = Kept.Formerly("Rowan");
        var child = Person.Empty.Apply(Cast.Happened(new PlanStarted(new PlanId(2), PlanType.ChildProtection, null, null, [Element(2, "Seen.")]), Cast.Riverside))
            .Apply(Cast.Happened(new MemberAdded(Kept.Lead, Role.LeadSocialWorker), Cast.Riverside, 2));
        child = child with { Restrictions = [kept] };
        var agreed = Strangers.With(Agreement(Cast.Riverside, School, Category.IdentityBasic)).With(Agreement(Cast.Riverside, Refuge, Category.IdentityBasic));
        foreach (var author in new[] { Cast.Riverside, School })
        {
            var leaks = PersonLeaks.OfWords(child, PersonKind.Child, author, Element(3, "Was called Rowan.", Category.IdentityBasic), agreed, Cast.Now);
            Assert.Equal(author == Cast.Riverside, leaks.Known.Length == 1);
            Assert.Equal([new ElementId(3)], leaks.AtRisk(child, author, [To(Refuge, Role.HousingOfficer)], agreed, Cast.Now));
            var admitted = child with { Restrictions = [kept with { Terms = kept.Terms with { Admitted = [Book.TeamOf(Refuge)] } }] };
            var told = PersonLeaks.OfWords(admitted, PersonKind.Child, author, Element(3, "Was called Rowan.", Category.IdentityBasic), agreed, Cast.Now);
            Assert.Empty(told.AtRisk(admitted, author, [To(Refuge, Role.HousingOfficer)], agreed, Cast.Now));
            Assert.Single(PersonLeaks.OfWords(admitted, PersonKind.Child, Refuge, Element(3, "Was called Rowan."), Strangers, Cast.Now).Known);
        }

        var theirs = PersonLeaks.OfWords(child, PersonKind.Child, School, Element(3, "Was called Rowan."), agreed, Cast.Now);
        Assert.Empty(theirs.AtRisk(child, School, [new Recipient(Kept.Lead, Role.LeadSocialWorker, PersonKind.Child, default, Route.Circle, [])], agreed, Cast.Now));
        Assert.Single(theirs.AtRisk(child, School, [To(Cast.Riverside, Role.TeamManager) with { Team = TeamId.TryParse("riverside/other")! }], agreed, Cast.Now));
    }

    [Fact]
    public void Is_told_to_no_other_agency_where_the_guard_fails()
    {
        var leaks = Leaks(Child, Changed(Element(3, "Well.")) with { Plan = new PlanId(9) }, Strangers);
        Assert.Equal([new ElementId(3)], leaks.AtRisk(Child, Cast.Riverside, [To(School, Role.DesignatedSafeguardingLead)], Strangers, Cast.Now));
        Assert.Empty(leaks.AtRisk(Child, Cast.Riverside, [To(Cast.Riverside, Role.TeamManager)], Strangers, Cast.Now));
    }

    private static PersonLeaks Leaks(Person person, PlanChanged change, Book book)
        => PersonLeaks.OfEvent(person, PersonKind.Child, Cast.Riverside, change, book, Cast.Now);

    private static ImmutableArray<int> Warnings(PlanChanged change, Book book) => PersonLeaks.Warnings(Child, PersonKind.Child, Cast.Riverside, change, book, Cast.Now);

    private static PlanChanged Changed(params WrittenElement[] added)
        => new(new PlanId(2), 2, [.. added.Select(e => new ElementChange(ElementAct.Add, e.Id, e.Content))]);

    private static PlanChanged Next(params WrittenElement[] added) => Changed(added) with { Revision = 3 };

    private static WrittenElement Element(int id, string text, Category category = Category.PlanContent)
        => new(new ElementId((UInt128)id), new ElementContent(category, ElementKind.Fact, text));

    private static Recipient To(AgencyId agency, Role role) => new(Book.TeamOf(agency), role, PersonKind.Child, default, Route.Circle, []);

    private static Signed Agreement(AgencyId holder, AgencyId recipient, Category category)
        => new(holder, recipient, new AgreementFacts(new Ground("agreement", 1), 1UL << (int)Purpose.Safeguard, CategorySet.Of(category), default, null));

    private static Happened Registered(AgencyId agency, string name, long version)
        => Cast.Happened(new PersonRegistered(PersonKind.Child, new IdentityRecord(name, [], null, null, [])), agency, version);
}
