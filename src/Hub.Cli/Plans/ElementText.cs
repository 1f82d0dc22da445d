using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary>An element in one word of the command line: health-mental:observation:Slept two hours.</summary>
internal static class ElementText
{
    public const string Form = "category:kind:text";

    /// <summary>An empty category is none: seen by the own agency only.</summary>
    public static PlanElementContent Content(string said)
        => said.Split(':', 3) is [var category, var kind, var text]
            ? new PlanElementContent
            {
                Category = category.Length == 0 ? Category.Unspecified : Word.Parse<Category>(category),
                Kind = Word.Parse<ElementKind>(kind),
                Text = text,
            }
            : throw new UsageException($"An element is said as {Form}.");

    public static ElementOperation Added(string said) => new() { Add = Content(said) };

    public static ElementOperation Replaced(string said)
        => said.Split('=', 2) is [var id, var element]
            ? new ElementOperation { ElementId = id, Replace = new ReplaceElement { Element = Content(element) } }
            : throw new UsageException($"--replace takes id={Form}.");
}
