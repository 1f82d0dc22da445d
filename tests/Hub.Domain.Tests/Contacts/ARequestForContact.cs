using Hub.Domain.Contacts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Tests.Restrictions;

namespace Hub.Domain.Tests.Contacts;

public sealed class ARequestForContact
{
    private static readonly RequestContact Request = new(new ContactId(7), "She did not come on Monday.");

    [Fact]
    public void Has_words_or_none()
    {
        Assert.Equal(new ContactRequested(new ContactId(7), "She did not come on Monday."), Request.Decide().MustCommit<ContactRequested>());
        (Request with { Words = "" }).Decide().MustCommit<ContactRequested>();
    }

    [Fact]
    public void Is_refused_for_words_that_cannot_be_stored_and_for_nothing_else()
        => (Request with { Words = new string('x', 4097) }).Decide().MustRefuse(RefusalReason.TooLarge, "words");

    [Fact]
    public void Is_amber_names_the_asker_and_is_filed_for_each_broker_by_itself()
    {
        var about = new PersonId(1, 2);
        var caller = Cast.CallerOf(Cast.Meadow) with { ActingFor = Kept.Kin };
        var view = ContactNews.Of(Request.Decide().MustCommit<ContactRequested>(), caller, PersonKind.Child, about);
        Assert.Equal((Cast.Meadow, Cast.Worker, Kept.Kin, about, Hub.Domain.Alerts.Severity.Amber), (view.Holder, view.Contact!.By, view.Contact.ActingFor, view.Subject, view.Severity));
        Assert.Null(view.Plan);
        Assert.Empty(view.Elements);
        byte[][] names = [about.ToBytes(), ContactNews.FiledUnder(about, Kept.Lead), ContactNews.FiledUnder(about, Kept.Other)];
        Assert.Equal(3, names.Select(Convert.ToHexString).Distinct().Count());
    }
}
