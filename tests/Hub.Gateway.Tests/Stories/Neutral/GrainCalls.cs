using System.Collections.Concurrent;
using Orleans;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>Writes down what the grains of a hub in this process are asked.</summary>
internal sealed class GrainCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentQueue<string> seen = new();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        seen.Enqueue($"{context.InterfaceMethod.DeclaringType?.Name}.{context.InterfaceMethod.Name}");
        return context.Invoke();
    }

    public void Begin() => seen.Clear();

    public IReadOnlyList<string> End() => [.. seen];
}
