using System.Text.Json;
using Hub.Children.V1;
using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Silo;

namespace Hub.Faults.Stories;

/// <summary>No fault but haste: several agencies register the same children at the same instant, all of them saying the same.</summary>
public abstract class RegistrationAtOnce(StoreKind kind)
{
    private const int Agencies = 6;
    private const int Children = 25;

    [Fact]
    public async Task A_child_becomes_one_person()
    {
        await using var site = await HubSite.Create(kind);
        await site.Start();
        using var crowd = await Crowd.Gather(site, Agencies, leading: 0, new Chance(1));
        for (var child = 0; child < Children; child++)
        {
            await Task.WhenAll(crowd.Workers.Select(w => Register(w, child)));
        }

        await site.KillHost();
        var (code, output, errors) = await site.Run("audit", "verify", "--json");
        Assert.True(code == 0, output + errors);
        using var report = JsonDocument.Parse(output);
        Assert.Equal(Agencies + Children, report.RootElement.GetProperty("streams").GetInt32());
    }

    private static async Task Register(Worker worker, int child)
    {
        var request = new RegisterChildRequest { RequestId = $"child-{child}", Identity = Texts.Child(child) };
        var ask = new Ask(request.RequestId, "RegisterChild", async o => await worker.Caller.Client.Children.RegisterChildAsync(request, o));
        var answer = await worker.Caller.Asking.UntilAnswered(ask);
        Assert.False(answer.IsRefused, $"{worker.Caller.Name}: {answer}");
    }
}

/// <summary>On the embedded store.</summary>
public sealed class RegistrationAtOnceOnEmbedded() : RegistrationAtOnce(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class RegistrationAtOnceOnPostgres() : RegistrationAtOnce(StoreKind.Postgres);
