using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain.Circles;

namespace Hub.Contracts.Circles;

/// <summary>The way in for calls about circles; as <see cref="People.IPeopleEntrance"/>. <c>person</c> is the caller's own handle.</summary>
[GrainInterfaceType("hub.entrance.circles"), Alias("hub.ICircleEntrance")]
public interface ICircleEntrance : IGrainWithIntegerKey
{
    /// <summary>Puts a team on a circle, or proposes it. Refuses as <see cref="Domain.Circles.AddMember"/>.</summary>
    [Alias("Add")]
    Task<Answer<Done>> Add(Call call, string person, AddMember command);

    /// <summary>Takes a team off a circle. Refuses as <see cref="Domain.Circles.EndMember"/>.</summary>
    [Alias("End")]
    Task<Answer<Done>> End(Call call, string person, EndMember command);

    /// <summary>The circle as the caller may see it.</summary>
    [Alias("Get")]
    Task<Answer<CircleView>> Get(Call call, string person);
}
