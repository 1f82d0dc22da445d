using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Hub.Errors.V1;

namespace Hub.Gateway.Tests.Refusals;

/// <summary>A refusal as a caller sees it, held to what docs/formats/wire.md says of every refusal.</summary>
internal sealed record Told(string Reason, StatusCode Status, IReadOnlyList<string> Fields, NotKnown? Neutral, NotHeard? NotHeard, ByteString Details)
{
    private const string Domain = "safeguarding-hub";

    // Copied from the page on purpose: the code must not be its own witness.
    private static readonly Dictionary<string, StatusCode> Statuses = new()
    {
        ["NOT_KNOWN"] = StatusCode.NotFound,
        ["STALE_VERSION"] = StatusCode.Aborted,
        ["INVALID_IDENTIFIER"] = StatusCode.InvalidArgument,
        ["INVALID_ELEMENT"] = StatusCode.InvalidArgument,
        ["INVALID_FIELD"] = StatusCode.InvalidArgument,
        ["INVALID_REFERENCE"] = StatusCode.InvalidArgument,
        ["INVALID_PAGE_TOKEN"] = StatusCode.InvalidArgument,
        ["TOO_LARGE"] = StatusCode.InvalidArgument,
        ["STATE_CONFLICT"] = StatusCode.FailedPrecondition,
        ["REQUEST_ID_REUSED"] = StatusCode.AlreadyExists,
        ["UNKNOWN_CALLER"] = StatusCode.Unauthenticated,
        ["RATE_LIMITED"] = StatusCode.ResourceExhausted,
        ["TRY_AGAIN"] = StatusCode.Unavailable,
    };

    public static async Task<Told> By(Func<Task> call)
    {
        var refused = await Assert.ThrowsAnyAsync<RpcException>(call);
        Assert.Matches("^[0-9a-f]{32}$", refused.Trailers.GetValue("hub-reference") ?? "");
        return Of(refused.StatusCode, refused.GetRpcStatus());
    }

    public static Told Of(StatusCode code, Google.Rpc.Status? status)
    {
        Assert.NotNull(status);
        Assert.Equal((int)code, status.Code);
        var info = Assert.Single(All<ErrorInfo>(status));
        Assert.Equal(Domain, info.Domain);
        Assert.Empty(info.Metadata);
        Assert.Equal(Statuses[info.Reason], code);
        var broken = All<BadRequest>(status);
        var neutral = All<NotKnown>(status);
        var retry = All<RetryInfo>(status);
        var notHeard = All<NotHeard>(status);
        Assert.True(broken.Count <= 1);
        Assert.Equal(info.Reason == "NOT_KNOWN" ? 1 : 0, neutral.Count);
        Assert.Equal(info.Reason == "TRY_AGAIN" ? 1 : 0, retry.Count);
        Assert.True(notHeard.Count <= (info.Reason is "TRY_AGAIN" or "RATE_LIMITED" ? 1 : 0));
        Assert.Equal(status.Details.Count, 1 + broken.Count + neutral.Count + retry.Count + notHeard.Count);
        return new Told(
            info.Reason, code, [.. broken.SelectMany(b => b.FieldViolations).Select(v => v.Field)], neutral.FirstOrDefault(), notHeard.FirstOrDefault(), status.ToByteString());
    }

    private static List<T> All<T>(Google.Rpc.Status status)
        where T : class, IMessage<T>, new()
        => [.. status.Details.Where(d => d.Is(new T().Descriptor)).Select(d => d.Unpack<T>())];
}
