using System.Collections.Immutable;
using System.Text;

namespace Hub.Domain.Sharing;

/// <summary>Texts that leave together, read as one: neither case nor blanks, lines or the ends of elements keep a fact from being found.</summary>
public sealed class OutgoingText
{
    private readonly string run;
    private readonly string words;
    private readonly ImmutableArray<int> ofRun;
    private readonly ImmutableArray<int> ofWords;

    /// <summary>Reads the texts, in the order in which they are read by whoever gets them.</summary>
    public OutgoingText(IReadOnlyList<string> texts)
    {
        var (inRun, inWords) = (new StringBuilder(), new StringBuilder());
        var (atRun, atWords) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<int>());
        for (var i = 0; i < texts.Count; i++)
        {
            inRun.Append(Fold(texts[i]));
            inWords.Append(' ').Append(Words(texts[i]));
            Fill(atRun, inRun.Length, i);
            Fill(atWords, inWords.Length, i);
        }

        inWords.Append(' ');
        Fill(atWords, inWords.Length, texts.Count - 1);
        (run, words, ofRun, ofWords) = (inRun.ToString(), inWords.ToString(), atRun.ToImmutable(), atWords.ToImmutable());
    }

    /// <summary>Which of the texts tell it, alone or with their neighbours.</summary>
    public ImmutableSortedSet<int> Tell(ProtectedFact fact)
        => [.. fact.Runs.SelectMany(f => Found(run, f, ofRun)), .. fact.Names.SelectMany(n => Found(words, $" {n} ", ofWords))];

    /// <summary>Letters and digits alone, in one case.</summary>
    public static string Fold(string text)
        => string.Concat(text.Normalize().EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(Rune.ToUpperInvariant));

    /// <summary>Words with one blank between them, each folded.</summary>
    public static string Words(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.Normalize().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToUpperInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static IEnumerable<int> Found(string within, string sought, ImmutableArray<int> of)
    {
        for (var at = within.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = within.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            for (var i = at; i < at + sought.Length; i++)
            {
                // The blanks around words belong to whoever stands beside them.
                if (within[i] != ' ')
                {
                    yield return of[i];
                }
            }
        }
    }

    private static void Fill(ImmutableArray<int>.Builder owners, int length, int of)
    {
        while (owners.Count < length)
        {
            owners.Add(of);
        }
    }
}
