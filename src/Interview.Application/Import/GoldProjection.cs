using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interviewing.Application.Import;

/// <summary>The record in the exchange shape job-profile-gold/1: every key present, in fixed order, null or [] where nothing was found.</summary>
public static class GoldProjection
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson(ImportRecord record) => new JsonObject
    {
        ["schema"] = "job-profile-gold/1",
        ["id"] = record.Id,
        ["source"] = new JsonObject
        {
            ["file"] = record.Source.File, ["sha256"] = record.Source.Sha256, ["bytes"] = record.Source.Bytes,
            ["encoding"] = record.Source.Encoding, ["bom"] = record.Source.Bom, ["newline"] = record.Source.Newline,
        },
        ["document_kind"] = record.DocumentKind is DocumentKind.CompetencyForm or DocumentKind.ProfileForm or DocumentKind.CompetencySheet or DocumentKind.CompetencyBook ? "generic-job-description" : Kebab(record.DocumentKind),
        ["kind_label"] = record.KindLabel,
        ["language"] = record.Language,
        ["title"] = record.Title?.Text,
        ["organisation"] = record.Organisation is { } o ? new JsonObject { ["name"] = o.Name, ["abbreviation"] = o.Abbreviation, ["unit"] = o.Unit } : null,
        ["publication_status"] = record.PublicationStatus?.Text,
        ["overview"] = Each(record.Overview, row => new JsonObject
        {
            ["page"] = row.Page, ["name"] = row.Name, ["series"] = row.Series, ["group"] = row.Group, ["scale"] = row.Scale, ["matches"] = row.Matches, ["match"] = Kebab(row.Match),
        }),
        ["job_profiles"] = Each(record.JobProfiles, profile => Profile(record, profile)),
        ["modules"] = Each(record.Modules, Module),
        ["definitions"] = Each(record.Definitions, d => new JsonObject { ["marker"] = d.Marker, ["term"] = d.Term, ["text"] = d.Text }),
        ["notices"] = Each(record.Notices, n => new JsonObject { ["kind"] = Kebab(n.Kind), ["text"] = n.Text }),
        ["discarded"] = Each(record.Discarded, d => new JsonObject { ["text"] = d.Text, ["reason"] = Kebab(d.Reason), ["line"] = d.Line }),
        ["issues"] = Each(record.Findings, f => new JsonObject { ["code"] = f.Code, ["path"] = PathOf(record, f.Path), ["found"] = f.Found, ["suggested"] = f.Suggested, ["note"] = f.Note }),
    }.ToJsonString(Options);

    private static JsonObject Profile(ImportRecord record, FoundProfile profile) => new()
    {
        ["name"] = profile.Name?.Text,
        ["level_suffix"] = profile.LevelSuffix,
        ["suggested_name"] = Suggested(profile.SuggestedName),
        ["code"] = profile.Code?.Text,
        ["job_family"] = Node(profile.JobFamily),
        ["job_series"] = Node(profile.JobSeries),
        ["job_group"] = Node(profile.JobGroup),
        ["pay_scale"] = profile.PayScale is { } s
            ? new JsonObject { ["value"] = s.Value, ["indicative"] = s.Indicative, ["origin"] = Kebab(s.Origin), ["overview_row"] = s.OverviewRow, ["as_found"] = s.AsFound } : null,
        ["purpose"] = profile.Purpose?.Text,
        ["context"] = Section(profile.Context),
        ["job_outline"] = Section(profile.JobOutline),
        ["person_profile"] = Section(profile.PersonProfile),
        ["dominant_characteristics"] = Texts(profile.DominantCharacteristics),
        ["result_areas"] = Each(profile.ResultAreas, Area),
        ["competencies"] = Each(profile.Competencies.Where(need => need.Index is not null), need => Competency(record.Competencies[need.Index!.Value], record.Language)),
        ["requirements"] = Texts(profile.Requirements),
        ["levels"] = Each(profile.Levels, l => new JsonObject { ["level"] = l.Level, ["scale"] = l.Scale, ["text"] = l.Text, ["as_found"] = l.AsFound }),
        ["distinguishing_criteria"] = Criteria(profile.DistinguishingCriteria),
        ["module_refs"] = Texts(profile.ModuleRefs),
    };

    private static JsonObject Area(FoundArea area) => new()
    {
        ["number"] = area.Number,
        ["title"] = area.Title?.Text,
        ["role"] = area.Role,
        ["optional"] = area.Optional,
        ["statement"] = area.Statement?.Text,
        ["framework"] = area.Framework is { } f ? new JsonObject { ["text"] = f.Text, ["items"] = Texts(f.Items) } : null,
        ["result"] = area.Result?.Text,
        ["activities_label"] = area.ActivitiesLabel,
        ["activities"] = Each(area.Activities, Activity),
    };

    private static JsonObject Activity(FoundActivity activity) => new() { ["text"] = activity.Text, ["children"] = Each(activity.Children, Activity) };

    private static JsonObject Competency(FoundCompetency competency, string language) => new()
    {
        ["name"] = competency.Names.GetValueOrDefault(language)?.Text,
        ["suggested_name"] = Suggested(competency.SuggestedName),
        ["required_level"] = competency.RequiredLevel?.Text,
        ["description"] = competency.Definition?.Text,
        ["indicators"] = Each(competency.Indicators, i => JsonValue.Create(i.Text)),
        ["questions"] = Each(competency.Questions, q => JsonValue.Create(q.Text)),
        ["tips"] = Each(competency.Tips, t => JsonValue.Create(t.Text)),
        ["duplicates_dropped"] = new JsonObject
        {
            ["indicators"] = competency.DuplicatesDropped.Indicators, ["questions"] = competency.DuplicatesDropped.Questions, ["tips"] = competency.DuplicatesDropped.Tips,
        },
    };

    private static JsonObject Module(FoundModule module) => new()
    {
        ["name"] = module.Name.Text, ["level_suffix"] = module.LevelSuffix, ["code"] = module.Code?.Text, ["purpose"] = module.Purpose?.Text,
        ["task_groups"] = Each(module.TaskGroups, Area), ["overview_row"] = module.OverviewRow,
    };

    private static JsonObject? Criteria(FoundCriteria? criteria) => criteria is null ? null : new JsonObject
    {
        ["heading"] = criteria.Heading,
        ["classes"] = Each(criteria.Classes, c => JsonValue.Create(c)),
        ["criteria"] = Each(criteria.Criteria, c => new JsonObject
        {
            ["name"] = c.Name,
            ["cells"] = new JsonObject(c.Cells.Select(cell => KeyValuePair.Create(cell.Key, (JsonNode?)JsonValue.Create(cell.Value?.Text)))),
            ["definition_refs"] = new JsonObject(c.DefinitionRefs.Select(refs => KeyValuePair.Create(refs.Key, (JsonNode?)Each(refs.Value, r => JsonValue.Create(r))))),
        }),
    };

    private static JsonObject? Section(FoundSection? section) => section is null ? null : new JsonObject
    {
        ["heading"] = section.Heading,
        ["blocks"] = Each(section.Blocks, b => new JsonObject { ["type"] = b.IsList ? "list" : "paragraph", ["text"] = b.Text, ["items"] = Texts(b.Items) }),
    };

    private static JsonObject? Node(FoundNode? node) =>
        node is null ? null : new JsonObject { ["name"] = node.Name, ["description"] = node.Description, ["label_as_found"] = node.LabelAsFound };

    private static JsonObject? Suggested(SuggestedName? name) => name is null ? null : new JsonObject { ["nl"] = name.Nl, ["en"] = name.En };

    private static JsonArray Texts(IEnumerable<FoundText> texts) => Each(texts, text => JsonValue.Create(text.Text));

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonNode?> of) => new([.. items.Select(of)]);

    // Our competencies stand beside the profile that asks for them; the exchange shape has them inside it.
    private static string PathOf(ImportRecord record, string path)
    {
        const string Own = "competencies[";
        var close = path.IndexOf(']', StringComparison.Ordinal);
        if (!path.StartsWith(Own, StringComparison.Ordinal) || close < 0 || !int.TryParse(path.AsSpan(Own.Length, close - Own.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return path;
        for (var p = 0; p < record.JobProfiles.Count; p++)
        {
            var asked = record.JobProfiles[p].Competencies.Where(need => need.Index is not null).ToList();
            var at = asked.FindIndex(need => need.Index == index);
            if (at >= 0) return $"job_profiles[{p}].competencies[{at}]{path[(close + 1)..].Replace(".definition", ".description", StringComparison.Ordinal)}";
        }
        return path;
    }

    private static string Kebab<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
