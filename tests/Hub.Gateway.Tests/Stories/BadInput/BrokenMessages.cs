using System.Text;
using Google.Protobuf;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Wire;

namespace Hub.Gateway.Tests.Stories.BadInput;

/// <summary>Bytes that no gRPC library would send.</summary>
public sealed class BrokenMessages(EmbeddedScene place) : IClassFixture<EmbeddedScene>
{
    private const string Open = "hub.plans.v1.PlansService/OpenPlan";
    private const string Mark = "MARK";

    public static TheoryData<string, byte[]> BrokenTexts => new()
    {
        { "a byte that is never in UTF-8", [0xFF] },
        { "a letter cut short", [0xE2, 0x82] },
        { "a lone surrogate", [0xED, 0xA0, 0x80] },
        { "an overlong slash", [0xC0, 0xAF] },
        { "beyond the last letter", [0xF5, 0x80, 0x80, 0x80] },
    };

    [Theory, MemberData(nameof(BrokenTexts))]
    public async Task A_text_that_is_no_text_is_refused(string what, byte[] text)
    {
        Assert.NotEmpty(what);
        var message = Message(Mark + new string('.', text.Length));
        var at = message.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Mark)) + Mark.Length;
        text.CopyTo(message, at);
        await Refused("INVALID_FIELD", caller => caller.Call(Open, message));
    }

    [Fact]
    public async Task A_message_cut_short_is_refused()
    {
        var message = Message(Mark);
        await Refused("INVALID_FIELD", caller => caller.Call(Open, message[..^1]));
        await Refused("INVALID_FIELD", caller => caller.Send(Open, WireCaller.Frame(message[..^1], message.Length)));
        await Refused("INVALID_FIELD", caller => caller.Send(Open, WireCaller.Frame(message, message.Length)[..3]));
        await Refused("INVALID_FIELD", caller => caller.Send(Open, []));
    }

    [Fact]
    public async Task Two_messages_for_one_call_are_refused()
    {
        var frame = WireCaller.Frame(Message(Mark), Message(Mark).Length);
        await Refused("INVALID_FIELD", caller => caller.Send(Open, [.. frame, .. frame]));
    }

    [Fact]
    public async Task A_message_that_is_none_is_refused()
    {
        await Refused("INVALID_FIELD", caller => caller.Call(Open, [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));
        await Refused("INVALID_FIELD", caller => caller.Call(Open, [0x07]));
        await Refused("INVALID_FIELD", caller => caller.Send(Open, WireCaller.Frame(Message(Mark), Message(Mark).Length, compressed: 1)));
    }

    [Theory]
    [InlineData(256 * 1024)]
    [InlineData(511 * 1024)]
    [InlineData(1024 * 1024)]
    [InlineData(8 * 1024 * 1024)]
    public async Task A_message_that_is_too_large_is_refused(int size)
        => await Refused("TOO_LARGE", caller => caller.Call(Open, Message(new string('x', size))));

    [Fact]
    public async Task A_large_message_of_unsaid_length_is_refused_for_its_size_every_time()
    {
        for (var i = 0; i < 20; i++)
        {
            var told = await Told.By(() => place.Scene.Open(r => r.Plan.Elements.Add(Enumerable.Repeat(People.Element(new string('x', 4096)), 300))));
            Assert.Equal("TOO_LARGE", told.Reason);
        }
    }

    [Fact]
    public async Task A_message_that_says_to_be_too_large_is_refused()
        => await Refused("TOO_LARGE", caller => caller.Send(Open, WireCaller.Frame(Message(Mark), int.MaxValue)));

    [Fact]
    public async Task Fields_that_the_hub_does_not_know_are_passed_over()
    {
        using var caller = Caller();
        var answer = await caller.Call(Open, [.. Message("validated"), 0xFA, 0x3F, 0x01, 0x41]);
        Assert.Equal(Grpc.Core.StatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("hub.plans.v1.PlansService/NoSuchMethod")]
    [InlineData("hub.plans.v9.PlansService/OpenPlan")]
    [InlineData("metrics")]
    [InlineData("health")]
    public async Task A_method_that_is_not_there_does_nothing(string method)
    {
        var written = await place.Hub.Events();
        using var caller = Caller();
        var answer = await caller.Call(method, Message(Mark));
        Assert.True(answer.Http == 404 || answer.Status == Grpc.Core.StatusCode.Unimplemented, answer.Likeness);
        Assert.Equal(written, await place.Hub.Events());
    }

    private WireCaller Caller() => WireCaller.For(place.Hub, "council", "council", "SW999001");

    private byte[] Message(string text)
    {
        var open = People.Protection(place.Scene.Child, People.Element(text));
        (open.RequestId, open.ValidateOnly) = (HubRequest.NewId(), true);
        return open.ToByteArray();
    }

    private async Task Refused(string reason, Func<WireCaller, Task<WireAnswer>> call)
    {
        var written = await place.Hub.Events();
        using var caller = Caller();
        Assert.Equal(reason, (await call(caller)).Refusal().Reason);
        Assert.Equal(written, await place.Hub.Events());
        await place.Scene.Get(_ => { });
    }
}
