using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about inboxes.</summary>
[GrainType("entrance-inboxes"), StatelessWorker, Reentrant]
internal sealed class InboxEntrance(Arrival arrival, TeamRegister teams) : Grain, IInboxEntrance
{
    /// <summary>Most deliveries that one call names.</summary>
    private const int MostReceipts = 256;

    /// <summary>Most deliveries of one answer at the person's door.</summary>
    private const int MostFetched = 100;

    public async Task<Answer<Done>> RegisterSubscriber(Call call, string team, string subscriber)
    {
        var at = Reach(arrival.Practitioner(call, write: true), team);
        return at.Value is var (caller, inbox) ? await inbox.RegisterSubscriber(caller, new RegisterSubscriber(subscriber)) : at.Refusal!;
    }

    public async Task<Answer<Done>> EndSubscriber(Call call, string team, string subscriber)
    {
        var at = Reach(arrival.Practitioner(call, write: true), team);
        return at.Value is var (caller, inbox) ? await inbox.EndSubscriber(caller, new EndSubscriber(subscriber)) : at.Refusal!;
    }

    public async Task<Answer<Subscription>> Subscribe(Call call, string team, string subscriber, bool polls, string gateway)
    {
        var at = Reach(arrival.Identify(call), team);
        return at.Value is var (caller, inbox) ? await inbox.Subscribe(caller, subscriber, polls, gateway) : at.Refusal!;
    }

    public async Task<Answer<DeliveryBatch>> Take(Call call, string team, Subscription subscription, int most, TimeSpan patience)
    {
        var at = Reach(arrival.Identify(call), team);
        return at.Value is var (caller, inbox) ? await inbox.Take(caller, call.Connection, subscription, most, patience) : at.Refusal!;
    }

    public Task<LineState> Watch(string team, Subscription subscription, TimeSpan patience) => Inbox(team).Watch(subscription, patience);

    public Task<LineState> Leave(string team, Subscription subscription) => Inbox(team).Leave(subscription);

    public Task Ended(string team, Subscription subscription) => Inbox(team).Ended(subscription);

    public async Task<Answer<Done>> Receive(Call call, string team, string subscriber, ImmutableArray<string> deliveries)
    {
        var at = Reach(arrival.Identify(call), team);
        if (at.Value is not var (caller, inbox))
        {
            return at.Refusal!;
        }

        if (deliveries.Length > MostReceipts)
        {
            return Refusal.About(RefusalReason.TooLarge, "delivery_ids", $"must have at most {MostReceipts} entries");
        }

        var places = ImmutableArray.CreateBuilder<DeliveryPlace>(deliveries.Length);
        for (var i = 0; i < deliveries.Length; i++)
        {
            if (arrival.Handles.ReadDelivery(caller.Agency, deliveries[i]) is not { } place)
            {
                return Arrival.NoHandle($"delivery_ids[{i}]");
            }

            places.Add(place);
        }

        return await inbox.Receive(caller, subscriber, places.ToImmutable());
    }

    public async Task<Answer<Acknowledged>> Acknowledge(Call call, string team, string delivery, int word)
    {
        var at = Reach(arrival.Practitioner(call, write: true), team);
        if (at.Value is not var (caller, _))
        {
            return at.Refusal!;
        }

        return teams.NoMember(TeamId.TryParse(team)!, caller) is { } no ? no
            : arrival.Handles.ReadDelivery(caller.Agency, delivery) is { } place
                ? (await EitherInbox.Ask(GrainFactory, TeamId.TryParse(team)!, i => i.Acknowledge(caller, new Acknowledge(place, word)))).Answer
            : Arrival.NoHandle("delivery_id");
    }

    public async Task<Answer<DeliveryBatch>> FetchRestricted(Call call, string team, int most)
    {
        var at = Reach(arrival.Practitioner(call, write: false), team);
        if (at.Value is not var (caller, _))
        {
            return at.Refusal!;
        }

        var address = new InboxAddress(TeamId.TryParse(team)!, IsRestricted: true);
        return teams.NoMember(address.Team, caller) is { } no ? no
            : most is < 0 or > MostFetched ? Refusal.About(RefusalReason.InvalidField, "page_size", $"must be 0 to {MostFetched}")
            : await Inbox(address.ToString()).Open(caller, call.Connection, most == 0 ? MostFetched / 2 : most);
    }

    private IInbox Inbox(string team) => Arrival.Inbox(GrainFactory, team);

    private Answer<Tuple<Caller, IInbox>> Reach(Answer<Caller> who, string team)
        => who.Value is not { } caller ? who.Refusal!
            : TeamId.TryParse(team) is { } id && id.Agency == caller.Agency && teams.Of(id) is not null ? Tuple.Create(caller, Inbox(team))
            : Refusal.Because(RefusalReason.NotKnown);
}
