using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Agencies;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Restrictions;

/// <summary>Restrictions of the tests, and who asks for them.</summary>
internal static class Kept
{
    public static readonly RestrictionId Id = new(7);
    public static readonly TeamId Lead = TeamId.TryParse("riverside/team")!;
    public static readonly TeamId Other = TeamId.TryParse("harbour/team")!;
    public static readonly PractitionerId Kin = PractitionerId.TryParse("SW-FICTION-2")!;

    /// <summary>A member of the lead's team, to whom everybody named is known.</summary>
    public static readonly RestrictionStanding OfLead = new(IsOfLead: true, Lead, MayForOwn: true, _ => true, _ => true, _ => true);

    public static readonly RestrictionStanding OfOwn = OfLead with { IsOfLead = false };

    public static readonly PlaceRestriction Conflict = Place(RestrictionGround.StaffConflict) with { People = [new PractitionerDraft("riverside", Kin.Value)] };

    public static readonly Guardians Guardian = new(team => team == Lead, Manages: false);

    public static RestrictionTerms Terms(RestrictionGround ground) => new(ground, Lead, new DateOnly(2026, 5, 1), OwnRecord: false, [], [], [], default, []);

    public static PlaceRestriction Place(RestrictionGround ground) => new(Id, (int)ground, Lead.ToString(), In(30), OwnRecord: false, [], [], [], [], []);

    /// <summary>How the child was known is for the lead's team alone.</summary>
    public static Restriction Formerly(params ImmutableArray<string> known) => Of(Terms(RestrictionGround.GenderRecognition) with { FormerlyKnown = known });

    public static Restriction Of(RestrictionTerms terms, AgencyId? author = null) => new(Id, author ?? Cast.Riverside, Cast.Worker, Cast.Now, terms);

    public static string In(int days) => DateOnly.FromDateTime(Cast.Now.ToDateTimeOffset().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Decided By(this PlaceRestriction command, AgencyId agency, RestrictionStanding standing)
        => command.Decide([], Cast.CallerOf(agency), standing, Cast.Now);

    public static ImmutableArray<Restriction> After(this ImmutableArray<Restriction> placed, IEvent change, AgencyId? by = null)
        => RestrictionFold.Apply(placed, Cast.Happened(change, by));
}
