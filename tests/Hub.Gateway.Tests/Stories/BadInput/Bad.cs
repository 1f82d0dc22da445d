namespace Hub.Gateway.Tests.Stories.BadInput;

/// <summary>One thing wrong with one call, and what the caller hears of it: reason and field, "" where no field is named.</summary>
internal sealed record Bad(string What, Func<Scene, Task> Call, string Reason, string Field);
