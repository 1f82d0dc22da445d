namespace Hub.Gateway.Tests.Stories;

/// <summary>Valid numbers of the range that is never given to anybody.</summary>
internal static class NhsNumbers
{
    /// <summary>The first valid number from 999 and these six digits on.</summary>
    public static string From(int digits)
    {
        for (var i = digits; ; i++)
        {
            var nine = $"999{i:000000}";
            var check = 11 - (nine.Select((c, place) => (10 - place) * (c - '0')).Sum() % 11);
            if (check != 10)
            {
                return $"{nine}{check % 11}";
            }
        }
    }
}
