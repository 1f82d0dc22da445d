using Hub.Domain;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>How a person's stream folds, and how a person's owner is keyed.</summary>
internal static class PersonFold
{
    public static readonly Fold<Person> Instance = new(
        Person.Empty, (state, happened) => state.Apply(happened), PersonEvents.All, PersonEvents.Of, PersonJson.Default.Person, 8);

    /// <summary>What an event does to the person's ground.</summary>
    public static GroundEffect EffectOf(Person before, IEvent change)
        => PersonGround.IsNarrowedBy(before, change) ? GroundEffect.Narrows : PersonGround.IsRaisedBy(before, change) ? GroundEffect.Raises : GroundEffect.None;

    public static string Key(PersonKind kind, PersonId id) => $"{(kind == PersonKind.Child ? 'k' : 'g')}_{id}";

    /// <summary>Kind and id of a person's stream; null for any other stream.</summary>
    public static (PersonKind Kind, PersonId Id)? Read(string key)
        => key.Length == 34 && PersonId.TryParse(key.AsSpan(2)) is { } id
            ? key[0] switch
            {
                'k' => (PersonKind.Child, id),
                'g' => (PersonKind.Adult, id),
                _ => null,
            }
            : null;
}
