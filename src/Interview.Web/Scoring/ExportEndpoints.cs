using System.Globalization;
using System.Text;
using Interviewing.Application.Scoring;
using Interviewing.Application.Shared;
using Interviewing.Web.Guides;
using Interviewing.Web.Shell;

namespace Interviewing.Web.Scoring;

/// <summary>Every revealed score of a procedure as a workbook or as text with separators.</summary>
public static class ExportEndpoints
{
    public static void MapScoreExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/procedures/{id:guid}/scores.xlsx", async (HttpContext http, ISheetXlsx xlsx, IWords words, IConfiguration settings, Guid id) =>
        {
            var answer = await http.Ask(new ExportScores(id));
            return answer.Ok ? Results.File(xlsx.Write(Rows(answer.Value, words), GuideEndpoints.Author(settings)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "scores.xlsx") : http.Problem(answer.Reasons);
        });
        app.MapGet("/procedures/{id:guid}/scores.csv", async (HttpContext http, IWords words, Guid id) =>
        {
            var answer = await http.Ask(new ExportScores(id));
            return answer.Ok ? Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(CsvText.Of(Rows(answer.Value, words), CultureInfo.CurrentUICulture))).ToArray(), "text/csv; charset=utf-8", "scores.csv") : http.Problem(answer.Reasons);
        });
    }

    private static Spreadsheet Rows(ExportedScores scores, IWords words)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        string Say(string key) => words.In(language, key);
        object? Score(RatingValue value) => value.Point is { } point ? point : Say($"scoring.ratingoutcome.{value.Outcome.ToString().ToLowerInvariant()}");
        return new(scores.Title,
            [Say("scoring.export.code"), Say("scoring.candidate"), Say("scoring.talk.member"), Say("scoring.competency"), Say("scoring.export.question"), Say("scoring.export.first"), Say("scoring.export.last"), Say("scoring.talk.reason"), Say("scoring.export.revealed")],
            [.. scores.Scores.Select(s => (IReadOnlyList<object?>)[s.Code, s.Candidate, s.Member, s.Competency.In(language).Text, s.Question?.In(language).Text, Score(s.First), Score(s.Last), s.Reason, s.RevealedAt?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)])]);
    }
}
