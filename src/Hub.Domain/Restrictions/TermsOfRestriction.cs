using System.Collections.Immutable;
using System.Text;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;

namespace Hub.Domain.Restrictions;

/// <summary>What terms each ground takes.</summary>
internal sealed class TermsOfRestriction(FieldRules broken, RestrictionStanding standing)
{
    /// <summary>Most entries of one list.</summary>
    private const int MostNamed = 64;

    private const int MostFormer = 16;
    private const int LongestFormer = 128;
    private const int ShortestFormer = 3;

    public RestrictionTerms Read(PlaceRestriction sent, AgencyId author, RestrictionGround ground, bool own, Moment now)
    {
        broken.Must(Enum.IsDefined(ground), "ground", "must be a ground by which the hub keeps something");
        var guardian = TeamId.TryParse(sent.Guardian);
        broken.Must(
            guardian is not null && guardian.Agency == author && standing.IsManaged(guardian), "guardian_team_id", "must be a team of the caller's agency that somebody manages");
        var (people, agencies, teams) = (People(sent.People), Agencies(sent.Agencies), Teams("team_ids", sent.Teams));
        var (categories, admitted) = (Categories(sent.Categories), Teams("admitted_team_ids", sent.Admitted));
        var isCourt = ground == RestrictionGround.CourtDirection;
        var admits = ground is RestrictionGround.HighProfile or RestrictionGround.ProtectedPerson or RestrictionGround.HighRisk or RestrictionGround.SeriousCaseReview;
        var (isAdoption, isRecognition) = (ground == RestrictionGround.Adoption, ground == RestrictionGround.GenderRecognition);
        var formerly = FormerlyKnown(sent.FormerlyKnown ?? []);
        Fits("people", ground == RestrictionGround.StaffConflict, !sent.People.IsEmpty, isRequired: true);
        Fits("admitted_team_ids", admits || isAdoption || isRecognition, !sent.Admitted.IsEmpty, isRequired: !isRecognition);
        Fits("agency_ids", isCourt, !sent.Agencies.IsEmpty, isRequired: sent.Teams.IsEmpty);
        Fits("team_ids", isCourt || admits, !sent.Teams.IsEmpty, isRequired: false);
        Fits("categories", isCourt || isAdoption, !sent.Categories.IsEmpty, isRequired: false);
        Fits("formerly_known", isRecognition, !formerly.IsEmpty, isRequired: true);
        broken.Must(!own || !(isAdoption || isRecognition), "own_record_only", "is not of this ground");

        if (isAdoption)
        {
            Adoption(author, guardian, categories, sent.Categories.IsEmpty, admitted);
        }

        // Whoever leads and hears nothing of it must have been left out on purpose. What one agency holds tells it nothing of who leads.
        broken.Must(
            own || !admits || standing.Lead is not { } lead || admitted.Contains(lead) || teams.Contains(lead),
            "admitted_team_ids", "must admit the team that leads the circle, unless team_ids names it");
        return new RestrictionTerms(ground, guardian!, ReviewRules.ReviewOn(broken, sent.ReviewOn, now) ?? default, own, people, agencies, teams, categories, admitted, isRecognition ? formerly : null);
    }

    // All of the before, or what of the after tells of it. Only the placing authority's own adoption role is let in.
    private void Adoption(AgencyId author, TeamId? guardian, CategorySet categories, bool isWhole, ImmutableArray<TeamId> admitted)
    {
        broken.Must(isWhole || categories == CategorySet.Of(Category.AdoptionAndOrigin), "categories", "must be none, or adoption-and-origin alone");
        broken.Must(
            admitted.All(t => t.Agency == author && standing.Adoption.IsTeam(t)), "admitted_team_ids", "must be teams of the caller's agency in which somebody holds the adoption role");
        broken.Must(guardian is null || admitted.Contains(guardian), "guardian_team_id", "must be among the admitted teams");
    }

    private void Fits(string field, bool isOfGround, bool isThere, bool isRequired)
    {
        broken.Must(isOfGround || !isThere, field, "is not of this ground");
        broken.Must(!isOfGround || isThere || !isRequired, field, "must have at least one entry");
    }

    private ImmutableArray<NamedPractitioner> People(ImmutableArray<PractitionerDraft> sent)
    {
        broken.Count("people", sent.Length, MostNamed);
        var read = ImmutableArray.CreateBuilder<NamedPractitioner>();
        for (var i = 0; i < Math.Min(sent.Length, MostNamed); i++)
        {
            var (agency, practitioner) = (AgencyId.TryParse(sent[i].Agency), PractitionerId.TryParse(sent[i].Practitioner));
            broken.Must(agency is not null && standing.IsAgency(agency), $"people[{i}].agency_id", "must be an agency of this hub");

            // Whether another agency has registered such a number is not asked: the answer would tell.
            broken.Must(practitioner is not null, $"people[{i}].practitioner_id", "must be 2 to 32 characters of A-Z, 0-9 and hyphen");
            if (agency is not null && practitioner is not null)
            {
                read.Add(new NamedPractitioner(agency, practitioner));
            }
        }

        return KeptOut.Of(read).People;
    }

    // A word that is in every sentence would cut every sentence.
    private ImmutableArray<string> FormerlyKnown(ImmutableArray<string> sent)
    {
        broken.Count("formerly_known", sent.Length, MostFormer);
        for (var i = 0; i < Math.Min(sent.Length, MostFormer); i++)
        {
            var field = $"formerly_known[{i}]";
            if (broken.Text(field, sent[i], LongestFormer))
            {
                broken.Must(sent[i].EnumerateRunes().Count(Rune.IsLetterOrDigit) >= ShortestFormer, field, $"must have at least {ShortestFormer} letters or digits");
            }
        }

        return [.. sent.Distinct(StringComparer.Ordinal)];
    }

    private ImmutableArray<AgencyId> Agencies(ImmutableArray<string> sent)
    {
        broken.Count("agency_ids", sent.Length, MostNamed);
        var read = new List<AgencyId>();
        for (var i = 0; i < Math.Min(sent.Length, MostNamed); i++)
        {
            var agency = AgencyId.TryParse(sent[i]);
            broken.Must(agency is not null && standing.IsAgency(agency), $"agency_ids[{i}]", "must be an agency of this hub");
            read.AddRange(agency is null ? [] : [agency]);
        }

        return [.. read.Distinct().Order()];
    }

    private ImmutableArray<TeamId> Teams(string field, ImmutableArray<string> sent)
    {
        broken.Count(field, sent.Length, MostNamed);
        var read = new List<TeamId>();
        for (var i = 0; i < Math.Min(sent.Length, MostNamed); i++)
        {
            var team = TeamId.TryParse(sent[i]);
            broken.Must(team is not null && standing.IsTeam(team), $"{field}[{i}]", "must be a team of this hub");
            read.AddRange(team is null ? [] : [team]);
        }

        return [.. read.Distinct().Order()];
    }

    private CategorySet Categories(ImmutableArray<int> sent)
    {
        for (var i = 0; i < sent.Length; i++)
        {
            broken.Must(Enum.IsDefined((Category)sent[i]), $"categories[{i}]", "must be a known category");
        }

        return CategorySet.Of([.. sent.Select(c => (Category)c).Where(Enum.IsDefined)]);
    }
}
