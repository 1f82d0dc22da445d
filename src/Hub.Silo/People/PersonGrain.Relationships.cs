using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>Who else matters to this person.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<Done>> RecordRelationship(Caller caller, RecordRelationship command)
        => RunOnCircle(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.RecordRelationship),
            (state, _) => command.Decide(Id, state.Relationships, StandingOf(state, caller), team => people.Facts.Team(team) is not null));

    public Task<Answer<Done>> EndRelationship(Caller caller, EndRelationship command)
        => RunOnCircle(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.EndRelationship),
            (state, _) => command.Decide(state.Relationships, StandingOf(state, caller)));

    public Task<Answer<RelationshipsSeen>> ListRelationships(Caller caller)
        => ReadFor<RelationshipsSeen>(caller, state =>
        {
            var now = Moment.Of(Services.Time.GetUtcNow());
            return new RelationshipsSeen([.. state.Relationships.Where(r => MaySee(state, caller, r, now))]);
        });

    private RelationshipStanding StandingOf(Person state, Caller caller)
        => new(IsOfLead(state, caller), Circle.LeadOf(state.Circle, Kind) is null, state.Plans.Any(p => p.Agency == caller.Agency && p.IsOpen));

    // Nobody reads what stands there about herself.
    private bool MaySee(Person state, Caller caller, Relationship relationship, Moment now)
        => caller.Practitioner is not null
            && !caller.IsOneOf(p => Named.IsAmong(new StaffMember(caller.Agency, p), relationship.Id, state.Relationships))
            && (relationship.By == caller.Agency || IsOfLead(state, caller) || state.Circle.Any(m =>
                m.State == MemberState.Active && m.Team.Agency == caller.Agency && caller.Holds(by => people.Facts.Team(m.Team)?.Members.Contains(by) == true)
                && SharingPolicy.Decide(relationship.By, Purpose.Safeguard, new Recipient(m.Team, m.Role, Kind, Id, Route.Circle, []) { Restrictions = state.Restrictions }, people.Facts, now)
                    .Shows(Category.FamilyRelationships)));
}
