using Hub.Inbox.V1;

namespace Hub.Host.Demo;

/// <summary>One thing that was done in the story.</summary>
/// <param name="Act">In which act.</param>
/// <param name="Who">Who called, or heard.</param>
/// <param name="Did">What was asked, or heard.</param>
/// <param name="Refused">Whether it was a no.</param>
/// <param name="Milliseconds">Until the answer; for what was heard, from the sender's call to the arrival.</param>
internal sealed record DemoStep(string Act, string Who, string Did, bool Refused, double Milliseconds);

/// <summary>What the story says about what was done and heard.</summary>
/// <param name="Act">In which act.</param>
/// <param name="Text">What the screen says.</param>
/// <param name="Holds">Whether it is as the story promises.</param>
internal sealed record DemoNote(string Act, string Text, bool Holds);

/// <summary>A delivery as a client received it on its own stream, or as somebody read it at the person's door.</summary>
/// <param name="Team">Whose stream, or whose door.</param>
/// <param name="Delivery">What came.</param>
/// <param name="Milliseconds">From the sender's call to the arrival.</param>
/// <param name="AtPersonsDoor">Whether a person read it, and no machine received it.</param>
internal sealed record DemoArrival(string Team, Delivery Delivery, double Milliseconds, bool AtPersonsDoor = false)
{
    /// <summary>The inbox, as the auditor names it.</summary>
    public string Inbox => AtPersonsDoor ? $"{Team}/restricted" : Team;
}

/// <summary>A no as a client received it.</summary>
/// <param name="What">What was asked.</param>
/// <param name="Recipient">The agency that asked.</param>
/// <param name="Role">Who asked there.</param>
/// <param name="Verdict">The reason on the wire.</param>
/// <param name="Milliseconds">Until the answer.</param>
internal sealed record DemoRefusal(string What, string Recipient, string Role, string Verdict, double Milliseconds);
