using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary>An element in one word of the command line: health-mental:observation:Slept two hours. After the kind, in brackets, whom it is about and
/// how it is handled: education:fact[about=REFERENCE;cause=unknown;onward=no;review-by=2026-05-01]:Was late.</summary>
internal static class ElementText
{
    public const string Form = "category:kind:text";

    /// <summary>An empty category is none: seen by the own agency only.</summary>
    public static PlanElementContent Content(string said)
    {
        if (said.Split(':', 3) is not [var category, var kind, var text])
        {
            throw new UsageException($"An element is said as {Form}.");
        }

        var (word, marks) = kind.EndsWith(']') && kind.Split('[', 2) is [var before, var within] ? (before, within[..^1]) : (kind, "");
        var content = new PlanElementContent
        {
            Category = category.Length == 0 ? Category.Unspecified : Word.Parse<Category>(category),
            Kind = Word.Parse<ElementKind>(word),
            Text = text,
        };
        foreach (var mark in marks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            ElementMark.Put(content, mark);
        }

        return content;
    }

    public static ElementOperation Added(string said) => new() { Add = Content(said) };

    public static ElementOperation Replaced(string said)
        => said.Split('=', 2) is [var id, var element]
            ? new ElementOperation { ElementId = id, Replace = new ReplaceElement { Element = Content(element) } }
            : throw new UsageException($"--replace takes id={Form}.");
}
