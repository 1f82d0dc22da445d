using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;

namespace Hub.Domain.Restrictions;

/// <summary>Event <c>restriction.placed</c>. Its author is the envelope's agency and practitioner.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="Terms">What is kept from whom.</param>
public sealed record RestrictionPlaced(
    [property: JsonPropertyName("restriction")] RestrictionId Restriction,
    [property: JsonPropertyName("terms")] RestrictionTerms Terms) : IEvent;

/// <summary>A practitioner as sent.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Practitioner">Register or staff number.</param>
[GenerateSerializer, Immutable, Alias("hub.PractitionerDraft")]
public sealed record PractitionerDraft(
    [property: JsonPropertyName("agency")][Id(0)] string Agency,
    [property: JsonPropertyName("practitioner")][Id(1)] string Practitioner);

/// <summary>What registers and circle say of who would place a restriction.</summary>
/// <param name="IsOfLead">Whether the calling practitioner holds a role in the lead's team.</param>
/// <param name="Lead">The lead's team; null while there is none.</param>
/// <param name="MayForOwn">Whether the calling practitioner holds a role in a team of the agency, and the agency has an open plan.</param>
/// <param name="IsTeam">Whether there is such a team.</param>
/// <param name="IsAgency">Whether there is such an agency.</param>
/// <param name="IsManaged">Whether somebody manages such a team.</param>
public sealed record RestrictionStanding(
    bool IsOfLead, TeamId? Lead, bool MayForOwn, Func<TeamId, bool> IsTeam, Func<AgencyId, bool> IsAgency, Func<TeamId, bool> IsManaged)
{
    /// <summary>What they say of an adoption.</summary>
    public AdoptionStanding Adoption { get; init; } = AdoptionStanding.None;
}

/// <summary>Keeps something of a person from somebody. A member of the lead's team may; for what its own agency holds, a member of a team of an
/// agency with an open plan; an adoption, whoever holds the adoption role. Source: sharing rules, "Each has author, ground, review date (90 days), and a guardian".</summary>
/// <param name="Restriction">Derived from (hub, agency, request id), so that a retry meets the same restriction.</param>
/// <param name="Ground">Number of the ground.</param>
/// <param name="Guardian">Team as sent.</param>
/// <param name="ReviewOn">ISO date, at most 90 days ahead.</param>
/// <param name="OwnRecord">Whether it is about what the own agency holds and nothing else; always for a sensitive service.</param>
/// <param name="People">Practitioners from whom it is kept.</param>
/// <param name="Agencies">Agencies from which it is kept.</param>
/// <param name="Teams">Teams from which it is kept.</param>
/// <param name="Categories">Numbers of what is kept from them; none for everything.</param>
/// <param name="Admitted">The only teams that hear.</param>
/// <param name="FormerlyKnown">How the person was known before a gender recognition; null for nothing.</param>
[GenerateSerializer, Immutable, Alias("hub.PlaceRestriction")]
public sealed record PlaceRestriction(
    [property: JsonPropertyName("restriction")][Id(0)] RestrictionId Restriction,
    [property: JsonPropertyName("ground")][Id(1)] int Ground,
    [property: JsonPropertyName("guardian")][Id(2)] string Guardian,
    [property: JsonPropertyName("review_on")][Id(3)] string ReviewOn,
    [property: JsonPropertyName("own_record")][Id(4)] bool OwnRecord,
    [property: JsonPropertyName("people")][Id(5)] ImmutableArray<PractitionerDraft> People,
    [property: JsonPropertyName("agencies")][Id(6)] ImmutableArray<string> Agencies,
    [property: JsonPropertyName("teams")][Id(7)] ImmutableArray<string> Teams,
    [property: JsonPropertyName("categories")][Id(8)] ImmutableArray<int> Categories,
    [property: JsonPropertyName("admitted")][Id(9)] ImmutableArray<string> Admitted,
    [property: JsonPropertyName("formerly_known"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][Id(10)] ImmutableArray<string>? FormerlyKnown = null)
{
    /// <summary>Refuses who may not (NOT_KNOWN), a restriction past the limit, and terms that are not those of the ground.</summary>
    public Decided Decide(ImmutableArray<Restriction> placed, Caller caller, RestrictionStanding standing, Moment now)
    {
        var ground = (RestrictionGround)Ground;
        var own = OwnRecord || ground == RestrictionGround.SensitiveService;
        var may = ground == RestrictionGround.Adoption ? standing.Adoption.MayPlace(caller.Agency, standing.Lead?.Agency, isAfter: !Categories.IsEmpty)
            : own ? standing.MayForOwn : standing.IsOfLead;
        if (caller.Practitioner is null || !may)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        var terms = new TermsOfRestriction(broken, standing).Read(this, caller.Agency, ground, own, now);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : placed.Length >= Restrictions.Restriction.Most
                ? Decided.Refuse(RefusalReason.TooLarge, "person", $"a person has at most {Restrictions.Restriction.Most} restrictions")
            : Decided.Commit(new RestrictionPlaced(Restriction, terms));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(PlaceRestriction);
}
