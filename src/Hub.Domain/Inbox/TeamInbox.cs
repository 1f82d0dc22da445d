using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Inbox;

/// <summary>Where a delivery stands in all commits of the hub: the commit's number, then its place in it. It never leaves the hub in clear.</summary>
/// <param name="Commit">Number of the transaction.</param>
/// <param name="Ordinal">Place within it.</param>
[GenerateSerializer, Immutable, Alias("hub.DeliveryPlace")]
public readonly record struct DeliveryPlace(
    [property: JsonPropertyName("commit")][Id(0)] long Commit,
    [property: JsonPropertyName("ordinal")][Id(1)] int Ordinal);

/// <summary>What became of a delivery that was decided again, before it was handed over.</summary>
/// <param name="Place">The delivery.</param>
/// <param name="Again">The verdict that holds now.</param>
/// <param name="KeptOut">From whom it is kept now; null for nobody.</param>
public sealed record Redecided(
    [property: JsonPropertyName("place")] DeliveryPlace Place,
    [property: JsonPropertyName("again")] Again Again,
    [property: JsonPropertyName("kept_out")] KeptOut? KeptOut = null);

/// <summary>All that an inbox's owner remembers: what its stream folds into. What was handed over and received stands in tables of its own.</summary>
/// <param name="Subscribers">Names of registered systems, in order of registration.</param>
/// <param name="Redecided">The latest deliveries that were decided again, oldest first.</param>
public sealed record TeamInbox(
    [property: JsonPropertyName("subscribers")] ImmutableArray<string> Subscribers,
    [property: JsonPropertyName("redecided")] ImmutableArray<Redecided> Redecided)
{
    /// <summary>Older ones are decided again once more when they are still waiting.</summary>
    public const int MostRedecided = 1024;

    /// <summary>Nothing yet.</summary>
    public static TeamInbox Empty { get; } = new([], []);

    /// <summary>The inbox after an event of its stream.</summary>
    public TeamInbox Apply(Happened happened) => happened.Content switch
    {
        SubscriberRegistered e => this with { Subscribers = Subscribers.Add(e.Subscriber) },
        SubscriberEnded e => this with { Subscribers = Subscribers.Remove(e.Subscriber) },
        DeliveryDecidedAgain e => With(new Redecided(e.Place, e.Again)),

        // What went to another inbox is nobody's here any more.
        DeliveryDoorDecided e => With(new Redecided(e.Place, e.To is null ? e.Again : e.Again with { IsRecipient = false }, e.KeptOut)),
        _ => this,
    };

    private TeamInbox With(Redecided latest) => this with { Redecided = Latest([.. Redecided.Where(r => r.Place != latest.Place), latest]) };

    private static ImmutableArray<Redecided> Latest(ImmutableArray<Redecided> all) => all.Length <= MostRedecided ? all : all[^MostRedecided..];
}
