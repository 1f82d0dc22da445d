using Hub.Plans.V1;

namespace Hub.Faults.Load;

/// <summary>One change to an element as it was asked for and answered.</summary>
internal sealed record KnownChange(ElementAct Act, string Element, Category Category, string Text);

/// <summary>One answered write to a plan.</summary>
internal sealed record KnownRevision(
    string Request, string Etag, string Update, IReadOnlyList<KnownChange> Changes, PlanState State, int Tries, DateTimeOffset AskedAt);

/// <summary>A plan as its only writer knows it from answers.</summary>
/// <param name="holder">The writer's agency.</param>
/// <param name="child">Its handle of the child.</param>
/// <param name="id">Its handle of the plan.</param>
internal sealed class KnownPlan(string holder, string child, string id)
{
    private readonly List<KnownRevision> revisions = [];
    private readonly List<(string Id, Category Category, string Text)> elements = [];

    public string Holder => holder;

    public string Child => child;

    public string Id => id;

    public IReadOnlyList<KnownRevision> Revisions => revisions;

    public IReadOnlyList<(string Id, Category Category, string Text)> Elements => elements;

    public string Etag => revisions[^1].Etag;

    public PlanState State => revisions[^1].State;

    public void Add(KnownRevision revision)
    {
        revisions.Add(revision);
        foreach (var change in revision.Changes)
        {
            var at = elements.FindIndex(e => e.Id == change.Element);
            switch (change.Act)
            {
                case ElementAct.Add:
                    elements.Add((change.Element, change.Category, change.Text));
                    break;
                case ElementAct.Replace:
                    elements[at] = (change.Element, change.Category, change.Text);
                    break;
                default:
                    elements.RemoveAt(at);
                    break;
            }
        }
    }

    /// <summary>What is not as its writer knows it; null when all is.</summary>
    public string? Differs(Plan plan)
        => plan.Etag != Etag ? "its etag is not that of the last answered write"
            : plan.State != State ? $"it is {plan.State}, not {State}"
            : !plan.Elements.Select(e => (e.ElementId, e.Content.Category, e.Content.Text)).SequenceEqual(elements) ? "its elements are not those that were answered"
            : null;
}
