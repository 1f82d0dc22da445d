using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Hub.Faults.Processes;

/// <summary>Signals that the runtime cannot send by itself.</summary>
internal static class Signals
{
    private const int Terminated = 15;
    private const int Stopped = 19;
    private const int Continued = 18;
    private const int NoSuchProcess = 3;

    public static void Terminate(int pid) => Send(pid, Terminated);

    public static void Stop(int pid) => Send(pid, Stopped);

    public static void Continue(int pid) => Send(pid, Continued);

    private static void Send(int pid, int signal)
    {
        // One that has just ended by itself needs no signal.
        if (Kill(pid, signal) != 0 && Marshal.GetLastPInvokeError() is var error and not NoSuchProcess)
        {
            throw new Win32Exception(error);
        }
    }

    // SYSLIB1054: two integers need no generated marshalling, and that would ask for unsafe code.
#pragma warning disable SYSLIB1054
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
#pragma warning restore SYSLIB1054
}
