using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Host.Demo.Acts;
using Hub.Inbox.V1;

namespace Hub.Host.Demo;

/// <summary>Plays the acts in order and keeps what clients heard.</summary>
internal sealed class DemoStory(DemoStage stage, DemoScreen screen, CancellationToken stop) : IAsyncDisposable
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private string act = "";
    private long sent;

    public List<DemoStep> Steps { get; } = [];

    public List<DemoNote> Notes { get; } = [];

    public List<DemoArrival> Arrivals { get; } = [];

    public List<DemoRefusal> Refusals { get; } = [];

    public DemoAgency Council { get; private set; } = null!;

    public DemoAgency Trust { get; private set; } = null!;

    public DemoAgency School { get; private set; } = null!;

    public DemoAgency Charity { get; private set; } = null!;

    /// <summary>The council's side: its references to Sam and to his plan.</summary>
    public DemoPlan Child { get; set; } = null!;

    /// <summary>The trust's side: its references to Kim and to her plan.</summary>
    public DemoPlan Mother { get; set; } = null!;

    /// <summary>The council's own reference to Kim.</summary>
    public string MotherAtCouncil { get; set; } = "";

    /// <summary>The council's reference to the link.</summary>
    public string Link { get; set; } = "";

    /// <summary>The council's reference to the element that the trust has a copy of.</summary>
    public string Shared { get; set; } = "";

    /// <summary>The trust's reference to its copy.</summary>
    public string Copy { get; set; } = "";

    public CancellationToken Stop => stop;

    public async Task Play()
    {
        Council = await DemoAgency.Enter(stage, DemoCard.Council, stop);
        Trust = await DemoAgency.Enter(stage, DemoCard.Trust, stop);
        School = await DemoAgency.Enter(stage, DemoCard.School, stop);
        Charity = await DemoAgency.Enter(stage, DemoCard.Charity, stop);
        screen.Cast();
        Func<DemoStory, Task>[] acts =
        [
            TwoPlans.Play, AnAgreement.Play, ALink.Play, ACopy.Play,
            .. stage.Hub.Mishaps,
            AnEarlySign.Play, TheWayBack.Play, OnlyEducation.Play, AStranger.Play, AboutACarer.Play, TheEnd.Play, APersonDecides.Play,
        ];
        foreach (var play in acts)
        {
            await play(this);
        }
    }

    public void Open(string title, string about)
    {
        act = title;
        screen.Act(title, about);
    }

    /// <summary>A call, and what it answered; the clock of what is heard next runs from its start.</summary>
    public async Task<T> Call<T>(DemoAgency who, string did, Func<Task<T>> call)
    {
        sent = Time.GetTimestamp();
        var answer = await call();
        Tell(who, did, refused: false, sent, Time.GetTimestamp());
        return answer;
    }

    /// <summary>A call that is refused.</summary>
    public async Task<HubRefusedException> Refused<T>(DemoAgency who, string did, Func<Task<T>> call)
    {
        var begun = Time.GetTimestamp();
        try
        {
            await call();
        }
        catch (HubRefusedException no)
        {
            var ended = Time.GetTimestamp();
            Tell(who, did, refused: true, begun, ended);
            Refusals.Add(new DemoRefusal(did, who.Card.Id, who.Card.Title, no.Reason, Time.GetElapsedTime(begun, ended).TotalMilliseconds));
            return no;
        }

        throw new InvalidOperationException($"{who.Card.Short} was not refused: {did}");
    }

    /// <summary>What an agency's own stream brings next.</summary>
    public async Task<DemoArrival> Hear(DemoAgency who)
    {
        var (delivery, at) = await who.Ears.Next(stop);
        return Heard(who, new DemoArrival(who.Card.Team, delivery, Time.GetElapsedTime(sent, at).TotalMilliseconds));
    }

    /// <summary>What an agency's own practitioner reads at the person's door of its team: one delivery.</summary>
    public async Task<DemoArrival> HearAtThePersonsDoor(DemoAgency who)
    {
        var opened = await who.Open(who.Client);
        return Heard(who, new DemoArrival(who.Card.Team, opened.Single(), Time.GetElapsedTime(sent, Time.GetTimestamp()).TotalMilliseconds, AtPersonsDoor: true));
    }

    /// <summary>The agency's connection in another practitioner's name.</summary>
    public HubClient As(DemoAgency who, string practitioner) => stage.Connect(who.Card.Id, who.Card.Id, practitioner);

    /// <summary>A named person takes a delivery.</summary>
    public Task Take(DemoAgency who, DemoArrival arrival, Acknowledgement word, string did)
        => Call(who, did, () => who.Client.Inbox.AcknowledgeDeliveryAsync(new AcknowledgeDeliveryRequest
        {
            RequestId = HubRequest.NewId(),
            TeamId = who.Card.Team,
            DeliveryId = arrival.Delivery.DeliveryId,
            Acknowledgement = word,
        }).ResponseAsync);

    /// <summary>What a call or a stream has shown.</summary>
    public void Note(string text) => Note(holds: true, text, "");

    /// <summary>What should be so, and what is said when it is not.</summary>
    public void Note(bool holds, string text, string otherwise)
    {
        var said = holds ? text : otherwise;
        Notes.Add(new DemoNote(act, said, holds));
        screen.Note(said);
    }

    /// <summary>What somebody has done.</summary>
    public void Tell(DemoAgency who, string did, bool refused, long from, long to)
    {
        var milliseconds = Time.GetElapsedTime(from, to).TotalMilliseconds;
        Steps.Add(new DemoStep(act, who.Card.Short, did.Split('\n')[0], refused, milliseconds));
        screen.Did(who.Card, did, refused, milliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var agency in new[] { Council, Trust, School, Charity }.OfType<DemoAgency>())
        {
            await agency.DisposeAsync();
        }
    }

    private DemoArrival Heard(DemoAgency who, DemoArrival arrival)
    {
        Arrivals.Add(arrival);
        Steps.Add(new DemoStep(act, who.Card.Short, $"hears {arrival.Delivery.Type}", Refused: false, arrival.Milliseconds));
        screen.Heard(who.Card, arrival);
        return arrival;
    }
}
