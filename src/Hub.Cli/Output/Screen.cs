using System.CommandLine;
using Google.Protobuf;
using Hub.Cli.Calls;
using Hub.Inbox.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hub.Cli.Output;

/// <summary>Answers on standard output, as JSON or to be read; everything about them on standard error.</summary>
internal sealed class Screen(IAnsiConsole answers, IAnsiConsole asides, TextWriter json, bool isJson)
{
    private const int Unfolded = 4096;

    public bool IsJson => isJson;

    public static Screen Of(ParseResult parsed)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return new Screen(Open(output, Console.IsOutputRedirected), Open(error, Console.IsErrorRedirected), output, parsed.GetValue(ConnectionOptions.Json));
    }

    public void Show(IMessage answer)
    {
        if (isJson)
        {
            Line(JsonFormatter.Default.Format(answer));
        }
        else
        {
            answers.Write(AnswerView.Of(answer));
        }
    }

    public void Show(Delivery delivery)
    {
        if (isJson)
        {
            Line(JsonFormatter.Default.Format(delivery));
        }
        else
        {
            answers.Write(DeliveryView.Of(delivery));
        }
    }

    public void Show(IRenderable table) => answers.Write(table);

    /// <summary>Shows somebody who watches how far the work is; the work calls once for each of its steps.</summary>
    public Task Watch(string what, int steps, Func<Action, Task> work)
        => isJson || !asides.Profile.Capabilities.Ansi
            ? work(() => { })
            : asides.Progress().StartAsync(progress =>
            {
                var task = progress.AddTask(what, maxValue: steps);
                return work(() => task.Increment(1));
            });

    public void Say(string colour, string text) => answers.MarkupLine($"[{colour}]{Markup.Escape(Plain.Text(text))}[/]");

    /// <summary>One line of JSON, readable at once by whoever waits for it.</summary>
    public void Line(string text)
    {
        json.WriteLine(text);
        json.Flush();
    }

    public void Aside(string text) => asides.MarkupLineInterpolated($"[grey]{Plain.Text(text)}[/]");

    public void Complain(string text) => asides.MarkupLineInterpolated($"[red]hub:[/] {Plain.Text(text)}");

    private static IAnsiConsole Open(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isRedirected)
        {
            // A file or a pipe has no edge to fold at.
            console.Profile.Width = Unfolded;
        }

        return console;
    }
}
