using Hub.Domain;
using Hub.Domain.Rules;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>Editions of the rules, kept in each silo as <see cref="AgencyRegister"/> keeps agencies. What decisions look up is made once per version.</summary>
internal sealed class EditionRegister
{
    private readonly Lock turn = new();
    private Known known = new(RuleBook.Empty, 0, []);

    /// <summary>All editions.</summary>
    public RuleBook Book => Volatile.Read(ref known).Book;

    /// <summary>Folds the stream of editions.</summary>
    public Task Load(IJournalStore store, StreamFolder streams, CancellationToken stop)
        => StoredFacts.Read(store, streams, RuleFold.Prefix, RuleFold.Instance, (_, folded) => Set(folded.State, folded.Version), stop);

    /// <summary>All editions; older than those that are known they are passed over.</summary>
    public void Set(RuleBook book, long version)
    {
        lock (turn)
        {
            if (version > known.Version)
            {
                Volatile.Write(ref known, new Known(book, version, Terms(book, version)));
            }
        }
    }

    /// <summary>The edition in force at an instant.</summary>
    public RulesFacts At(Moment now) => TermAt(now)?.Facts ?? RulesFacts.BuiltIn;

    /// <summary>Whether a verdict rests on an earlier edition than the one in force: it was decided before that one was activated. What was decided since
    /// ends by itself when an edition begins.</summary>
    public bool IsBehind(Basis basis, Moment now)
        => TermAt(now) is { Since: > 0 and var since } && RestsOnEdition(basis) && (VersionIn(basis) ?? 0) < since;

    /// <summary>The same basis with the editions under it, for what is told of agreements and goes by no table.</summary>
    public Basis Under(Basis basis)
    {
        var now = Volatile.Read(ref known);
        return now.Terms.Length == 0 || !RestsOnEdition(basis) ? basis
            : Basis.Of([.. basis.Grounds.Where(g => g.Name != RuleFold.Stream), new Ground(RuleFold.Stream, now.Version)], basis.NotAfter);
    }

    /// <summary>The same basis as it counts while it is under way: what names no edition was decided before any was activated.</summary>
    public static Basis UnderWay(Basis basis)
        => RestsOnEdition(basis) && VersionIn(basis) is null ? Basis.Of([.. basis.Grounds, new Ground(RuleFold.Stream, 0)], basis.NotAfter) : basis;

    // What goes by an agreement is cut to what a role needs.
    private static bool RestsOnEdition(Basis basis)
    {
        foreach (var ground in basis.Grounds)
        {
            if (ground.Name.StartsWith(AgreementFold.Prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static long? VersionIn(Basis basis)
    {
        foreach (var ground in basis.Grounds)
        {
            if (ground.Name == RuleFold.Stream)
            {
                return ground.Version;
            }
        }

        return null;
    }

    private Term? TermAt(Moment now)
    {
        var terms = Volatile.Read(ref known).Terms;
        for (var i = terms.Length - 1; i >= 0; i--)
        {
            if (terms[i].From.CompareTo(now) <= 0)
            {
                return terms[i];
            }
        }

        return null;
    }

    private static Term[] Terms(RuleBook book, long version)
    {
        var (schedule, ground) = (book.Schedule(), new Ground(RuleFold.Stream, version));
        return schedule.IsEmpty ? []
            :
            [
                new Term(new Moment(0), 0, RulesFacts.BuiltIn with { Ground = ground, Until = schedule[0].From }),
                .. schedule.Select((e, i) => new Term(
                    e.From, e.Activated!.Version,
                    new RulesFacts(e.Name, e.Tables.ToNeeds(), e.Tables.ToSectors(), ground, i + 1 < schedule.Length ? schedule[i + 1].From : null))),
            ];
    }

    private sealed record Known(RuleBook Book, long Version, Term[] Terms);

    /// <param name="From">In force from this instant on.</param>
    /// <param name="Since">Version of its activation; 0 for the built-in edition.</param>
    /// <param name="Facts">As decisions ask for it.</param>
    private sealed record Term(Moment From, long Since, RulesFacts Facts);
}
