using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Decisions.V1;

namespace Hub.Cli.Decisions;

/// <summary>Why a practitioner shares or does not, as commands are told.</summary>
internal static class Grounds
{
    public static readonly Option<StatutoryGround> Ground = Word.Option<StatutoryGround>("--ground", "The duty or power by which it is shared,");
    public static readonly Option<string> Need = new("--need") { Description = "What the recipient needs it for.", Required = true };
    public static readonly Option<string> Test = new("--detriment-test") { Description = "Whether sharing does more harm than not sharing.", Required = true };
    public static readonly Option<LawfulBasis> Lawful = Word.Option<LawfulBasis>("--lawful-basis", "The lawful basis,");
    public static readonly Option<ConfidentialityBasis> Confidentiality = Word.Option<ConfidentialityBasis>("--confidentiality-basis", "Why confidence is not broken,");
    public static readonly Option<string> Adviser = new("--adviser") { Description = "Who advised." };
    public static readonly Option<string> ReviewOn = new("--review-on") { Description = "When it is looked at again, yyyy-mm-dd.", Required = true };
    public static readonly Option<string[]> Elements = new("--element-id") { Description = "An element, by the own agency's reference; may be repeated." };
    public static readonly Argument<string> Item = new("delivery") { Description = "The needs-decision delivery, by its id." };
    public static readonly Option<string> Recipient = new("--recipient") { Description = "The team it is about, as agency/team." };

    public static Justification Of(HubCall call) => new()
    {
        Ground = call.Of(Ground),
        Need = call.Of(Need),
        DetrimentTest = call.Of(Test),
        LawfulBasis = call.Of(Lawful),
        ConfidentialityBasis = call.Of(Confidentiality),
    };

    public static NotSharedReason Not(HubCall call) => new()
    {
        Because = call.Of(Said.Because),
        DetrimentTest = call.Of(Test),
        Adviser = call.Of(Adviser),
        ReviewOn = call.Of(ReviewOn),
    };
}
