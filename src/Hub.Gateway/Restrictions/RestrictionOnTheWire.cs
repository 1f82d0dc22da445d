using Hub.Contracts.Restrictions;
using Hub.Domain.Restrictions;
using Hub.Gateway.Calls;
using Wire = Hub.Restrictions.V1;

namespace Hub.Gateway.Restrictions;

internal static class RestrictionOnTheWire
{
    public static PlaceRestriction Read(Wire.RestrictionTerms sent) => new(
        default,
        (int)sent.Ground,
        sent.GuardianTeamId,
        sent.ReviewOn,
        sent.OwnRecordOnly,
        [.. sent.People.Select(p => new PractitionerDraft(p.AgencyId, p.PractitionerId))],
        [.. sent.AgencyIds],
        [.. sent.TeamIds],
        [.. sent.Categories.Select(c => (int)c)],
        [.. sent.AdmittedTeamIds],
        sent.FormerlyKnown.Count == 0 ? null : [.. sent.FormerlyKnown]);

    public static Wire.Restriction Of(RestrictionShown shown) => new()
    {
        RestrictionId = shown.Restriction,
        Terms = Of(shown.Terms),
        Since = WireTime.Instant(shown.Since),
        IsOverdue = shown.IsOverdue,
        AwaitsSecondPerson = shown.AwaitsSecondPerson,
    };

    private static Wire.RestrictionTerms Of(RestrictionTerms terms) => new()
    {
        Ground = (Wire.RestrictionGround)terms.Ground,
        GuardianTeamId = terms.Guardian.ToString(),
        ReviewOn = WireTime.Date(terms.ReviewOn),
        OwnRecordOnly = terms.OwnRecord,
        People = { terms.People.Select(p => new Wire.NamedPractitioner { AgencyId = p.Agency.Value, PractitionerId = p.Practitioner.Value }) },
        AgencyIds = { terms.Agencies.Select(a => a.Value) },
        TeamIds = { terms.Teams.Select(t => t.ToString()) },
        Categories = { terms.Categories.ToArray().Select(c => (Hub.Plans.V1.Category)c) },
        AdmittedTeamIds = { terms.Admitted.Select(t => t.ToString()) },
        FormerlyKnown = { terms.FormerlyKnown ?? [] },
    };
}
