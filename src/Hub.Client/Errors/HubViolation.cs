namespace Hub.Client.Errors;

/// <summary>A field that the hub cannot take as it is.</summary>
/// <param name="Field">Path in the request message, such as <c>plan.elements[2].text</c>.</param>
/// <param name="Rule">The rule it breaks; never the value.</param>
public sealed record HubViolation(string Field, string Rule);
