using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hub.Cli.Output;

/// <summary>Any answer, readable: its fields line by line, lists as tables.</summary>
internal static class AnswerView
{
    public static IRenderable Of(IMessage answer)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        var lists = new List<IRenderable>();
        Fill(answer, grid, lists);
        return (grid.Rows.Count, lists.Count) switch
        {
            (0, 0) => new Rows(new Markup("[green]done[/]")),
            (0, _) => new Rows(lists),
            _ => new Rows([grid, .. lists]),
        };
    }

    private static void Fill(IMessage message, Grid grid, List<IRenderable> lists)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (Leaf.IsTable(field))
            {
                lists.Add(Table(field, (IList)field.Accessor.GetValue(message)));
            }
            else if (Leaf.Inside(field, message) is { } inner)
            {
                Fill(inner, grid, lists);
            }
            else if (Leaf.Of(field, message) is { Value.Length: > 0 } leaf)
            {
                grid.AddRow(new Text(leaf.Name, new Style(Color.Grey)), new Text(leaf.Value));
            }
        }
    }

    private static IRenderable Table(FieldDescriptor field, IList rows)
    {
        if (rows.Count == 0)
        {
            return new Text($"no {field.Name.Replace('_', ' ')}", new Style(Color.Grey));
        }

        var cells = rows.Cast<IMessage>().Select(row => Leaf.Of(row).ToList()).ToList();
        var columns = cells.SelectMany(row => row.Where(l => l.Value.Length > 0).Select(l => l.Name)).Distinct().ToList();
        var table = new Table().Border(TableBorder.Rounded).AddColumns([.. columns.Select(Markup.Escape)]);
        foreach (var row in cells)
        {
            table.AddRow(columns.Select(c => new Text(row.FirstOrDefault(l => l.Name == c)?.Value ?? "")));
        }

        return table;
    }
}
