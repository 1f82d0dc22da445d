namespace Hub.Silo.Journal;

/// <summary>A delivery's place among all deliveries: its transaction's commit number, then its place within the transaction. Later ones are
/// greater; what is still in flight may yet appear below what is visible.</summary>
internal readonly record struct Position(long Commit, int Ordinal) : IComparable<Position>
{
    public int CompareTo(Position other) => (Commit, Ordinal).CompareTo((other.Commit, other.Ordinal));
}
