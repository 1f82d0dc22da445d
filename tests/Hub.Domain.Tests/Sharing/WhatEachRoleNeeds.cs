using System.Collections.Frozen;
using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Sharing;

public sealed class WhatEachRoleNeeds
{
    private const string Document = "what-each-role-needs.md";
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read(Document);

    public static TheoryData<string> Roles => [.. Rows.Select(r => r["role"])];

    [Theory, MemberData(nameof(Roles))]
    public void Is_as_the_table_says(string word)
    {
        var role = word == "none" ? default : Spelling.Read<Role>(word);
        Assert.All(Enum.GetValues<Category>(), category => Assert.Equal(Said(word).Has(category), RoleNeeds.BuiltIn.Of(role).Has(category)));
    }

    [Fact]
    public void Is_otherwise_in_some_row_without_a_row_of_the_rules_own_table()
        => Assert.All(RoleNeeds.Table.Keys, role =>
        {
            var others = RoleNeeds.Table.Where(r => r.Key != role).ToFrozenDictionary();
            Assert.NotEqual(Said(Spelling.Word(role)), new RoleNeeds(others).Of(role));
        });

    [Fact]
    public void Is_said_of_every_role() => Assert.Equal(Enum.GetValues<Role>().Select(Spelling.Word).Append("none").Order(StringComparer.Ordinal), Rows.Select(r => r["role"]).Order(StringComparer.Ordinal));

    private static CategorySet Said(string word) => CategorySet.Of([.. Spelling.Split(Rows.Single(r => r["role"] == word)["needs"], ',').Select(Spelling.Read<Category>)]);

    [Fact]
    public void Has_the_edition_that_the_document_names()
        => Assert.Contains($"Edition {RoleNeeds.Edition}.", DecisionTable.Text(Document), StringComparison.Ordinal);
}
