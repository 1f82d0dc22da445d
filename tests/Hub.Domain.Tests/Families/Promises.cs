using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Families;

/// <summary>What holds in any family.</summary>
internal static class Promises
{
    private static readonly ImmutableArray<string> Grants = ["OwnAgency", "AgreementInForce"];
    private static readonly int FirstGrant = StandingRules.All.TakeWhile(r => !Grants.Contains(r.Method.Name)).Count();

    /// <summary>Deny wins, in any order of roles and of the rules that only ever say no. Source: "Deny wins".</summary>
    public static void DenyWinsInAnyOrder(Family family, News news)
    {
        foreach (var roles in family.Audience)
        {
            var verdicts = roles.Select(r => family.DecideOne(r, news.Purpose)).ToArray();
            var united = Verdict.United(verdicts);
            Array.Reverse(verdicts);
            Must(verdicts.Length == 1 || united == Verdict.United(verdicts), "roles in another order are decided otherwise");
            var asked = family.Question(roles[0], news.Purpose);
            var usual = SharingPolicy.Decide(StandingRules.All, asked);
            SharingRule[] turned = [.. StandingRules.All.Take(FirstGrant).Reverse(), .. StandingRules.All.Skip(FirstGrant)];
            Must(Sees(usual) == Sees(SharingPolicy.Decide(turned, asked)), "rules that say no, in another order, say yes");
            for (var at = 0; at <= FirstGrant; at++)
            {
                SharingRule[] more = [.. StandingRules.All.Take(at), Never, .. StandingRules.All.Skip(at)];
                Must(!Sees(SharingPolicy.Decide(more, asked)), "a yes in spite of a no");
            }
        }
    }

    /// <summary>Whether somebody may see an element, whether it is told of it, and whether it stands in the list of what it may see: one answer.</summary>
    public static void CheckAudienceAndListAgree(Family family, News news)
    {
        var elements = family.Person.Plans[0].Elements.Where(e => e.Origin is null).ToList();
        var started = news with { Type = "plan.started", OnlyElements = false, Category = Category.PlanTypeAndDates };
        var list = started with { Elements = [.. elements.Select(e => new NewsElement(e.Id, null, e.Content))] };
        foreach (var roles in family.Audience)
        {
            var (verdict, sight) = (family.Decide(roles, news.Purpose), family.Sight(roles[0].Team));
            var listed = Cut.Of(list, verdict, roles[0], sight).View?.Elements.Select(e => e.Element).ToHashSet() ?? [];
            foreach (var element in elements)
            {
                var isToldOf = Cut.Of(started with { Elements = [new NewsElement(element.Id, null, element.Content)] }, verdict, roles[0], sight).View?.Elements is [{ Act: ElementAct.Add }];
                Must((verdict.Shows(element.Content.Category) && sight.Lets(element.Content)) == isToldOf && isToldOf == listed.Contains(element.Id), "check, audience and list differ");
            }
        }
    }

    /// <summary>What is handed over is within what was decided at the commit, and within what may be seen now. Answers the reasons of now.</summary>
    public static IEnumerable<Because> HandedOverIsWithinBoth(Family family, News news)
    {
        var later = family.AudienceLater;
        foreach (var roles in family.Audience)
        {
            if (family.CutOf(news, roles).View is not { } view)
            {
                continue;
            }

            var still = later.FirstOrDefault(l => l[0].Team == roles[0].Team && l[0].Subject == roles[0].Subject);
            var now = still is null
                ? new Verdict(Because.AccessEnded, default, Untagged: false, NeedsDecision: false, Basis.Of([]))
                : family.DecideLater(still);
            var sight = family.SightLater(roles[0].Team);
            var hidden = view.Elements.Where(e => !sight.Lets(e.Content) || (family.Change is not Domain.Alerts.AlertRaised && Gone(family, e.Element, now, sight))).Select(e => e.Element);
            var again = new Again(now.Because, now.Categories, now.Untagged, now.Basis, still is not null, [.. hidden]);
            Within(view, again.Narrow(view), now, still is not null, again);
            Must(again.Narrow(view)?.Elements.All(e => sight.Lets(e.Content)) != false, "what is about somebody is handed over to them");
            yield return now.Because;
        }
    }

    /// <summary>By an agreement nobody sees more than the edition in force gives to one of its roles. Answers whether it was another than the built-in one.</summary>
    public static bool NobodySeesMoreThanTheEditionGives(Family family, News news)
    {
        var isOther = false;
        foreach (var (roles, verdict, edition) in family.Audience.Select(r => (r, family.Decide(r, news.Purpose), family.Register.Edition))
            .Concat(family.AudienceLater.Select(r => (r, family.DecideLater(r), family.Later.Edition))).Where(d => d.Item2.Because == Because.Agreement))
        {
            var given = roles.Aggregate(default(CategorySet), (all, r) => r.Role is { } role ? all.Or(edition.Needs.Of(role)) : all);
            Must(verdict.Categories.Except(given).IsEmpty, "more is seen than the edition in force gives");
            isOther |= edition.Edition != RoleNeeds.Edition;
        }

        return isOther;
    }

    /// <summary>A copy is seen by nobody but its holder's own agency, in whatever happens to it. Source: "never visible more widely than its origin".</summary>
    public static void ACopyIsNeverWider(Family family, News news)
    {
        var copies = family.Person.Plans[0].Elements.Where(e => e.Origin is not null).Select(e => e.Id).ToHashSet();
        foreach (var roles in family.Audience)
        {
            var told = family.CutOf(news, roles).View?.Elements ?? [];
            Must(roles[0].Team.Agency == family.Holder || !told.Any(e => copies.Contains(e.Element)), "a copy is seen by another agency");
        }

        var to = new Recipient(Register.TeamOf(0), Role.TeamManager, family.Kind, Family.Self, Route.Directed, []);
        var why = new JustificationDraft((int)StatutoryGround.S11Duty, "made up", "made up", 0, 0);
        foreach (var copy in copies)
        {
            var sent = DirectedAnswer.Decide(
                new ShareDirected(family.Person.Plans[0].Id, [copy], $"{to.Team}", 1, why), family.Person, Cast.CallerOf(family.Holder), to, DirectedLane.Policy(family.Holder, to, family.Register), Cast.Now);
            Must(sent.View is null, "a copy is sent by a person's word");
        }
    }

    /// <summary>An error anywhere in a rule is no for that recipient, with a question; everybody else is served as ever. Source: "Above all".</summary>
    public static void AFailingRuleDeniesThatRecipientOnly(Family family, News news)
    {
        var audience = family.Audience;
        if (audience.Count == 0)
        {
            return;
        }

        var broken = audience[0][0].Team.Agency;
        var failing = new Failing(family.Register, broken);
        foreach (var roles in audience)
        {
            var (usual, verdict) = (family.Decide(roles, news.Purpose), family.Decide(roles, news.Purpose, failing));
            if (roles[0].Team.Agency != broken)
            {
                Must(usual == verdict, "somebody else is decided otherwise");
                continue;
            }

            Must(verdict is { Because: Because.RuleError, NeedsDecision: true } && !Sees(verdict), "a rule failed, and it was not a no with a question");
            var some = roles.Select((r, i) => family.DecideOne(r, news.Purpose, i == 0 ? failing : family.Register)).ToArray();
            Must(Verdict.United(some) is { Because: Because.RuleError, NeedsDecision: true } one && !Sees(one), "a rule failed for one role, and another role saw it all the same");
            Must(family.CutOf(news, roles, verdict) is { View: null, Kind: VerdictKind.NeedsDecision }, "a rule failed, and something was delivered");
            Must(Question.Of(news, family.Kind, Family.Self, AskedDecision.Of(roles, RoleNeeds.BuiltIn, verdict.Because, news.Type, 2)) is not null, "a rule failed, and nobody is asked");
        }

        // At one place in each case: exceptions are dear.
        var at = family.Person.Links.Length + family.Person.Circle.Length + news.Elements.Length;
        at %= StandingRules.All.Count + 1;
        SharingRule[] rules = [.. StandingRules.All.Take(at), Fails, .. StandingRules.All.Skip(at)];
        var first = SharingPolicy.Decide(rules, family.Question(audience[0][0], news.Purpose));
        Must(
            first.Because == Because.RuleError || first == family.DecideOne(audience[0][0], news.Purpose),
            "a rule failed, and another verdict came of it");
    }

    /// <summary>A named person sends what the recipient's role needs and the holder's own, tagged words, and no more.</summary>
    public static Verdict? ByAPersonsWord(Family family, News news)
    {
        if (family.Audience is not [var roles, ..])
        {
            return null;
        }

        var policy = DirectedLane.Policy(family.Holder, roles[0] with { Route = Route.Directed }, family.Register);
        var asks = AskedDecision.Of(roles, RoleNeeds.BuiltIn, Because.NoAgreementInForce, news.Type, 2);
        var about = Cast.Happened(family.Change, family.Holder, 2);
        var why = new JustificationDraft((int)StatutoryGround.S11Duty, "made up", "made up", 0, 0);
        var sent = DirectedAnswer.Decide(new SendDirected(new AskedItem(roles[0].Team, 1, 0), asks, [], why), family.PersonLater, about, isAnswered: false, policy, Cast.Now, family.Sight(roles[0].Team));
        Must(sent.View is null || policy.Because == Because.Directed, "sent to a team that the hub does not know, or from which it is kept");
        foreach (var element in sent.View?.Elements ?? [])
        {
            Must(asks.Needs.Has(element.Content?.Category), "sent what the role does not need");
            Must(policy.Shows(element.Content?.Category) && family.Sight(roles[0].Team).Lets(element.Content), "sent what a court or whom it is about keeps from them");
        }

        Must(sent.View is not { MoreExists: true }, "told that there is more");
        return policy;
    }

    private static void Within(View view, View? handed, Verdict now, bool isRecipient, Again again)
    {
        if (handed is null)
        {
            return;
        }

        Must(isRecipient, "handed over to somebody who has no way to hear of it");
        foreach (var element in handed.Elements)
        {
            Must(view.Elements.Contains(element), "more was handed over than was decided");
            Must(element.Content is null ? now.Untagged : now.Shows(element.Content.Category), "more was handed over than may be seen now");
            Must(!again.Hidden.Contains(element.Element), "an element was handed over that is gone");
        }

        Must(handed.Facts is null || (view.Facts is not null && now.Shows(Category.PlanTypeAndDates)), "the plan's dates were handed over");
        Must(handed.Type == Cut.RecordUpdated || (handed.Type == view.Type && now.Shows(view.TypeCategory ?? Category.PlanTypeAndDates)), "the type was handed over");
        Must(!handed.MoreExists || now.MayHearOfMore, "that more exists was handed over");
        Must(handed.Plan is null || handed.Plan == view.Plan, "another plan was handed over");
    }

    // Of what is handed over from a plan, what stands there no more or tells what the recipient may not see.
    private static bool Gone(Family family, ElementId element, Verdict now, ElementSight sight)
        => family.PersonLater.Plans.SelectMany(p => p.Elements).FirstOrDefault(e => e.Id == element) is not { } stands
            || !now.Shows(stands.Content.Category) || !sight.Lets(stands.Content);

    private static bool Sees(Verdict verdict) => verdict.Untagged || !verdict.Categories.IsEmpty;

    private static Verdict? Never(SharingQuestion asked) => Verdict.No(Because.NoAgreement, asked.Recipient);

    private static Verdict? Fails(SharingQuestion asked) => throw new InvalidOperationException("a rule fails");

    internal static void Must(bool kept, string broken)
    {
        if (!kept)
        {
            throw new PromiseBroken(broken);
        }
    }

    /// <summary>A register that fails when it is asked about one agency.</summary>
    private sealed class Failing(Register register, AgencyId broken) : ISharingFacts
    {
        public TeamFacts? Team(TeamId team) => team.Agency == broken ? throw new InvalidOperationException("no register") : register.Team(team);

        public IReadOnlyList<AgreementFacts> Agreements(AgencyId holder, AgencyId recipient) => register.Agreements(holder, recipient);

        public Sector? SectorOf(AgencyId agency) => register.SectorOf(agency);
    }
}

/// <summary>A family in which a promise is not kept.</summary>
internal sealed class PromiseBroken(string what) : Exception(what);
