using Hub.Faults.Stories;

namespace Hub.Faults.Race;

/// <summary>A test that takes minutes, and more on a busy machine: run by <c>tests/run.sh --long</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute()
    {
        if (!FaultStory.IsLong)
        {
            Skip = "takes minutes: tests/run.sh --long";
        }
    }
}
