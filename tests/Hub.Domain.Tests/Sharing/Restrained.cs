using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Restrictions;

namespace Hub.Domain.Tests.Sharing;

/// <summary>Restrictions as a table says them, one after a semicolon: <c>holder court-direction from recipient of plan-content</c>. Whoever is named
/// stands for its team, and after <c>agency</c> for all its teams.</summary>
internal static class Restrained
{
    public static ImmutableArray<Restriction> Read(string cell, AgencyId holder, AgencyId recipient)
        => [.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => One(one, holder, recipient))];

    private static Restriction One(string text, AgencyId holder, AgencyId recipient)
    {
        var words = text.Split(' ');
        var (author, ground) = (Who(words[0]), System.Text.Json.JsonSerializer.Deserialize<RestrictionGround>($"\"{words[1]}\"", Spelling.Of));
        var terms = Kept.Terms(ground) with { OwnRecord = words.Contains("own-record") };
        for (var i = 2; i < words.Length; i++)
        {
            terms = words[i] switch
            {
                "own-record" => terms,
                "admits" => terms with { Admitted = [Book.TeamOf(Who(words[++i]))] },
                "from" when words[i + 1] == "agency" => terms with { Agencies = [Who(words[i += 2])] },
                "from" => terms with { Teams = [Book.TeamOf(Who(words[++i]))] },
                "of" => terms with { Categories = CategorySet.Of([System.Text.Json.JsonSerializer.Deserialize<Category>($"\"{words[++i]}\"", Spelling.Of)]) },
                "names" => terms with { People = [new NamedPractitioner(Who(words[++i]), Cast.Worker)] },
                var other => throw new FormatException($"{other} is no word of a restriction"),
            };
        }

        return new Restriction(default, author, Cast.Worker, Cast.Now, terms);

        AgencyId Who(string word) => word switch
        {
            "holder" => holder,
            "recipient" => recipient,
            "another" => Cast.Agency("another"),
            var other => throw new FormatException($"{other} is nobody here"),
        };
    }
}
