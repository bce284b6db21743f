using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;

namespace Interviewing.Infrastructure.Documents.Reading;

/// <summary>The parts of an Office file, unpacked as they are read and never further than the limit; its XML without document types and without a way out.</summary>
internal sealed class ZipParts : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImportLimits limits;
    private readonly CancellationToken stop;
    private long left;

    private ZipParts(ZipArchive archive, ImportLimits limits, CancellationToken stop)
    {
        (this.archive, this.limits, this.stop, left) = (archive, limits, stop, limits.MaxUnpackedBytes);
        foreach (var entry in archive.Entries) entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public static ZipParts Open(ReadOnlyMemory<byte> bytes, ImportLimits limits, CancellationToken stop)
    {
        // Counted before anything is made of them.
        Refuse.If(bytes.Span.Count("PK\u0001\u0002"u8) > limits.MaxParts, "import.too-much-inside", limits.MaxUnpackedBytes / (1024 * 1024));
        var stream = MemoryMarshal.TryGetArray(bytes, out var segment) ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);
        return new ZipParts(new ZipArchive(stream, ZipArchiveMode.Read), limits, stop);
    }

    public bool Has(string name) => entries.ContainsKey(name);

    public bool Any(Func<string, bool> name) => entries.Keys.Any(name);

    /// <summary>The part as XML, or null when there is none of this name.</summary>
    public XmlReader? Xml(string name)
    {
        if (!entries.TryGetValue(name, out var entry)) return null;
        Refuse.If(entry.Length > left, TooMuch);
        return XmlReader.Create(new Counted(entry.Open(), this), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.MaxUnpackedBytes,
        });
    }

    public void Dispose() => archive.Dispose();

    private Refusal TooMuch => new("import.too-much-inside", limits.MaxUnpackedBytes / (1024 * 1024));

    /// <summary>What a part says of its own size may be a lie; counted is what comes out.</summary>
    private sealed class Counted(Stream inner, ZipParts of) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            of.stop.ThrowIfCancellationRequested();
            var read = inner.Read(buffer);
            of.left -= read;
            if (of.left < 0) throw of.TooMuch;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>Walking through XML one element after another, as deep as a document of an office program goes and no deeper.</summary>
internal static class XmlWalk
{
    // A paragraph in a text box in a table in a table needs some thirty; five times that is no document.
    private const int Deepest = 150;

    public static bool Next(this XmlReader xml)
    {
        if (!xml.Read()) return false;
        return xml.Depth <= Deepest ? true : throw new InvalidDataException();
    }

    /// <summary>An attribute by its local name, whatever the namespace of the vendor's variant.</summary>
    public static string? Attribute(this XmlReader xml, string name)
    {
        string? value = null;
        if (!xml.MoveToFirstAttribute()) return null;
        do if (xml.LocalName == name) { value = xml.Value; break; }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
        return value;
    }

    public static bool Starts(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;
    public static bool Ends(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name;

    /// <summary>The text inside an element that holds only text; the reader stands on its end afterwards. Elements inside it are passed over.</summary>
    public static string Inside(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? first = null;
        System.Text.StringBuilder? all = null;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            if (first is null) first = xml.Value;
            else (all ??= new System.Text.StringBuilder(first)).Append(xml.Value);
        }
        return all?.ToString() ?? first ?? "";
    }

    /// <summary>On or off: present without a value is on.</summary>
    public static bool IsOn(this XmlReader xml) => xml.Attribute("val") is not ("0" or "false" or "off");
}
