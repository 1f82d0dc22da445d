namespace Hub.Benchmarks.Fanout;

/// <summary>The hub lost, doubled or misplaced something: whatever was measured counts for nothing.</summary>
internal sealed class BrokenPromise(string what) : Exception(what);
