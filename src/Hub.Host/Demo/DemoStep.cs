namespace Hub.Host.Demo;

/// <summary>One thing that happened in the story, from what a client received on its own connection.</summary>
/// <param name="Who">Who called.</param>
/// <param name="Did">What was asked, in the vocabulary's words.</param>
/// <param name="Heard">What came back on that connection.</param>
/// <param name="Refused">Whether it was a no.</param>
internal sealed record DemoStep(string Who, string Did, string Heard, bool Refused);
