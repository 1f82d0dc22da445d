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

    public static Moment April(int day, int hour = 12) => Moment.Of(new DateTimeOffset(2026, 4, day, hour, 0, 0, TimeSpan.Zero));

    public static Moment May(int day) => Moment.Of(new DateTimeOffset(2026, 5, day, 0, 0, 0, TimeSpan.Zero));

    public static Decided Decide(this ProposeAgreement command, AgreementFile? file = null)
        => command.Decide(file ?? AgreementFile.Empty, Cast.CallerOf(Cast.Riverside), a => a != Cast.Agency("nowhere"), Cast.Now);

    public static Decided Decide(this SignAgreement _, AgreementFile file, AgencyId agency, Moment? now = null)
        => SignAgreement.Decide(file, Cast.CallerOf(agency), now ?? Cast.Now);

    public static Decided Decide(this EndAgreement command, AgreementFile file, AgencyId agency, Moment? now = null)
        => command.Decide(file, Cast.CallerOf(agency), now ?? Cast.Now);

    public static AgreementFile After(this AgreementFile file, Decided decided, AgencyId? agency = null)
        => file.Apply(Cast.Happened(decided.Change!, agency));
}
