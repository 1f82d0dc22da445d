using Hl7.Fhir.Model;
using Hub.Cli.Calls;
using Hub.Cli.Import.Mapping;
using Hub.Cli.Import.Reading;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Teams.V1;

namespace Hub.Cli.Import.Loading;

/// <summary>Roles of the agency's own practitioners: held in the team that the command line names.</summary>
internal static class RoleLoad
{
    private const string GeneralPractitioner = "62247001";

    public static async Task<Result> Run(SourceRecord record, PractitionerRole role, Result? practitioner, Importer importer)
    {
        if (practitioner is null)
        {
            return new Result(record, Outcome.NotTaken, "is not held at the agency by a practitioner of this run (--organization)");
        }

        if (importer.Team.Length == 0)
        {
            return new Result(record, Outcome.NotTaken, "at the hub a role is held in a team, and none is named (--team)");
        }

        if (Named(role) is not { } named)
        {
            return new Result(record, Outcome.NotTaken, "is no role of the hub");
        }

        var paths = new FieldPaths();
        paths.Add("role", record.At("code"));
        paths.Add("practitioner_id", record.At("practitioner"));
        try
        {
            var request = HubRequest.NewId();
            await importer.Hub.Teams.AssignRoleAsync(
                new AssignRoleRequest { RequestId = request, TeamId = importer.Team, PractitionerId = practitioner.Reference, Role = named }, importer.Options);
            var outcome = await importer.HasAssigned(request) ? Outcome.Loaded : Outcome.Known;
            return new Result(record, outcome) { LeftOut = LeftOut.Of(record, "practitioner", "organization", "code", "active") };
        }
        catch (HubRefusedException no)
        {
            return Refused.By(no, record, paths);
        }
    }

    private static Role? Named(PractitionerRole role)
        => role.Code.Exists(c => c.Has(Systems.Snomed, GeneralPractitioner)) ? Role.Gp
            : role.Code.SelectMany(c => c.Codes(Systems.Role)).Select(Word.Find<Role>).FirstOrDefault(r => r is not null);
}
