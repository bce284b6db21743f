using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Interviewing.Application.Shared;
using Interviewing.Web.Shell;

namespace Interviewing.House.Tests;

public class ResourceTests
{
    [Fact]
    public void Dutch_English_and_French_say_the_same_things() => Resources.All.SelectMany(area => area.Faults()).ShouldBeEmpty();

    [Fact]
    public void The_check_of_languages_bites() => new Resources("Made",
            Dutch: new Dictionary<string, string> { ["made.a"] = "Dag {0}", ["made.b"] = "Ja", ["made.n.one"] = "één", ["made.c"] = "**{0}** open" },
            English: new Dictionary<string, string> { ["made.a"] = "Hello", ["made.b"] = " ", ["made.n.one"] = "one", ["made.c"] = "{0} open**" },
            French: new Dictionary<string, string> { ["made.a"] = "Bonjour {0}", ["made.n.one"] = "un", ["made.c"] = "**{0}** ouverts", ["made.d"] = "Rien" })
        .Faults().ShouldBe(["Made: made.d has no words in nl", "Made: made.d has no words in en", "Made: made.b has no words in fr", "Made: made.b is empty in en",
            "Made: made.a has other places in en than in nl", "Made: made.c leaves a ** open in en", "Made: made.n.one has no .other"], ignoreOrder: true);

    [Fact]
    public void Every_key_that_a_page_names_has_words() => Repository.Files(Repository.Web, "*.razor").Concat(Repository.Files(Repository.Web, "*.cs"))
        .SelectMany(file => Named(File.ReadAllText(file)).Where(key => !Found(key)).Select(key => $"{Path.GetFileName(file)}: {key}"))
        .ShouldBeEmpty();

    [Fact]
    public void The_check_of_keys_bites() => Named("""<p>@T["shell.cancel"] @T["made.up", 3] @T.Count("made.things", n)</p>""").Where(key => !Found(key))
        .ShouldBe(["made.up", "made.things.one", "made.things.other"]);

    [Fact]
    public void Every_page_speaks_its_own_language()
    {
        var words = new Words(strict: true);
        words.In("nl", "shell.cancel").ShouldBe("Annuleren");
        words.In("en", "shell.cancel").ShouldBe("Cancel");
        words.In("fr", "shell.cancel").ShouldBe("Annuler");
        words.In("en", "shell.pager.range", 1, 25, 120).ShouldBe("1 to 25 of 120");
        new Words(strict: false).In("nl", "shell.no-such").ShouldBe("[shell.no-such]");
        Should.Throw<Exception>(() => words.In("nl", "shell.no-such"));
    }

    [Fact]
    public void The_audit_page_has_a_word_for_every_noun_it_may_name()
    {
        var nouns = typeof(IHasId).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IHasId).IsAssignableFrom(t) && t.GetCustomAttribute<NotAuditedAttribute>() is null).ToList();
        nouns.ShouldContain(typeof(Interviewing.Application.Decisions.Decision));
        nouns.Select(t => $"admin.noun.{t.Name.ToLowerInvariant()}").Where(key => !Found(key)).ShouldBeEmpty();
    }

    // A key that is put together while running cannot be seen here; such a page has its own test.
    static IEnumerable<string> Named(string source) =>
        Regex.Matches(source, """(?:\bT|\b[Ww]ords)(?:\.(?<how>Rich|Count|RichCount))?[\[(]"(?<key>[a-z0-9.-]+)"[,\])]""").SelectMany(m => m.Groups["how"].Value is "Count" or "RichCount"
            ? new[] { m.Groups["key"].Value + ".one", m.Groups["key"].Value + ".other" } : [m.Groups["key"].Value]);

    static bool Found(string key)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
        return new Words(strict: false).Has(key);
    }
}
