using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

/// <summary>Riverside proposes to Harbour; Meadow is no party.</summary>
internal static class Treaty
{
    public static AgreementId Id { get; } = new(1);

    /// <summary>Plan content to Harbour, mental health back, from 1 to 30 April.</summary>
    public static ProposeAgreement Proposal { get; } = new(
        Id, "harbour", [(int)Purpose.Safeguard], [(int)Category.PlanContent], [(int)Category.HealthMental], "2026-04-01", "2026-04-30");

    public static AgreementFile Proposed { get; } = AgreementFile.Empty.After(Proposal.Decide());

    public static AgreementFile Signed { get; } = Proposed.After(new SignAgreement(Id).Decide(Proposed, Cast.Harbour), Cast.Harbour);

    public static AgreementFile Ended { get; } = Signed.After(new EndAgreement(Id, "Merged.").Decide(Signed, Cast.Harbour), Cast.Harbour);

    public static AgreementFile Suspended { get; } = Signed.After(new SuspendAgreement(Id, "Under review.").Decide(Signed, Cast.Harbour), Cast.Harbour);

    public static AgreementFile Resumed { get; } = Suspended.After(new ResumeAgreement(Id).Decide(Suspended, Cast.Harbour), Cast.Harbour);

    /// <summary>Types and dates of plans among bodies under a duty, from 1 to 30 April. Riverside writes it down.</summary>
    public static ProposeFramework Terms { get; } = new(
        Id, "Fictional minimum", "Children Act 2004 s.16LA", [(int)Sector.ChildrensSocialCare, (int)Sector.AdultMentalHealth, (int)Sector.Police], [(int)Purpose.Safeguard],
        [(int)Category.PlanTypeAndDates, (int)Category.ProfessionalContact], "2026-04-01", "2026-04-30");

    public static AgreementFile WrittenDown { get; } = AgreementFile.Empty.After(Terms.Decide(AgreementFile.Empty, Cast.Now));

    /// <summary>Riverside and Harbour have joined.</summary>
    public static AgreementFile Joined { get; } = WrittenDown.JoinedBy(Cast.Riverside).JoinedBy(Cast.Harbour);

    public static ImmutableArray<AgencyId> Everybody { get; } = [Cast.Riverside, Cast.Harbour, Cast.Meadow];

    public static Moment April(int day, int hour = 12) => Moment.Of(new DateTimeOffset(2026, 4, day, hour, 0, 0, TimeSpan.Zero));

    public static Moment May(int day) => Moment.Of(new DateTimeOffset(2026, 5, day, 0, 0, 0, TimeSpan.Zero));

    public static Decided Decide(this ProposeAgreement command, AgreementFile? file = null)
        => command.Decide(file ?? AgreementFile.Empty, Cast.CallerOf(Cast.Riverside), a => a != Cast.Agency("nowhere"), Cast.Now);

    public static Decided Decide(this SignAgreement _, AgreementFile file, AgencyId agency, Moment? now = null)
        => SignAgreement.Decide(file, Cast.CallerOf(agency), now ?? Cast.Now);

    public static Decided Decide(this EndAgreement command, AgreementFile file, AgencyId agency, Moment? now = null)
        => command.Decide(file, Cast.CallerOf(agency), now ?? Cast.Now);

    public static Decided Decide(this SuspendAgreement command, AgreementFile file, AgencyId agency, Moment? now = null)
        => command.Decide(file, Cast.CallerOf(agency), now ?? Cast.Now);

    public static Decided Decide(this ResumeAgreement _, AgreementFile file, AgencyId agency, Moment? now = null)
        => ResumeAgreement.Decide(file, Cast.CallerOf(agency), now ?? Cast.Now);

    public static Decided Decide(this WithdrawFromFramework command, AgreementFile file, AgencyId agency, Moment? now = null)
        => command.Decide(file, Cast.CallerOf(agency), now ?? Cast.Now);

    public static Decided Accede(this AgreementFile file, AgencyId agency, Sector sector = Sector.Police, Moment? now = null)
        => AccedeToFramework.Decide(file, Cast.CallerOf(agency), sector, now ?? Cast.Now);

    public static AgreementFile JoinedBy(this AgreementFile file, AgencyId agency) => file.After(file.Accede(agency), agency);

    /// <summary>By whichever of the two it is.</summary>
    public static bool Covers(this AgreementFile file, AgencyId from, AgencyId to, Purpose purpose, Category category, Moment now)
        => file.Agreement?.Covers(from, to, purpose, category, now) == true || file.Framework?.Covers(from, to, purpose, category, now) == true;

    public static AgreementFile After(this AgreementFile file, Decided decided, AgencyId? agency = null)
        => file.Apply(Cast.Happened(decided.Change!, agency));
}
