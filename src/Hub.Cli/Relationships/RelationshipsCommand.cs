using System.CommandLine;

namespace Hub.Cli.Relationships;

/// <summary><c>hub relationships</c>.</summary>
internal static class RelationshipsCommand
{
    public static Command Create() => new("relationships", "Who else matters to a child or an adult.")
    {
        RecordRelationship.Create(),
        EndRelationship.Create(),
        ReleaseWords.Create(),
        ListRelationships.Create(),
    };
}
