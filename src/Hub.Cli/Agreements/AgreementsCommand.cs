using System.CommandLine;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements</c>.</summary>
internal static class AgreementsCommand
{
    public static Command Create() => new("agreements", "Agreements between agencies on what may pass.")
    {
        ProposeAgreement.Create(),
        SignAgreement.Create(),
        EndAgreement.Create(),
        SuspendAgreement.Create(),
        ResumeAgreement.Create(),
        ProposeFramework.Create(),
        RecordStatutoryMinimum.Create(),
        AccedeToFramework.Create(),
        WithdrawFromFramework.Create(),
        GetAgreement.Create(),
        ListAgreements.Create(),
        ListFrameworks.Create(),
    };
}
