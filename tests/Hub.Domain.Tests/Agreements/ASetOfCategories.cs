using System.Text.Json;
using Hub.Domain.Agreements;
using Hub.Domain.Inbox;

namespace Hub.Domain.Tests.Agreements;

public sealed class ASetOfCategories
{
    private static readonly Gen<Category[]> Some = Gen.Enum<Category>().Array[0, 25];

    [Fact]
    public void Has_what_it_is_made_of_and_nothing_else()
        => Some.Sample(some =>
        {
            var set = CategorySet.Of(some);
            Assert.Equal(some.Distinct().Order(), set.ToArray());
            Assert.All(Enum.GetValues<Category>(), c => Assert.Equal(some.Contains(c), set.Has(c)));
            Assert.Equal(some.Length == 0, set.IsEmpty);
        });

    [Fact]
    public void Never_has_what_has_no_category()
        => Some.Sample(some => Assert.False(CategorySet.Of(some).Has(null)));

    [Fact]
    public void Is_united_and_cut_as_sets_are()
        => Gen.Select(Some, Some).Sample((one, other) =>
        {
            Assert.Equal(CategorySet.Of([.. one.Union(other)]), CategorySet.Of(one).Or(CategorySet.Of(other)));
            Assert.Equal(CategorySet.Of([.. one.Intersect(other)]), CategorySet.Of(one).And(CategorySet.Of(other)));
        });

    [Fact]
    public void Can_hold_all_21_of_the_vocabulary()
    {
        Assert.Equal(21, CategorySet.All.ToArray().Length);
        Assert.Equal(CategorySet.All, CategorySet.Of(Enum.GetValues<Category>()));
    }

    [Fact]
    public void Is_written_as_words_in_the_order_of_their_numbers_and_read_again()
    {
        Assert.Equal(
            """["existence-of-involvement","plan-content","housing-and-finance"]""",
            JsonSerializer.Serialize(CategorySet.Of(Category.HousingAndFinance, Category.ExistenceOfInvolvement, Category.PlanContent), OutwardJson.Default.CategorySet));
        Some.Sample(some => Assert.Equal(CategorySet.Of(some), Read(JsonSerializer.Serialize(CategorySet.Of(some), OutwardJson.Default.CategorySet))));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"plan-content\"")]
    [InlineData("[5]")]
    [InlineData("[null]")]
    [InlineData("[\"Plan-content\"]")]
    [InlineData("[\"plan-content\"")]
    [InlineData("[[]]")]
    public void Is_read_from_nothing_else(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static CategorySet Read(string json) => JsonSerializer.Deserialize(json, OutwardJson.Default.CategorySet);
}
