using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>Words for people who have no system.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<DecisionWritten>> ReleaseWords(Caller caller, ReleaseWords command)
    {
        var leaks = PersonLeaks.None;
        return Decide(new Write<Person, DecisionWritten>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.ReleaseWords),
            (state, now) => Known(state, caller, s =>
            {
                var decided = command.Decide(s.Relationships, IsOfLead(s, caller));
                leaks = decided.Change is { } change ? PersonLeaks.OfEvent(s, Kind, caller.Agency, change, people.Facts, now) : PersonLeaks.None;
                return TellsNothingProtected(leaks) ? decided : TellsAProtectedFact;
            }),
            (_, happened) => new DecisionWritten(happened?.Version ?? 0))
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => Task.FromResult<Outward?>(people.Dispatch.Released(Stream, state, (WordsReleased)change, caller, leaks, place)),
        });
    }

    private static Decided TellsAProtectedFact { get; } = Decided.Refuse(RefusalReason.InvalidField, "words", "would tell an address or a number that stands on record as protected");

    // What the author may not know is not put to her: it keeps the words from the team.
    private static bool TellsNothingProtected(PersonLeaks leaks) => leaks.Known.IsEmpty && leaks.Unread.IsEmpty;

    /// <summary>Released words stand while the relationship does and the team carries it.</summary>
    private Domain.Inbox.Again OfWords(Person state, JudgeQuestion question, RelationshipId words)
    {
        var stands = Directed(state, question, [], []).Because == Because.Directed
            && state.Relationships.Any(r => r.Id == words && !r.IsEnded && r.Content.CarryingTeam == question.Team);
        var vetoes = Vetoed(state, question);
        return new Domain.Inbox.Again(
            question.Directed is null ? Because.Released : Because.Directed, Domain.Agreements.CategorySet.Of(Domain.Agreements.Category.InformeeMessage, Domain.Agreements.Category.FamilyRelationships), Untagged: false,
            Rest(state, question.Team), stands, vetoes.Hidden)
        {
            KeptOut = state.Restrictions.KeptOut(question.Holder, people.Facts.Acting).Or(vetoes.KeptOut),
        };
    }
}
