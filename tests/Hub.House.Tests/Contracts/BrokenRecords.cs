using Orleans;

namespace Hub.House.Tests.Contracts;

/// <summary>Records as they must not be; no codec is generated for them.</summary>
internal static class BrokenRecords
{
    internal sealed record WithoutNumber([Id(0)] int A, int B);

    internal sealed record WithAGap([Id(0)] int A, [Id(2)] int B);

    internal sealed record OnTheProperty([property: Id(0)] int A);

    internal sealed record WithAPlainProperty([Id(0)] int A)
    {
        public int B { get; init; }
    }
}
