using System.Collections.Immutable;
using Hub.Domain.Agencies;

namespace Hub.Domain.Relationships;

/// <summary>Who belongs to somebody who is named. Source: sharing rules, "About you": them, their household, anyone acting for them.</summary>
public static class Named
{
    /// <summary>Those named, whoever lives in one home with one of them, and whoever acts for one of them; of what has ended, those named alone.</summary>
    public static ImmutableArray<Relationship> WithTheirs(IEnumerable<RelationshipId> named, ImmutableArray<Relationship> all)
    {
        var ids = named.ToHashSet();
        var found = all.Where(r => ids.Contains(r.Id)).ToList();
        var others = all.Where(r => !r.IsEnded && !ids.Contains(r.Id)).ToList();
        while (others.FindAll(o => found.Exists(f => ActsFor(o, f) || SharesAHome(o, f))) is { Count: > 0 } theirs)
        {
            found.AddRange(theirs);
            others.RemoveAll(theirs.Contains);
        }

        return [.. found];
    }

    /// <summary>Whether a practitioner is somebody named, or belongs to them.</summary>
    public static bool IsAmong(StaffMember who, RelationshipId named, ImmutableArray<Relationship> all)
        => WithTheirs([named], all).Any(r => r.Content.Staff == who);

    private static bool ActsFor(Relationship one, Relationship other) => one.Content.ActsFor == other.Id;

    private static bool SharesAHome(Relationship one, Relationship other)
        => !other.IsEnded
            && ((one.Content.LivesWithPerson && other.Content.LivesWithPerson) || one.Content.LivesWith == other.Id || other.Content.LivesWith == one.Id);
}
