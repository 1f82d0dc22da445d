using System.Collections.Immutable;
using Hub.Domain.People;

namespace Hub.Domain.Tests.People;

/// <summary>What came of a row of moves: each event with the person before and after it.</summary>
internal sealed record History(Person Person, ImmutableArray<(Person Before, Happened Happened, Person After)> Steps)
{
    public static History Of(ImmutableArray<Move> moves)
    {
        var person = Person.Empty;
        var steps = ImmutableArray.CreateBuilder<(Person, Happened, Person)>();
        for (var i = 0; i < moves.Length; i++)
        {
            if (moves[i].Decide(person, i)?.Change is { } change)
            {
                var happened = Cast.Happened(change, moves[i].Agency, steps.Count + 1);
                var after = person.Apply(happened);
                steps.Add((person, happened, after));
                person = after;
            }
        }

        return new History(person, steps.ToImmutable());
    }
}
