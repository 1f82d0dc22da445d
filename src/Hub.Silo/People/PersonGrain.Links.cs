using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>This person's halves of links.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<LinkWritten>> ProposeLink(Caller caller, ProposeLink command)
        => RunOnLinks(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.ProposeLink),
            (state, _) => NoOpenPlan(state, command.Plan, caller) is { } no
                ? Decided.Refuse(no)
                : command.Decide(Id, state.Links, caller, team => people.Facts.Team(team) is not null));

    public async Task<Answer<LinkWritten>> AnswerLink(Caller caller, AnswerLink command, PersonKind proposerKind, PersonId proposer)
    {
        var (side, unanswered) = await people.Audience.Ask(proposerKind, proposer, new LinkQuestion(command.Link, Id, caller.Agency));
        return unanswered
            ? Refusal.Because(RefusalReason.TryAgain)
            : await RunOnLinks(
                caller,
                JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.AnswerLink),
                (state, now) => command.Plan is { } plan && NoOpenPlan(state, plan, caller) is { } no
                    ? Decided.Refuse(no)
                    : command.Decide(Id, state.Links, side?.Half, proposerKind, proposer, caller, now));
    }

    public Task<Answer<LinkWritten>> EndLink(Caller caller, EndLink command)
        => RunOnLinks(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.EndLink),
            (state, _) => command.Decide(state.Links, caller));

    public async Task<Answer<LinkList>> ListLinks(Caller caller)
    {
        var read = await ReadFor<LinkList>(caller, state => new LinkList([.. state.Links.Where(l => l.Team.Agency == caller.Agency).Select(l => new LinkStanding(l, default))]));
        if (read.Value is not { } list)
        {
            return read;
        }

        var standings = await Task.WhenAll(list.Links.Select(l => Standing(l.Half, caller)));
        return standings.Any(s => s is null) ? Refusal.Because(RefusalReason.TryAgain) : Shown<LinkList>(new LinkList([.. standings.Select(s => s!)]));
    }

    // Never awaits: two people who are changed at once ask each other.
    public Task<Answer<LinkedSide>> WhoHears(LinkQuestion question)
    {
        if (AtOnce is not { } state)
        {
            if (!IsErased)
            {
                _ = this.AsReference<IPerson>().Wake();
            }

            return Task.FromResult<Answer<LinkedSide>>(Refusal.Because(IsErased ? RefusalReason.NotKnown : RefusalReason.TryAgain));
        }

        var half = state.Links.FirstOrDefault(l => l.Id == question.Link && l.Other == question.Asker);
        return Task.FromResult(Shown<LinkedSide>(new LinkedSide(
            half,
            half is not null && state.Plans.Any(p => p.Id == half.Plan && p.IsOpen),
            state.Plans.Any(p => p.Agency == question.Agency && p.IsOpen),
            state.FactsVersion,
            [.. state.Plans.SelectMany(p => p.Elements).Select(e => e.Origin).OfType<ElementOrigin>().Where(o => o.Link == question.Link).Select(o => o.Element)],
            [.. question.Elements.Select(id => half is null ? null : RecordedAt(state, half, id))],
            half is null && !state.Plans.Any(p => p.Agency == question.Agency && p.IsOpen) ? [] : state.Restrictions,
            half is null || question.Copies.IsDefault ? [] : Shown(state, half, question))));
    }

    // What the copies' team, and who looks, would be shown of their origins now.
    private ImmutableArray<bool> Shown(Person state, LinkHalf half, LinkQuestion question)
    {
        var elements = state.Plans.FirstOrDefault(p => p.Id == half.Plan)?.Elements ?? [];
        var team = half.OtherTeam;
        var role = people.Facts.Team(team) is { } known ? RoleNeeds.OfLinkedTeam(known.Sector) : null;
        var verdict = SharingPolicy.Decide(
            half.Team.Agency, Purpose.Safeguard, new Recipient(team, role, half.OtherKind, half.Other, Route.Link, []) { Restrictions = state.Restrictions }, people.Facts, Moment.Of(Services.Time.GetUtcNow()));
        var looks = new Caller(
            team.Agency, question.Reader, null, ValidateOnly: false, null, question.Reader is { } by ? people.Facts.Acting.Of(team.Agency, by) : default);
        var (door, reader) = (
            PersonSight.OfTeam(state, Kind, half.Team.Agency, team, people.Facts), PersonSight.OfReader(state, half.Team.Agency, looks, () => TeamsOf(looks)));
        return
        [
            .. question.Elements.Zip(question.Copies, (id, copy) => CopySight.Shows(
                elements.FirstOrDefault(e => e.Id == id)?.Content, copy.Adopted, copy.IsDirected, verdict, door, reader)),
        ];
    }

    public Task Wake() => Read<Done>(_ => Done.Instance);

    // An activation is there to be asked: most are woken by a question.
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Wake();
        await base.OnActivateAsync(cancellationToken);
    }

    // Of the linked plan only: an asker learns nothing of other plans.
    private static Moment? RecordedAt(Person state, LinkHalf half, ElementId id)
        => state.Plans.FirstOrDefault(p => p.Id == half.Plan)?.Elements.FirstOrDefault(e => e.Id == id)?.RecordedAt;

    private static Refusal? NoOpenPlan(Person state, PlanId id, Caller caller) => PlanAccess.ToSee(state.Plans, id, caller) switch
    {
        null => Refusal.Because(RefusalReason.NotKnown),
        { IsOpen: false } => Refusal.About(RefusalReason.StateConflict, "plan_id", "the plan has ended"),
        _ => null,
    };

    private async Task<LinkStanding?> Standing(LinkHalf half, Caller caller)
    {
        if (half.State is HalfState.Declined or HalfState.Ended)
        {
            return new LinkStanding(half, half.State == HalfState.Declined ? LinkState.Declined : LinkState.Ended);
        }

        var (side, unanswered) = await people.Audience.Ask(half.OtherKind, half.Other, new LinkQuestion(half.Id, Id, caller.Agency));
        return unanswered ? null
            : new LinkStanding(half, side?.Half switch
            {
                { } other when half.IsInForceWith(other, Id, half.Other) => LinkState.Active,
                { State: HalfState.Ended } => LinkState.Ended,
                _ when half.State == HalfState.Accepted => LinkState.Ended,
                _ => half.AwaitsAnswer(Moment.Of(Services.Time.GetUtcNow())) ? LinkState.Proposed : LinkState.Expired,
            });
    }

    private Task<Answer<LinkWritten>> RunOnLinks(Caller caller, byte[] canonical, Func<Person, Moment, Decided> decide)
        => Decide(new Write<Person, LinkWritten>(
            caller,
            canonical,
            (state, now) => Known(state, caller, s => decide(s, now)),
            (_, happened) => happened?.Content switch
            {
                LinkProposed e => new LinkWritten(e.Link),
                LinkAccepted e => new LinkWritten(e.Link),
                LinkDeclined e => new LinkWritten(e.Link),
                LinkEnded e => new LinkWritten(e.Link),
                _ => new LinkWritten(default),
            })
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => people.Dispatch.Of(Stream, state, change, caller, place),
            Claims = (_, change, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>(change is LinkProposed e ? [new ClaimRow(ClaimSpace.Link, LinkKey(e.Link), Stream)] : []),
        });

    internal static byte[] LinkKey(LinkId link)
    {
        var key = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(key, link.Value);
        return key;
    }
}
