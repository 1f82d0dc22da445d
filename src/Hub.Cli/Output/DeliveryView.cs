using System.Globalization;
using Hub.Cli.Calls;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hub.Cli.Output;

/// <summary>A delivery for somebody who reads along.</summary>
internal static class DeliveryView
{
    public static IRenderable Of(Delivery delivery)
    {
        var severity = Word.Of(delivery.Severity);
        var heading = new Markup($"[bold {Colour(delivery.Severity)}]{severity}[/] [bold]{Markup.Escape(Plain.Text(delivery.Type))}[/]");
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2)).AddColumn();
        foreach (var (name, value) in Lines(delivery).Where(l => l.Value.Length > 0))
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(Plain.Text(value)));
        }

        return new Rows(heading, grid);
    }

    private static IEnumerable<(string Name, string Value)> Lines(Delivery delivery)
    {
        yield return ("number", delivery.Number.ToString(CultureInfo.InvariantCulture));
        yield return ("delivery", delivery.DeliveryId);
        yield return ("child", delivery.Child);
        yield return ("adult", delivery.Adult);
        yield return ("holder", delivery.HolderAgencyId.Length > 0 ? $"{delivery.HolderAgencyId}, duty number {delivery.HolderDutyNumber}" : "");
        yield return ("link", delivery.LinkId);
        yield return ("from team", delivery.FromTeamId);
        yield return ("asked team", delivery.AskedTeamId);
        yield return ("plan", string.Join(", ", new[] { delivery.PlanId, Word.Of(delivery.PlanType), Word.Of(delivery.PlanState) }.Where(w => w.Length > 0)));
        yield return ("dates", delivery.StartsOn.Length + delivery.EndsOn.Length > 0 ? $"{delivery.StartsOn} to {delivery.EndsOn}" : "");
        foreach (var change in delivery.Elements)
        {
            yield return (Word.Of(change.Act), Text(change.Content));
        }

        yield return ("more exists", delivery.MoreExists ? $"yes: ask {delivery.HolderDutyNumber}" : "");
        yield return ("decide about", Asked(delivery.DecisionNeeded));
        yield return ("asks to be rung back", Asks(delivery.ContactRequested));
        yield return ("restriction", delivery.RestrictionId);
        yield return ("review on", delivery.ReviewOn);
        yield return ("about delivery", delivery.AboutDeliveryId);
        yield return ("for", delivery.ForPractitionerId);
        yield return ("recorded", delivery.RecordedAt?.ToDateTimeOffset().ToString("u") ?? "");
        yield return ("acknowledge by", delivery.AcknowledgeBy?.ToDateTimeOffset().ToString("u") ?? "");
    }

    private static string Text(PlanElementContent? content)
        => content is null ? "" : $"{content.Text} ({Word.Of(content.Category)}, {Word.Of(content.Kind)})";

    private static string Asked(DecisionNeeded? asked)
        => asked is null ? ""
            : $"{asked.RecipientTeamId} ({Word.Of(asked.RecipientRole)}), {Word.Of(asked.Because)}, of {asked.NewsType}; duty number {asked.RecipientDutyNumber}";

    private static string Asks(ContactRequested? asks)
        => asks is null ? ""
            : $"{asks.PractitionerId}{(asks.ActingForPractitionerId.Length > 0 ? $", for {asks.ActingForPractitionerId}" : "")}{(asks.Words.Length > 0 ? $": {asks.Words}" : "")}";

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Red => "red",
        Severity.Amber => "orange1",
        Severity.Green => "green",
        _ => "blue",
    };
}
