namespace Hub.Silo.Journal;

/// <summary>Spaces of unique keys: docs/formats/events.md.</summary>
internal static class ClaimSpace
{
    public const int Number = 1;
    public const int OwnReference = 2;
    public const int Request = 3;
    public const int Standing = 4;
    public const int Connection = 5;
    public const int Inbox = 6;
    public const int Link = 7;
    public const int Acknowledgement = 8;
    public const int Escalation = 9;
    public const int Said = 10;
    public const int Quarantine = 11;
    public const int Asked = 12;
    public const int Moved = 13;
}
