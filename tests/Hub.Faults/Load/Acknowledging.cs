using Hub.Inbox.V1;

namespace Hub.Faults.Load;

/// <summary>The team's practitioner, who says what is done with some deliveries, under request ids. Nobody else says anything there, so that
/// it is known which word is the first.</summary>
internal sealed class Acknowledging(Team team, Chance chance)
{
    private static readonly Acknowledgement[] Words = [Acknowledgement.Accepted, Acknowledgement.Actioned, Acknowledgement.NotMine];
    private readonly Dictionary<string, Acknowledgement> taken = new(StringComparer.Ordinal);

    /// <summary>The word by which each delivery was taken.</summary>
    public IReadOnlyCollection<Acknowledgement> FirstWords => taken.Values;

    public async Task SayOf(IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries.Where(_ => chance.InHundred(15)))
        {
            for (var more = true; more; more = chance.InHundred(25))
            {
                await Say(delivery.DeliveryId, Words[chance.Below(Words.Length)]);
            }
        }
    }

    private async Task Say(string delivery, Acknowledgement word)
    {
        var agency = team.Partner.Caller;
        var request = new AcknowledgeDeliveryRequest { RequestId = agency.NextRequest(), TeamId = team.Id, DeliveryId = delivery, Acknowledgement = word };
        var ask = new Ask(request.RequestId, "AcknowledgeDelivery", async o => await agency.Client.Inbox.AcknowledgeDeliveryAsync(request, o));
        var answer = chance.InHundred(25) ? await agency.WriteTwice(ask) : await agency.Write(ask);
        var isFirst = word != Acknowledgement.NotMine && taken.TryAdd(delivery, word);
        if (agency.Accepted<AcknowledgeDeliveryResponse>(request.RequestId, answer).IsFirst != isFirst)
        {
            throw new Violation($"{team.Id}: {request.RequestId} was answered {answer}, though {(isFirst ? "nobody had" : "somebody had")} taken it before");
        }
    }
}
