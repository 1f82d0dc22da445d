using System.Text.RegularExpressions;
using Hub.Alerts.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Host.Demo;

/// <summary>Values of the wire in the words of the vocabulary.</summary>
internal static partial class DemoWords
{
    public static string Of(Category category) => category == Category.Unspecified ? "no category" : Kebab(category);

    public static string Of(IEnumerable<Category> categories) => string.Join(", ", categories.Select(Of));

    /// <summary>Such as <c>child-protection</c>.</summary>
    public static string Kebab(Enum value) => Inner().Replace(value.ToString(), "-").ToLowerInvariant();

    /// <summary>One line for each: category, then text.</summary>
    public static string Lines(IEnumerable<PlanElementContent> elements) => string.Join('\n', elements.Select(Line));

    public static string Line(PlanElementContent element) => $"{Of(element.Category),-20}  {element.Text}";

    /// <summary>Such as <c>taken, by a lead-social-worker</c>.</summary>
    public static string Of(Progress progress)
        => progress.Role == Role.Unspecified ? Kebab(progress.Stage) : $"{Kebab(progress.Stage)}, by a {Kebab(progress.Role)}";

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inner();
}
