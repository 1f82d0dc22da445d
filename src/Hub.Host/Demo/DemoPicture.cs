using System.Globalization;
using System.Security;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hub.Host.Demo;

/// <summary>The screen as an SVG picture: what was written to the terminal, cell by cell.</summary>
internal sealed class DemoPicture : IAnsiConsoleEncoder
{
    private const double Cell = 8.43;
    private const int Row = 19;
    private const int Margin = 18;

    public string Encode(IAnsiConsole console, IEnumerable<IRenderable> renderables)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var lines = Segment.SplitLines(renderables.SelectMany(r => r.Render(options, console.Profile.Width)).Where(s => !s.IsControlCode));
        var (width, height) = ((console.Profile.Width * Cell) + (2 * Margin), (lines.Count * Row) + (2 * Margin));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height}\" width=\"{width:0}\" height=\"{height}\" role=\"img\">\n")
            .Append("<title>The demo of the Safeguarding Hub, as it is seen in a terminal</title>\n")
            .Append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#11151c\"/>\n")
            .Append("<g font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\" fill=\"#dfe3ea\" xml:space=\"preserve\">\n");
        for (var i = 0; i < lines.Count; i++)
        {
            var column = 0;
            foreach (var segment in lines[i])
            {
                Write(svg, segment, column, Margin + ((i + 1) * Row) - 5);
                column += segment.CellCount();
            }
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static void Write(StringBuilder svg, Segment segment, int column, int y)
    {
        var text = segment.Text.TrimEnd();
        if (text.Length == 0)
        {
            return;
        }

        // Placed by column and stretched to its cells, whatever font the reader has.
        var spaces = text.Length - text.TrimStart().Length;
        var (x, length) = (Margin + ((column + spaces) * Cell), (text.Length - spaces) * Cell);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{y}\" textLength=\"{length:0.0}\"{Look(segment.Style)}>{SecurityElement.Escape(text.TrimStart())}</text>\n");
    }

    private static string Look(Style style)
    {
        var fill = style.Foreground == Color.Default ? "" : style.Foreground == Color.Grey ? " fill=\"#8b94a3\"" : $" fill=\"#{style.Foreground.ToHex()}\"";
        return fill + (style.Decoration.HasFlag(Decoration.Bold) ? " font-weight=\"bold\"" : "") + (style.Decoration.HasFlag(Decoration.Italic) ? " font-style=\"italic\"" : "");
    }
}
