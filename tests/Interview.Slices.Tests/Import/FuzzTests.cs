using System.Globalization;
using System.IO.Compression;
using System.Text;
using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using Xunit.Abstractions;

namespace Interviewing.Slices.Tests.Import;

/// <summary>
/// Broken files of every kind: read or refused, soon, and never with a word that is not in the file. 500 of them per run, 10,000 with
/// INTERVIEW_TEST_FULL=1; INTERVIEW_FUZZ_SEED repeats a run.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(20);

    private sealed record Sample(string Name, byte[] Bytes, int Weight = 4);

    [Fact]
    public async Task Whatever_is_broken_the_reader_reads_or_refuses()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("INTERVIEW_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1, 1_000_000);
        var runs = Environment.GetEnvironmentVariable("INTERVIEW_TEST_FULL") == "1" ? 10_000 : 500;
        output.WriteLine($"Seed {seed}, {runs} documents. INTERVIEW_FUZZ_SEED={seed} repeats this run.");
        var random = new Random(seed);
        var samples = Samples().SelectMany(sample => Enumerable.Repeat(sample, sample.Weight)).ToList();
        var (read, refused) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < runs; i++)
        {
            var sample = samples[random.Next(samples.Count)];
            var bytes = Broken(sample.Bytes, samples[random.Next(samples.Count)].Bytes, random);
            var what = $"document {i} of seed {seed}, from {sample.Name}";
            var work = Task.Run(() => Outcome(sample.Name, bytes, what));
            (await Task.WhenAny(work, Task.Delay(Each)) == work).ShouldBeTrue($"{what} was not done in {Each.TotalSeconds} s");
            if (await work is { } code) refused[code] = refused.GetValueOrDefault(code) + 1;
            else read++;
        }
        output.WriteLine($"{read} read; refused: {string.Join(", ", refused.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))}");
        read.ShouldBeGreaterThan(runs / 10);
        refused.Values.Sum().ShouldBeGreaterThan(runs / 50);
    }

    [Fact]
    public void The_check_on_made_up_words_bites()
    {
        var source = SourceText.Read("a.txt", Encoding.UTF8.GetBytes(Documents.Ufo));
        var record = DocumentReader.Read(source);
        MadeUp(source, record).ShouldBeNull();
        MadeUp(source, record with { Title = new FoundText("Hoofd van de zeilmakerij", record.JobProfiles[0].Trace) }).ShouldBe("title");
    }

    private static string? Outcome(string name, byte[] bytes, string what)
    {
        try
        {
            var source = Readers.Files.Read(name, bytes);
            var record = DocumentReader.Read(source, Readers.Files.Limits);
            if (MadeUp(source, record) is { } path) throw new InvalidOperationException($"{what}: {path} is not in the source");
            ImportJson.FromJson(ImportJson.ToJson(record)).Lines.Count.ShouldBe(record.Lines.Count);
            return null;
        }
        catch (Refusal no)
        {
            no.Reasons.ShouldHaveSingleItem(what).Code.ShouldStartWith("import.");
            return no.Reasons[0].Code;
        }
        catch (Exception wrong) when (wrong is not InvalidOperationException { InnerException: null })
        {
            throw new InvalidOperationException($"{what} ended in {wrong.GetType().Name}: {wrong.Message}", wrong);
        }
    }

    private static string? MadeUp(SourceText source, ImportRecord record)
    {
        var lines = SourceDocument.Of(source, Readers.Files.Limits).Lines;
        var furniture = record.Discarded.Where(d => d.Reason == DiscardReason.PageFurniture).Select(d => d.Line).ToHashSet();
        var words = new[] { Bare(lines.Where(l => !furniture.Contains(l.Number)).Select(l => l.Text)), Bare(lines.Where(l => !furniture.Contains(l.Number)).Select(l => Wording.Clean(l.Raw))), Bare(lines.Select(l => Wording.Clean(l.Raw))) };
        var cells = source.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells).Select(cell => Bare([Wording.Clean(cell)])).ToList();
        foreach (var item in RecordItems.Of(record))
            if (item.Text is { } text && Bare([text]) is var bare && !words.Any(all => all.Contains(bare, StringComparison.Ordinal)) && !cells.Exists(cell => cell.Contains(bare, StringComparison.Ordinal))
                && !IsPieced(bare, [.. lines.Where(l => l.Number >= item.Trace.Line && l.Number <= item.Trace.LastLine).Select(l => Bare([Wording.Clean(l.Raw)]))]))
                return item.Path;
        return null;
    }

    // A sentence that a column or a header cut is put together again: each stretch of it stands on one of its own lines.
    private static bool IsPieced(string bare, IReadOnlyList<string> own)
    {
        for (var at = 0; at < bare.Length;)
        {
            var longest = own.Max(line => Stretch(line, bare, at));
            if (longest < Math.Min(4, bare.Length - at)) return false;
            at += longest;
        }
        return true;
    }

    private static int Stretch(string line, string bare, int at)
    {
        var length = 0;
        while (at + length < bare.Length && line.Contains(bare.AsSpan(at, length + 1), StringComparison.Ordinal)) length++;
        return length;
    }

    private static string Bare(IEnumerable<string> texts)
    {
        var bare = new StringBuilder();
        foreach (var c in string.Join('\n', texts).Normalize())
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && !Wording.IsInvisible(c) && c is not ('*' or '~' or '-' or '#')) bare.Append(c);
        return bare.ToString();
    }

    private static byte[] Broken(byte[] sample, byte[] other, Random random)
    {
        if (sample.AsSpan().StartsWith("PK"u8) && random.Next(3) > 0) return BrokenInside(sample, random);
        return Mutated(sample, other, random);
    }

    private static byte[] Mutated(byte[] sample, byte[] other, Random random)
    {
        var bytes = sample.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 2; times--)
        {
            var (at, length) = (random.Next(bytes.Count), Math.Min(random.Next(1, 200), other.Length));
            switch (random.Next(7))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] = (byte)(bytes[at] ^ 1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(length, bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at))); break;
                case 4: bytes.InsertRange(at, other.AsSpan(random.Next(other.Length - length + 1), length).ToArray()); break;
                case 5: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Noise[random.Next(Noise.Length)])); break;
            }
        }
        return [.. bytes];
    }

    private static readonly string[] Noise =
    [
        "\n", "\r\n", "\f", "\u00AD", "\u200B", "•", "\n\n# ", "\n- ", "\n      o ", ":", ";;;;", "\"", "<w:p>", "</w:p>", "<w:br w:type=\"page\"/>", "<!DOCTYPE x>", "&amp;", "&#0;", "&#x1F600;", "t=\"s\"", "r=\"ZZZ99\"",
        "Niveau 1\n", "Kader\n", "Competenties\n", "\0", "~~", "**", "<b>", "\u0301", "12. ", "\t\t", "|",
    ];

    // The same file, well packed, with its XML broken: what a word processor with a bug writes.
    private static byte[] BrokenInside(byte[] sample, Random random)
    {
        using var source = new ZipArchive(new MemoryStream(sample), ZipArchiveMode.Read);
        var parts = new List<(string, byte[])>();
        foreach (var entry in source.Entries)
        {
            using var from = entry.Open();
            using var copy = new MemoryStream();
            from.CopyTo(copy);
            parts.Add((entry.FullName, copy.ToArray()));
        }
        var which = random.Next(parts.Count);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < parts.Count; i++)
            {
                if (i == which && random.Next(10) == 0) continue;
                using var part = zip.CreateEntry(parts[i].Item1, CompressionLevel.Fastest).Open();
                part.Write(i == which ? Mutated(parts[i].Item2, parts[random.Next(parts.Count)].Item2, random) : parts[i].Item2);
            }
        }
        return stream.ToArray();
    }

    private static IEnumerable<Sample> Samples()
    {
        yield return new Sample("functie.txt", Encoding.UTF8.GetBytes(Documents.Ufo));
        yield return new Sample("functie16.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Documents.Ufo)]);
        yield return new Sample("functie1252.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Documents.Ufo.ReplaceLineEndings("\r\n")));
        yield return new Sample("boek.txt", Encoding.UTF8.GetBytes(Documents.Book));
        yield return new Sample("formulier.md", Encoding.UTF8.GetBytes(Documents.Form));
        yield return new Sample("tabel.csv", Encoding.UTF8.GetBytes(Documents.Csv));
        yield return new Sample("functie.docx", Documents.WordOf(Documents.Ufo));
        yield return new Sample("boek.docx", Office.Docx([Office.Heading("Competentiewoordenboek"), .. Documents.Book.Split('\n').Skip(1).Select(l => l.Trim()).Select(l => l.StartsWith('•') ? Office.Bullet(l[1..].Trim()) : Office.P(l)), Office.Table(["a", "b", "c"], ["1", "", "3"])]));
        yield return new Sample("tabel.xlsx", Office.Xlsx(Documents.Table));
        yield return new Sample("functie.pdf", Office.Pdf(Documents.Ufo, Documents.Book));
        if (Environment.GetEnvironmentVariable("INTERVIEW_DOCUMENTS") is not { Length: > 0 } folder || !Directory.Exists(folder)) yield break;
        foreach (var file in Directory.GetFiles(folder, "0*.txt").Order(StringComparer.Ordinal)) yield return new Sample(Path.GetFileName(file), File.ReadAllBytes(file), 1);
    }
}
