using Hub.Domain.Identity;

namespace Hub.Domain.Consents;

/// <summary>Whose word consent can be. Source: sharing rules, "who gave consent (competent child, person with parental responsibility, adult)".</summary>
internal static class GiverRules
{
    /// <summary>Whose word it is; collects a word that is nobody's, and one of somebody whose it cannot be.</summary>
    public static ConsentGiver? Giver(this FieldRules broken, string field, int number, ConsentState state, PersonKind kind, DateOnly? birthDate, Moment now)
    {
        var by = (ConsentGiver)number;
        var isWord = state is ConsentState.Given or ConsentState.Refused or ConsentState.Withdrawn;
        var isOfAge = kind == PersonKind.Adult || (birthDate is { } born && Consent.IsOfAge(born, now));
        broken.Must(isWord ? Enum.IsDefined(by) : by == default, field, isWord ? "must say whose word it is" : "nobody has given a word yet");
        broken.Must(by != ConsentGiver.Adult || isOfAge || (kind == PersonKind.Child && birthDate is null), field, "is not of age");
        broken.Must(by is not (ConsentGiver.CompetentChild or ConsentGiver.PersonWithParentalResponsibility) || !isOfAge, field, "an adult speaks for herself or himself");
        return by == default ? null : by;
    }
}
