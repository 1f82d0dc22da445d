using System.Security.Cryptography;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>The same records in another form, in a folder of their own.</summary>
internal static class Rewritten
{
    private static readonly DeserializerSettings Tolerant = new DeserializerSettings().UsingMode(DeserializationMode.Ostrich);

    /// <summary>Under other names, in an order of chance.</summary>
    public static string[] Shuffled(string folder, string[] files)
    {
        var order = files.ToArray();
        RandomNumberGenerator.Shuffle(order.AsSpan());
        return [.. order.Select((file, i) => Copy(file, Path.Combine(folder, $"{i:00}.txt")))];
    }

    public static string[] AsJson(string folder, string[] files)
        => [.. files.Select(f => Write(Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(f), ".json")), new FhirJsonSerializer().SerializeToString(Read(f))))];

    public static string AsOneBundle(string folder, string[] files)
    {
        var bundle = new Bundle { Type = Bundle.BundleType.Collection };
        bundle.Entry.AddRange(files.Select(f => new Bundle.EntryComponent { Resource = Read(f) }));
        return Write(Path.Combine(folder, "all.xml"), new FhirXmlSerializer().SerializeToString(bundle));
    }

    private static Resource Read(string file) => new FhirXmlDeserializer(Tolerant).DeserializeResource(File.ReadAllText(file));

    private static string Copy(string from, string to)
    {
        File.Copy(from, to, overwrite: true);
        return to;
    }

    private static string Write(string file, string text)
    {
        File.WriteAllText(file, text);
        return file;
    }
}
