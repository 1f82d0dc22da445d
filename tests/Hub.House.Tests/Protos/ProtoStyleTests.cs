namespace Hub.House.Tests.Protos;

/// <summary>The public API keeps one shape.</summary>
public sealed class ProtoStyleTests
{
    // Receiving changes nothing that was decided, and a receipt names its deliveries: both may be repeated as they are.
    private static readonly string[] Reads = ["Get", "List", "Find", "Watch", "Check", "Subscribe", "Fetch", "Confirm"];

    private static IEnumerable<ProtoFile> Protos
        => Repository.Files.Where(f => f.Path.StartsWith("protos/hub/", StringComparison.Ordinal) && f.Is(".proto")).Select(f => new ProtoFile(f));

    [Fact]
    public void Protos_keep_the_style_of_the_house() => Repository.Expect(Faults([.. Protos]), "package = folder, a request and a response for each RPC, comments:");

    [Theory]
    [InlineData("package hub.plans.v1;", "package hub.plan.v1;")]
    [InlineData("(OpenPlanRequest)", "(PlanRequest)")]
    [InlineData("returns (OpenPlanResponse)", "returns (PlanResponse)")]
    [InlineData("  // Decide only.\n  bool validate_only = 2;\n", "")]
    [InlineData("string request_id = 1;", "string id = 1;")]
    [InlineData("// Opens a plan.", "")]
    [InlineData("  // A name.\n", "\n")]
    [InlineData("message OpenPlanResponse", "message OpenedPlan")]
    public void A_proto_that_breaks_it_is_found(string good, string bad)
    {
        const string Good = """
            syntax = "proto3";
            package hub.plans.v1;

            // Plans.
            service PlansService {
              // Opens a plan.
              rpc OpenPlan(OpenPlanRequest) returns (OpenPlanResponse);
            }

            // As sent.
            message OpenPlanRequest {
              // A name.
              string request_id = 1;
              // Decide only.
              bool validate_only = 2;
            }

            // Answer.
            message OpenPlanResponse {}
            """;
        Assert.Empty(Faults([File(Good)]));
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.NotEmpty(Faults([File(Good.Replace(good, bad, StringComparison.Ordinal))]));
    }

    private static ProtoFile File(string text) => new(new TextFile("protos/hub/plans/v1/plans.proto", text));

    private static IEnumerable<string> Faults(IReadOnlyList<ProtoFile> files)
    {
        foreach (var file in files)
        {
            if (file.Package != file.PackageOfFolder)
            {
                yield return $"{file.Path}: package {file.Package}, folder {file.PackageOfFolder}";
            }

            foreach (var line in file.Uncommented)
            {
                yield return $"{line}: no comment";
            }

            foreach (var (name, request, response) in file.Rpcs)
            {
                if (request != $"{name}Request" || response != $"{name}Response" || !file.Declares(request) || !file.Declares(response))
                {
                    yield return $"{file.Path}: {name} takes {request} and returns {response}; each RPC has its own, in its own file";
                }

                var fields = file.FieldsOf(request);
                if (!Array.Exists(Reads, r => name.StartsWith(r, StringComparison.Ordinal)) && !(fields.Contains("request_id") && fields.Contains("validate_only")))
                {
                    yield return $"{file.Path}: {request} is a write without request_id and validate_only";
                }
            }
        }
    }
}
