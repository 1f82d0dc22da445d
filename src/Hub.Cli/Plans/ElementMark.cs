using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary>What is said of an element beside its text, one word each: about=REFERENCE, about-person, cause=REFERENCE, cause=unknown,
/// show-to-subject=yes, show-to-proxy=no, onward=no, review-by=2026-05-01.</summary>
internal static class ElementMark
{
    public static void Put(PlanElementContent content, string mark)
    {
        var (name, value) = mark.Split('=', 2) is [var before, var after] ? (before, after) : (mark, "");
        switch (name)
        {
            case "about":
                About(content).AboutRelationshipIds.Add(value);
                break;
            case "about-person":
                About(content).AboutPerson = true;
                break;
            case "cause" when value == "unknown":
                About(content).CauseIsUnknown = true;
                break;
            case "cause":
                About(content).CauseRelationshipIds.Add(value);
                break;
            case "show-to-subject":
                Handling(content).ShowToSubject = IsYes(value);
                break;
            case "show-to-proxy":
                Handling(content).ShowToProxy = IsYes(value);
                break;
            case "onward":
                Handling(content).Onward = IsYes(value);
                break;
            case "review-by":
                Handling(content).ReviewBy = value;
                break;
            default:
                throw new UsageException($"'{name}' says nothing of an element.");
        }
    }

    private static ElementAbout About(PlanElementContent content) => content.About ??= new ElementAbout();

    private static ElementHandling Handling(PlanElementContent content) => content.Handling ??= new ElementHandling();

    private static bool IsYes(string value) => value switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new UsageException("A mark is said to be yes or no."),
    };
}
