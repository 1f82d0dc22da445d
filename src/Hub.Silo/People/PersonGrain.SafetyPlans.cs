using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>Who is told by this person's safety plans.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<Done>> AgreeInformee(Caller caller, AgreeInformee command)
        => RunInformee(caller, command, PersonJson.Default.AgreeInformee, (state, now) =>
        {
            var relationship = state.Relationships.FirstOrDefault(r => r.Id == command.Relationship && MaySee(state, caller, r, now));
            var standing = new InformeeStanding(WorksWith(state, caller), PlanAccess.ToSee(state.Plans, command.Plan, caller), relationship);
            var decided = command.Decide(state.Informees, standing, Kind, PersonConsent.BirthDate(state, caller.Agency), caller, now);
            var leaks = decided.Change is InformeeAgreed agreed
                ? PersonLeaks.OfWords(state, Kind, caller.Agency, agreed.Terms.Message, people.Facts, now)
                : PersonLeaks.None;
            return TellsNothingProtected(leaks) ? decided : TellsAProtectedFact;
        });

    public Task<Answer<Done>> EndInformee(Caller caller, EndInformee command)
        => RunInformee(caller, command, PersonJson.Default.EndInformee, (state, _) => command.Decide(state.Informees, WorksWith(state, caller), caller));

    public Task<Answer<Done>> RecordInformeeConsent(Caller caller, RecordInformeeConsent command)
        => RunInformee(caller, command, PersonJson.Default.RecordInformeeConsent, (state, now)
            => command.Decide(state.Informees, WorksWith(state, caller), Kind, PersonConsent.BirthDate(state, caller.Agency), caller, now));

    public Task<Answer<InformeesSeen>> ListInformees(Caller caller)
        => ReadFor<InformeesSeen>(caller, state => new InformeesSeen(
            [
                .. state.Informees
                    .Where(i => i.Holder == caller.Agency && !caller.IsOneOf(by => Named.IsAmong(new StaffMember(caller.Agency, by), i.Terms.Relationship, state.Relationships)))
                    .Select(i => new InformeeSeen(i, i.Consent.AskAgainAt(PersonConsent.BirthDate(state, caller.Agency)))),
            ]));

    private Task<Answer<Done>> RunInformee<TCommand>(Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<Person, Moment, Decided> decide)
        => Decide(new Write<Person, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, json),
            (state, now) => Known(state, caller, known => decide(known, now)),
            (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
        });

    /// <summary>Words that a safety plan says stand while what was agreed does, and while the person consents. Where consent does not carry them any more
    /// the holder's own team is asked.</summary>
    private Again OfAgreedWords(Person state, JudgeQuestion question, RelationshipId informee)
    {
        var (again, now) = (OfWords(state, question, informee), Moment.Of(Services.Time.GetUtcNow()));
        if (Informing.Standing(state, question.Holder, informee) is not { } agreed || !again.IsRecipient)
        {
            return again with { Because = Because.AccessEnded, IsRecipient = false };
        }

        var consent = Informing.ConsentOf(agreed, state);
        var because = consent.Holds(now) ? Because.SafetyPlan : consent.AskAgainAt is null ? Because.NoConsent : Because.ConsentToBeAskedForAgain;
        var to = new Recipient(question.Team, null, Kind, Id, Route.Informee, []);
        return again with
        {
            Because = because,
            Basis = again.Basis with { NotAfter = consent.AskAgainAt },
            IsRecipient = because == Because.SafetyPlan,
            Asks = because != Because.SafetyPlan && people.Askers.Of(state, Kind, question.Holder, question.By, to) is { } team
                ? new AskedTeam(team, AskedDecision.Of(to, informee, because, Words.Type, 0))
                : null,
        };
    }
}
