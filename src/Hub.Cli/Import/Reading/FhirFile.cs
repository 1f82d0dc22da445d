using System.Text;
using System.Text.Json;
using System.Xml;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Hub.Cli.Import.Reading;

/// <summary>One file of FHIR R4, XML or JSON, told apart by its content.</summary>
internal static class FhirFile
{
    private const long Largest = 32 << 20;
    private const int Deepest = 64;

    // What is odd inside a record is for the hub to judge, field by field; here only what can be read at all matters.
    private static readonly DeserializerSettings Tolerant = new DeserializerSettings().UsingMode(DeserializationMode.Ostrich);

    /// <summary>The resource, or why there is none, in words that hold nothing of the content.</summary>
    public static (Resource? Resource, string Problem) Read(string file)
    {
        try
        {
            if (new FileInfo(file).Length > Largest)
            {
                return (null, "is larger than 32 MiB: split it");
            }

            var bytes = File.ReadAllBytes(file);
            var resource = IsJson(bytes) ? Json(bytes) : Xml(bytes);
            return resource is null or DynamicResource ? (null, "is not a resource of FHIR R4") : (resource, "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, "cannot be opened");
        }
        catch (XmlException e)
        {
            return (null, $"is not well-formed XML (line {e.LineNumber})");
        }
        catch (JsonException e)
        {
            return (null, $"is not well-formed JSON (line {e.LineNumber + 1})");
        }
        // CA1031: a parser may meet anything in foreign bytes, and one file never stops the others.
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            return (null, "cannot be read as FHIR R4");
        }
    }

    /// <summary>Whether it says of what type it is; what does not is given a name by the reader.</summary>
    public static bool IsNamed(Resource resource) => !resource.TypeName.StartsWith("UnnamedResource_", StringComparison.Ordinal);

    private static bool IsJson(ReadOnlySpan<byte> bytes) => WithoutMark(bytes).TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static Resource? Json(ReadOnlySpan<byte> bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WithoutMark(bytes));
        new FhirJsonDeserializer(Tolerant).TryDeserializeResource(text, out var resource, out _);
        return resource;
    }

    private static Resource? Xml(byte[] bytes)
    {
        var safe = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        using (var look = XmlReader.Create(new MemoryStream(bytes), safe))
        {
            // The deserializer goes down by calling itself.
            while (look.Read())
            {
                if (look.Depth > Deepest)
                {
                    return null;
                }
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(bytes), safe);
        new FhirXmlDeserializer(Tolerant).TryDeserializeResource(reader, out var resource, out _);
        return resource;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
}
