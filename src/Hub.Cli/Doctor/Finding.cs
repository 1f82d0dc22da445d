namespace Hub.Cli.Doctor;

/// <summary>How a step went.</summary>
internal enum Verdict
{
    Good,
    Unsure,
    Bad,

    /// <summary>The hub itself said no.</summary>
    Refused,
}

/// <summary>One step of the check.</summary>
/// <param name="Step">What was looked at.</param>
/// <param name="Verdict">How it went.</param>
/// <param name="Said">What was found.</param>
/// <param name="Advice">What to do about it; empty when nothing is to be done.</param>
internal sealed record Finding(string Step, Verdict Verdict, string Said, string Advice = "")
{
    public bool StopsHere => Verdict is Verdict.Bad or Verdict.Refused;
}
