namespace Hub.Faults.Race;

/// <summary>What was taken away.</summary>
internal enum Kind
{
    Member,
    Link,
    PlanEnd,
    ElementRemoved,
    ElementRetagged,
    Agreement,
    RoleEnded,
    RoleAssigned,
    Connection,
}

/// <summary>One call that takes something away, and what rests on it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Teams">Whose deliveries.</param>
/// <param name="Marks">Words of which one stands in everything that rests on it; none for all that these teams are told.</param>
/// <param name="Key">The connection that was revoked; empty for another kind.</param>
/// <param name="Began">When the call was first made.</param>
/// <param name="Returned">When its OK came.</param>
/// <param name="Until">When what was taken away was given again, at the earliest.</param>
internal sealed record Narrowing(Kind Kind, IReadOnlyList<string> Teams, IReadOnlyList<string> Marks, string Key, long Began, long Returned, long Until)
{
    public bool IsOfRole => Kind is Kind.RoleEnded or Kind.RoleAssigned;

    public override string ToString() => $"{Kind} {string.Join(' ', Marks)}{Key} at {string.Join('+', Teams)}, called at {Began / 1000} ms, returned at {Returned / 1000} ms";
}
