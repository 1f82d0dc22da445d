namespace Hub.Gateway.Tests.Stories.CommandLine;

/// <summary>The built program <c>hub</c>.</summary>
internal static class HubProgram
{
    public static StartedProgram Start(RunningHub hub, string agency, string practitioner, params IReadOnlyList<string> arguments)
        => StartedProgram.Start(hub, agency, practitioner, Built.Dotnet, [Built.At("HubProgram"), .. arguments]);

    public static async Task<(int Code, string Said, string Error)> Run(RunningHub hub, string agency, string practitioner, params IReadOnlyList<string> arguments)
    {
        using var program = Start(hub, agency, practitioner, arguments);
        return await program.Rest();
    }
}
