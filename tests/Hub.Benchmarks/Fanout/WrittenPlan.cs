using Hub.Client;
using Hub.Client.Calls;
using Hub.Faults.Load;
using Hub.Plans.V1;

namespace Hub.Benchmarks.Fanout;

/// <summary>A plan with one element, which its one writer replaces again and again.</summary>
internal sealed class WrittenPlan(HubClient council, int person, string child, OpenPlanResponse opened) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly string element = opened.ElementIds[0];
    private string etag = opened.Etag;

    public int Person => person;

    /// <summary>The council's reference.</summary>
    public string Child => child;

    /// <summary>Ends with the hub's answer: then it is durable. One at a time; others wait, and their wait counts.</summary>
    public async Task Revise(string text)
    {
        await turn.WaitAsync();
        try
        {
            var operation = new ElementOperation { ElementId = element, Replace = new ReplaceElement { Element = Texts.Element(text) } };
            var revised = await council.Plans.RevisePlanAsync(new RevisePlanRequest
            {
                RequestId = HubRequest.NewId(),
                Person = child,
                PlanId = opened.PlanId,
                Etag = etag,
                Operations = { operation },
            });
            etag = revised.Etag;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
