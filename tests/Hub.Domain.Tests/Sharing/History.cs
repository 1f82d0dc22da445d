using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Tests.Agreements;

namespace Hub.Domain.Tests.Sharing;

/// <summary>What agencies did with an agreement, one after the other, as a table says it: <c>holder proposes, recipient signs</c>.</summary>
internal static class History
{
    private static readonly Moment First = Moment.Of(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The facts that are left of it; null where nothing passes by it.</summary>
    public static AgreementFacts? Facts(string steps, AgencyId holder, AgencyId recipient, ImmutableArray<int> covers, string lastDay)
    {
        var file = AgreementFile.Empty;
        foreach (var step in steps.Split(',', StringSplitOptions.TrimEntries).Select(s => s.Split(' ')))
        {
            var who = step[0] switch
            {
                "holder" => holder,
                "recipient" => recipient,
                "another" => Cast.Agency("another"),
                var other => throw new FormatException($"{other} is nobody here"),
            };
            var decided = step[1] switch
            {
                "proposes" => new ProposeAgreement(Treaty.Id, (who == holder ? recipient : holder).Value, [1], covers, covers, "2026-01-01", lastDay)
                    .Decide(file, Cast.CallerOf(who), _ => true, First),
                "signs" => SignAgreement.Decide(file, Cast.CallerOf(who), First),
                "writes-down" => (Treaty.Terms with { Sectors = [], Categories = covers, StartsOn = "2026-01-01", EndsOn = lastDay }).Decide(file, First),
                "joins" => file.Accede(who, Sector.Police, First),
                "withdraws" => new WithdrawFromFramework(Treaty.Id, "").Decide(file, who, First),
                "suspends" => new SuspendAgreement(Treaty.Id, "").Decide(file, who, First),
                "resumes" => new ResumeAgreement(Treaty.Id).Decide(file, who, First),
                "ends" => new EndAgreement(Treaty.Id, "").Decide(file, who, First),
                var other => throw new FormatException($"nobody {other}"),
            };
            Assert.True(decided.Change is not null, $"{string.Join(' ', step)} changes nothing");
            file = file.After(decided, who);
        }

        return Of(file, holder, recipient);
    }

    /// <summary>As the register makes facts of it.</summary>
    public static AgreementFacts? Of(AgreementFile file, AgencyId holder, AgencyId recipient)
    {
        var ground = new Ground("agreement", 1);
        return file.Agreement is { } agreement && agreement.IsParty(holder) && agreement.IsParty(recipient) && holder != recipient ? AgreementFacts.Of(ground, agreement, holder)
            : file.Framework is { } framework ? AgreementFacts.Of(ground, framework, holder, recipient)
            : null;
    }
}
