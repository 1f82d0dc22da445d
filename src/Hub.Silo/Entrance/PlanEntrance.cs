using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Contracts.Plans;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Silo.Handles;
using Hub.Silo.Inbox;
using Hub.Silo.Keys;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about plans.</summary>
[GrainType("entrance-plans"), StatelessWorker, Reentrant]
internal sealed partial class PlanEntrance(Arrival arrival, TeamRegister teams, HubSecret secret, PageTokens tokens, Silence silence) : Grain, IPlanEntrance
{
    private const int MaxPage = 100;
    private const int DefaultPage = 50;

    public async Task<Answer<PlanReceipt>> Open(Call call, string person, PlanDraft draft)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        if (draft.Elements.Length > Plan.MaxElements)
        {
            return Refusal.About(RefusalReason.TooLarge, "plan.elements", $"must have at most {Plan.MaxElements} entries");
        }

        var elements = ImmutableArray.CreateBuilder<DraftedElement>(draft.Elements.Length);
        foreach (var (element, i) in draft.Elements.Select((e, i) => (e, i)))
        {
            var (read, no) = AboutReferences.Read(arrival.Handles, found.Caller.Agency, element, $"plan.elements[{i}]");
            if (read is null)
            {
                return no!;
            }

            elements.Add(new DraftedElement(NewElement(found, i), read));
        }

        var command = new OpenPlan(new PlanId(Derived("plan", found, 0)), draft.Type, draft.StartsOn, draft.EndsOn, elements.ToImmutable());
        return Receipt(found, await found.Person.OpenPlan(found.Caller, command));
    }

    public async Task<Answer<PlanReceipt>> Revise(Call call, PlanReference plan, ImmutableArray<OperationDraft> operations)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", plan.Person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var target = Target(found.Caller, plan);
        if (target.Value is not var (id, revision))
        {
            return target.Refusal!;
        }

        if (operations.Length > Plan.MaxElements)
        {
            return Refusal.About(RefusalReason.TooLarge, "operations", $"must have at most {Plan.MaxElements} entries");
        }

        var read = ImmutableArray.CreateBuilder<ElementOperation>(operations.Length);
        for (var i = 0; i < operations.Length; i++)
        {
            var operation = operations[i];
            if (!Enum.IsDefined(operation.Act))
            {
                return Refusal.About(RefusalReason.InvalidElement, $"operations[{i}]", "must add, replace or remove");
            }

            if (operation.Act == ElementAct.Add && operation.Element.Length > 0)
            {
                return Refusal.About(RefusalReason.InvalidElement, $"operations[{i}].element_id", "must be empty when adding");
            }

            var element = operation.Act == ElementAct.Add ? NewElement(found, i) : arrival.Handles.ReadElement(found.Caller.Agency, operation.Element);
            if (element is null)
            {
                return Arrival.NoHandle($"operations[{i}].element_id");
            }

            if (operation.Draft is not { } draft)
            {
                read.Add(new ElementOperation(operation.Act, element.Value, null));
                continue;
            }

            var field = operation.Act == ElementAct.Add ? $"operations[{i}].add" : $"operations[{i}].replace.element";
            var (about, no) = AboutReferences.Read(arrival.Handles, found.Caller.Agency, draft, field);
            if (about is null)
            {
                return no!;
            }

            read.Add(new ElementOperation(operation.Act, element.Value, about));
        }

        // A revision that takes an element away, or tags it anew, narrows.
        var revised = found.Person.RevisePlan(found.Caller, new RevisePlan(id, revision, read.ToImmutable()));
        return Receipt(found, await silence.After(revised, found.Person.GetPrimaryKeyString()));
    }

    public async Task<Answer<PlanReceipt>> End(Call call, PlanReference plan, int state, string endsOn, string because)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", plan.Person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var target = Target(found.Caller, plan);
        return target.Value is var (id, revision)
            ? Receipt(found, await silence.After(
                found.Person.EndPlan(found.Caller, new EndPlan(id, revision, state, endsOn, because)), found.Person.GetPrimaryKeyString()))
            : target.Refusal!;
    }

    public async Task<Answer<PlanView>> Get(Call call, string person, string plan)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        return arrival.Handles.ReadPlan(found.Caller.Agency, plan) is { } id
            ? (await found.Person.GetPlan(found.Caller, id)).Map(p => Views.Of(arrival.Handles, found.Caller, p))
            : Arrival.NoHandle("plan_id");
    }

    public async Task<Answer<RevisionList>> ListRevisions(Call call, string person, string plan, int size, string pageToken)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var agency = found.Caller.Agency;
        if (arrival.Handles.ReadPlan(agency, plan) is not { } id)
        {
            return Arrival.NoHandle("plan_id");
        }

        if (size is < 0 or > MaxPage)
        {
            return Refusal.About(RefusalReason.InvalidField, "page_size", $"must be 0 to {MaxPage}");
        }

        var query = $"ListPlanRevisions/{person}/{plan}";
        if (tokens.Read(agency, query, pageToken) is not { } before)
        {
            return Refusal.About(RefusalReason.InvalidPageToken, "page_token", "is not a page token of this list");
        }

        var page = await found.Person.ListRevisions(found.Caller, id, before, size == 0 ? DefaultPage : size);
        return page.Map(p => new RevisionList(
            [.. p.Revisions.Select(r => Views.Of(arrival.Handles, agency, id, r))],
            tokens.Make(agency, query, p.Before)));
    }

    private Answer<Tuple<PlanId, int>> Target(Caller caller, PlanReference plan)
        => arrival.Handles.ReadPlan(caller.Agency, plan.Plan) is not { } id ? Arrival.NoHandle("plan_id")
            : arrival.Handles.ReadEtag(caller.Agency, id, plan.Etag) is not { } revision
                ? Refusal.About(RefusalReason.InvalidField, "etag", "is not an etag of this plan")
            : Tuple.Create(id, revision);

    private Answer<PlanReceipt> Receipt(Met met, Answer<PlanWritten> written)
        => written.Map(w => Views.Of(arrival.Handles, met.Caller.Agency, met.Id, w));

    private ElementId NewElement(Met met, int place) => new(Derived("element", met, place));

    private UInt128 Derived(string kind, Met met, int ordinal) => secret.NewId(kind, met.Caller, met.Person.GetPrimaryKeyString(), ordinal);
}
