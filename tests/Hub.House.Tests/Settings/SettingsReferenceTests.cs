using Hub.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace Hub.House.Tests.Settings;

public sealed class SettingsReferenceTests
{
    private static string Page => Path.Combine(Repository.Root, "docs", "configuration.md");

    [Fact]
    public void The_page_is_what_the_tree_says()
    {
        if (Golden.MayUpdate)
        {
            File.WriteAllText(Page, SettingsReference.Write());
        }

        Assert.Equal(File.ReadAllText(Page), SettingsReference.Write());
    }

    [Fact]
    public void An_unknown_key_is_refused_by_name()
    {
        var refused = Assert.Throws<SettingsException>(() => Read("Hub:Silo:Stoer:Kind", "Postgres"));
        Assert.Contains("Stoer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_refused_without_being_shown()
    {
        var refused = Assert.Throws<SettingsException>(() => Read("Hub:Silo:Journal:Lanes", "marker-value"));
        Assert.Contains("Lanes", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("marker-value", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_none_is_refused() => Assert.Throws<SettingsException>(() => Read("Hub:Gateway:Listen", "localhost"));

    [Fact]
    public void Every_key_of_the_page_can_be_set()
    {
        var keys = File.ReadLines(Page).Where(l => l.StartsWith("| `Hub:", StringComparison.Ordinal)).Select(l => l.Split('`')[1]);
        Assert.All(keys.Where(k => k.EndsWith(":Folder", StringComparison.Ordinal) || k.EndsWith("File", StringComparison.Ordinal)), k => Read(k, "somewhere"));
    }

    private static HubOptions Read(string key, string value)
        => HubSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
}
