using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;
using Hub.Restrictions.V1;

namespace Hub.Cli.Restrictions;

/// <summary><c>hub restrictions place</c>.</summary>
internal static class PlaceRestriction
{
    private static readonly Argument<RestrictionGround> Ground = Word.Argument<RestrictionGround>("ground", "Why,");
    private static readonly Option<string> Guardian = new("--guardian") { Description = "The own team that answers for it, as agency/team.", Required = true };
    private static readonly Option<bool> OwnRecordOnly = new("--own-record-only") { Description = "What the own agency holds, and nothing else." };
    private static readonly Option<string[]> People = new("--from") { Description = "A practitioner from whom it is kept, as agency/number; may be repeated." };
    private static readonly Option<string[]> Agencies = new("--from-agency") { Description = "An agency from which a court keeps it; may be repeated." };
    private static readonly Option<string[]> Teams = new("--from-team") { Description = "A team from which it is kept, as agency/team; may be repeated." };
    private static readonly Option<Category[]> Categories = Word.Options<Category>("--category", "What a court keeps; may be repeated,");
    private static readonly Option<string[]> Admitted = new("--admit") { Description = "A team that hears all the same, as agency/team; may be repeated." };
    private static readonly Option<string[]> FormerlyKnown = new("--formerly-known") { Description = "A name or number under which the person was known before; may be repeated." };

    public static Command Create() => HubCommand.Write(
        new Command("place", "Keep something of a person from somebody, until it is lifted.")
        {
            Said.Person, Ground, Guardian, RestrictionsCommand.ReviewOn, OwnRecordOnly, People, Agencies, Teams, Categories, Admitted, FormerlyKnown,
        },
        call => call.Hub.Restrictions.PlaceRestrictionAsync(
            new PlaceRestrictionRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                Terms = new RestrictionTerms
                {
                    Ground = call.Of(Ground),
                    GuardianTeamId = call.Of(Guardian),
                    ReviewOn = call.Of(RestrictionsCommand.ReviewOn),
                    OwnRecordOnly = call.Of(OwnRecordOnly),
                    People = { call.Of(People).Select(Named) },
                    AgencyIds = { call.Of(Agencies) },
                    TeamIds = { call.Of(Teams) },
                    Categories = { call.Of(Categories) },
                    AdmittedTeamIds = { call.Of(Admitted) },
                    FormerlyKnown = { call.Of(FormerlyKnown) },
                },
            },
            call.Options));

    private static NamedPractitioner Named(string text)
        => text.Split('/') is [var agency, var practitioner]
            ? new NamedPractitioner { AgencyId = agency, PractitionerId = practitioner }
            : throw new UsageException($"'{text}' is not agency/number");
}
