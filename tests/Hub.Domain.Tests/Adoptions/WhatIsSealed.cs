using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Adoptions;

public sealed class WhatIsSealed
{
    private static readonly Person Before = Person.Empty
        .Apply(Cast.Happened(new PersonRegistered(PersonKind.Child, new IdentityRecord("Testerton", ["Robin"], null, null, [new(NhsNumber.System, "9990000018")])), Cast.Harbour))
        .Apply(Cast.Happened(new PersonRegistered(PersonKind.Child, new IdentityRecord("Sampleby", [], null, null, [new("urn:fiction:case", "CP-10442")])), Cast.Riverside, 2))
        .Apply(Cast.Happened(
            new PlanStarted(
                new PlanId(1), PlanType.EarlyHelp, null, null,
                [new WrittenElement(new ElementId(1), new ElementContent(Category.PlanContent, ElementKind.Fact, "Lives at 12 Mill Lane, ZZ99 3VZ. Ring 01632 960123."))]),
            Cast.Meadow, 3));

    [Theory]
    [InlineData("Has asthma; the blue inhaler helps.", false)]
    [InlineData("The Testertons were asked.", false)]
    [InlineData("Mrs TESTERTON says so.", true)]
    [InlineData("Sampleby", true)]
    [InlineData("robin sleeps badly.", true)]
    [InlineData("Robins frighten the child.", false)]
    [InlineData("Once number 999 000 0018.", true)]
    [InlineData("see cp 10442", true)]
    [InlineData("Fell in Mill Lane.", true)]
    [InlineData("Fell outside 12 mill lane.", true)]
    [InlineData("Seen at zz993vz.", true)]
    [InlineData("Call +44 1632 960123.", true)]
    public void Is_found_in_words_that_tell_it(string text, bool tells)
    {
        int[] found = tells ? [1] : [];
        Assert.Equal(found, SealedIdentity.ToldBy(Before, ["Sleeps well.", text]).AsEnumerable());
    }

    [Fact]
    public void Is_found_where_two_texts_tell_it_together() => Assert.Equal([0, 1], SealedIdentity.ToldBy(Before, ["Number 99900", "00018 it was."]).AsEnumerable());

    [Fact]
    public void Is_nothing_where_nobody_says_anything() => Assert.Empty(SealedIdentity.ToldBy(Before, []));
}
