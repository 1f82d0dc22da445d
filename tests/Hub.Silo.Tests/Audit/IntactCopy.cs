using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Audit;

/// <summary>A copy of a filled journal that goes away with its test.</summary>
internal sealed class IntactCopy(HubPlace place) : IAsyncDisposable
{
    public HubPlace Place => place;

    public static async Task<IntactCopy> Of(FilledJournal journal) => new(await journal.Place.Copy());

    public async ValueTask DisposeAsync() => await place.DisposeAsync();
}
