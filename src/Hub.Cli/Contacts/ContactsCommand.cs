using System.CommandLine;

namespace Hub.Cli.Contacts;

/// <summary><c>hub contacts</c>.</summary>
internal static class ContactsCommand
{
    public static Command Create() => new("contacts", "Asking to be rung back.")
    {
        RequestContact.Create(),
    };
}
