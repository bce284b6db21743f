using Interviewing.Application.Search;

namespace Interviewing.Application.Profiles.Suggestions;

/// <summary>Which part of a profile a line is of; what is no name and no purpose is work to be done.</summary>
internal enum JobPart { Activity, Purpose, Name }

/// <param name="Weight">A name says more about a job than one of its activities.</param>
internal sealed record JobLine(string Text, double Weight, JobPart Part = JobPart.Activity)
{
    /// <summary>The lines of a profile: name, sentences of the purpose, and of each result area title, result and activities.</summary>
    public static IEnumerable<JobLine> Of(string name, string purpose, IEnumerable<(string Title, IEnumerable<string> Activities)> areas)
    {
        if (name.Length > 0) yield return new(name, 2, JobPart.Name);
        foreach (var sentence in purpose.Split(". ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) yield return new(sentence, 1.5, JobPart.Purpose);
        foreach (var (title, activities) in areas)
        {
            if (title.Length > 0) yield return new(title, 1.2);
            foreach (var activity in activities) yield return new(activity, 1);
        }
    }
}

/// <summary>A competency as its texts describe it in the language of the profile; <paramref name="Asked"/> is how many profiles ask for it already.</summary>
internal sealed record Candidate(Guid Id, string Name, IReadOnlyList<(string Text, double Weight)> Texts, int Asked);

/// <param name="Lines">What in the profile speaks for it, strongest first.</param>
internal sealed record Suggested(Guid Competency, double Score, IReadOnlyList<string> Lines);

/// <summary>
/// Ranks competencies for a job. Four things count: words of the profile that stand in the competency's own texts (BM25 on stems, Dutch compounds cut), words of
/// work that belong to the field of the competency's name, the kind of work it is by its name, and how often other profiles ask for it. They are measured so that
/// they can be added. The same input gives the same order.
/// </summary>
internal static class Suggestion
{
    private const double Saturation = 1.2, LengthCounts = 0.5, MostOfOneWord = 2;
    private const double OfTheField = 2, Doubt = 1, OfOneLine = 0.15, OfTheKind = 2, OfTheHabit = 1.5;
    private const int FewLines = 4, FewAsked = 6, ShownLines = 3, ShortestCompound = 8, ShortestPart = 4;

    public static IReadOnlyList<Suggested> Rank(string language, IReadOnlyList<JobLine> job, IReadOnlyList<Candidate> candidates, int take)
    {
        if (candidates.Count == 0 || job.Count == 0) return [];
        var words = WorkWords.In(language);
        var index = new TextIndex(language, candidates);
        var lines = job.Select(line => (line.Text, line.Weight, Stems: index.StemsOf(line.Text).ToList(), Fields: words?.Speaking(line.Text).ToDictionary(f => f.Field, f => f.Strength, StringComparer.Ordinal) ?? [], Kinds: words?.Kinds.Speaking(line) ?? [])).ToList();
        var said = Standardised(index.Score(lines.SelectMany(l => l.Stems)));
        var fields = Fields(words, [.. lines.Select(l => (l.Weight, l.Fields))]);
        var most = Math.Log(1 + Math.Max(FewAsked, candidates.Max(c => c.Asked)));
        var best = candidates.Select((c, i) => (Candidate: c, Index: i, Field: words?.FieldOf(c.Name)))
            .Select(c => (c.Candidate, c.Index, c.Field, Score: said[c.Index] + (c.Field is { } f ? OfTheField * fields[f] + OfTheKind * lines.Max(l => l.Kinds.GetValueOrDefault(f)) : 0) + OfTheHabit * Math.Log(1 + c.Candidate.Asked) / most))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Name, StringComparer.Ordinal).ThenBy(c => c.Candidate.Id).Take(take);
        return [.. best.Select(c => new Suggested(c.Candidate.Id, c.Score, [.. lines
            .Select(l => (l.Text, Speaks: (c.Field is { } f ? l.Fields.GetValueOrDefault(f) + l.Kinds.GetValueOrDefault(f) : 0) * 2 + index.Score(c.Index, l.Stems)))
            .Where(l => l.Speaks >= 2).OrderByDescending(l => l.Speaks).Take(ShownLines).Select(l => l.Text)]))];
    }

    private static Dictionary<string, double> Fields(WorkWords? words, IReadOnlyList<(double Weight, Dictionary<string, double> Fields)> lines)
    {
        if (words is null) return [];
        var all = lines.Sum(l => l.Weight) + FewLines;
        // Ten lines about writing are not ten times as telling as one, and one that leaves no doubt counts by itself.
        var shares = words.Fields.Select(f => Math.Sqrt(lines.Sum(l => l.Weight * l.Fields.GetValueOrDefault(f.Key)) / all / (f.Usual + Doubt * words.Usual)) + OfOneLine * lines.Max(l => l.Fields.GetValueOrDefault(f.Key))).ToArray();
        return words.Fields.Zip(Standardised(shares)).ToDictionary(f => f.First.Key, f => f.Second, StringComparer.Ordinal);
    }

    private static double[] Standardised(double[] scores)
    {
        var mean = scores.Average();
        var spread = Math.Sqrt(scores.Average(s => (s - mean) * (s - mean)));
        return [.. scores.Select(s => spread > 0 ? (s - mean) / spread : 0)];
    }

    private sealed class TextIndex
    {
        private readonly string language;
        private readonly Dictionary<string, List<(int Candidate, double Often)>> postings = new(StringComparer.Ordinal);
        private readonly double[] lengths;
        private readonly double average;

        public TextIndex(string language, IReadOnlyList<Candidate> candidates)
        {
            this.language = language;
            lengths = new double[candidates.Count];
            for (var i = 0; i < candidates.Count; i++)
            {
                var often = new Dictionary<string, double>(StringComparer.Ordinal);
                foreach (var (text, weight) in candidates[i].Texts)
                    foreach (var word in Search.Stems.Words(text))
                    {
                        var stem = Search.Stems.Stem(word, language);
                        often[stem] = often.GetValueOrDefault(stem) + weight;
                        lengths[i] += weight;
                    }
                foreach (var (stem, weight) in often)
                {
                    if (!postings.TryGetValue(stem, out var list)) postings[stem] = list = [];
                    list.Add((i, weight));
                }
            }
            average = Math.Max(lengths.Average(), 1);
        }

        /// <summary>The stems of a line; of a compound that the library does not know, also the parts that it knows, at half weight.</summary>
        public IEnumerable<(string Stem, double Weight)> StemsOf(string line)
        {
            foreach (var word in Search.Stems.Words(line))
            {
                var stem = Search.Stems.Stem(word, language);
                if (postings.ContainsKey(stem)) yield return (stem, 1);
                else if (language == "nl" && word.Length >= ShortestCompound)
                    foreach (var part in Parts(word)) yield return (part, 0.5);
            }
        }

        public double[] Score(IEnumerable<(string Stem, double Weight)> asked)
        {
            var scores = new double[lengths.Length];
            foreach (var word in asked.GroupBy(a => a.Stem, StringComparer.Ordinal))
                foreach (var (candidate, often) in postings[word.Key])
                    scores[candidate] += Value(word.Key, candidate, often) * Math.Min(word.Sum(w => w.Weight), MostOfOneWord);
            return scores;
        }

        public double Score(int candidate, IEnumerable<(string Stem, double Weight)> line) => line.Sum(word =>
            postings[word.Stem].BinarySearch((candidate, 0), ByCandidate) is >= 0 and var at ? Value(word.Stem, candidate, postings[word.Stem][at].Often) * word.Weight / 2 : 0);

        private static readonly Comparer<(int Candidate, double Often)> ByCandidate = Comparer<(int Candidate, double Often)>.Create((a, b) => a.Candidate.CompareTo(b.Candidate));

        private double Value(string stem, int candidate, double often)
        {
            var known = postings[stem].Count;
            var rare = Math.Log(1 + (lengths.Length - known + 0.5) / (known + 0.5));
            return rare * often * (Saturation + 1) / (often + Saturation * (1 - LengthCounts + LengthCounts * lengths[candidate] / average));
        }

        private IEnumerable<string> Parts(string word)
        {
            for (var cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
            {
                var (first, second) = (word[..cut], word[cut..]);
                foreach (var part in new[] { first, first[^1] == 's' ? first[..^1] : first, second })
                    if (Search.Stems.Stem(part, language) is { Length: >= ShortestPart } stem && postings.ContainsKey(stem)) yield return stem;
            }
        }
    }
}
