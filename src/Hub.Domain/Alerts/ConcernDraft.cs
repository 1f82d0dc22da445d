using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;

namespace Hub.Domain.Alerts;

/// <summary>A concern as its sender sent it: nothing checked yet.</summary>
/// <param name="Person">The sender's own reference, or empty.</param>
/// <param name="Identity">Identity, every part of which may be empty.</param>
/// <param name="Description">Who it is about, in words.</param>
/// <param name="Severity">Number of the severity.</param>
/// <param name="Elements">What is told.</param>
/// <param name="Place">The authority of the place where the child is.</param>
[GenerateSerializer, Immutable, Alias("hub.ConcernDraft")]
public sealed record ConcernDraft(
    [Id(0)] string Person,
    [Id(1)] IdentityDraft Identity,
    [Id(2)] string Description,
    [Id(3)] int Severity,
    [Id(4)] ImmutableArray<ElementDraft> Elements,
    [Id(5)] string Place)
{
    /// <summary>Longest description in UTF-8 bytes.</summary>
    public const int MaxDescription = 4096;

    /// <summary>Checks every field and answers the command, or one refusal that lists all broken fields. Refuses only what is malformed: a
    /// reference that the hub never made is taken as one that leads to nobody.</summary>
    /// <param name="newElement">The id that the element in this place will get.</param>
    /// <param name="isAuthority">Whether an agency is an authority of this hub.</param>
    /// <param name="now">Birth dates after it are none.</param>
    public (RaiseConcern? Concern, Refusal? Refusal) Read(Func<int, ElementId> newElement, Func<AgencyId, bool> isAuthority, Moment now)
    {
        var broken = new FieldRules();
        broken.Text("person", Person, MaxDescription);
        var (identity, unreadable) = Identity.Read(PersonKind.Child, now);
        broken.Add(unreadable);
        broken.Text("description", Description, MaxDescription);
        broken.Must(
            Person.Length > 0 || unreadable is not null || identity is not null && !identity.SaysNothing || !string.IsNullOrWhiteSpace(Description),
            "description",
            "must say who it is about, where neither person nor identity does");
        var severity = broken.Severity(Severity);
        var elements = broken.Elements("elements", [.. Elements.Take(RaiseAlert.MaxElements + 1).Select((e, i) => new DraftedElement(newElement(i), e))], RaiseAlert.MaxElements);
        var place = AgencyId.TryParse(Place);
        broken.Must(place is not null && isAuthority(place), "place_agency_id", "must be an agency of children's social care at this hub");
        return broken.Refusal is { } refusal
            ? (null, refusal)
            : (new RaiseConcern(Person, identity!.SaysNothing ? null : identity, Description, severity, elements, place!), null);
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ConcernDraft);
}
