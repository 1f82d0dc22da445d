using Hub.Domain.Identity;

namespace Hub.Domain.Tests;

/// <summary>What a test demands of an answer.</summary>
internal static class Verdicts
{
    /// <summary>A refusal for this reason, about exactly these fields in this order.</summary>
    public static Refusal MustRefuse(this Decided decided, RefusalReason reason, params string[] fields)
    {
        Assert.Null(decided.Change);
        return MustBe(decided.Refusal, reason, fields);
    }

    public static Refusal MustRefuse(this (IdentityRecord? Record, Refusal? Refusal) read, RefusalReason reason, params string[] fields)
    {
        Assert.Null(read.Record);
        return MustBe(read.Refusal, reason, fields);
    }

    public static T MustCommit<T>(this Decided decided)
        where T : IEvent
    {
        Assert.Null(decided.Refusal);
        return Assert.IsType<T>(decided.Change);
    }

    public static void MustChangeNothing(this Decided? decided)
    {
        Assert.NotNull(decided);
        Assert.Null(decided.Change);
        Assert.Null(decided.Refusal);
    }

    private static Refusal MustBe(Refusal? refusal, RefusalReason reason, string[] fields)
    {
        Assert.NotNull(refusal);
        Assert.Equal(reason, refusal.Reason);
        Assert.Equal(fields, refusal.Violations.Select(v => v.Field));
        Assert.DoesNotContain(refusal.Violations, v => string.IsNullOrWhiteSpace(v.Rule));
        return refusal;
    }
}
