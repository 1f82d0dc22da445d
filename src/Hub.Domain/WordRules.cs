namespace Hub.Domain;

/// <summary>Words of a practitioner.</summary>
internal static class WordRules
{
    public static void Words(this FieldRules broken, string field, string text, bool isRequired)
    {
        if (broken.Text(field, text, FieldRules.MaxBecause))
        {
            broken.Must(!isRequired || !string.IsNullOrWhiteSpace(text), field, "must not be empty");
        }
    }
}
