using Interviewing.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Interviewing.House.Tests;

public class UiLiteralTests
{
    [Fact]
    public void Components_take_every_word_from_the_resources() => UiLiterals.In(typeof(App).Assembly.Location).ShouldBeEmpty();

    [Fact]
    public void The_check_bites() => UiLiterals.In(typeof(Careless).Assembly.Location).Where(found => found.Contains($"+{nameof(Careless)}.", StringComparison.Ordinal))
        .Select(found => found[(found.IndexOf('"', StringComparison.Ordinal) + 1)..^1])
        .ShouldBe(["Hallo", "Opslaan", "title=Sluit het venster", "aria-label=Bewaren", "Ja", "Nee", "Text=Vastleggen"], ignoreOrder: true);

    // As the compiler writes a component that forgot the resources: static markup, an attribute, a choice, a component's parameter, and things that are allowed.
    sealed class Careless : ComponentBase
    {
        [Inject] Words T { get; set; } = null!;
        [Parameter] public bool Sure { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<p class=\"wide\" title=\"Sluit het venster\">Hallo <code>abc</code> 1 · 2</p>");
            builder.OpenElement(1, "button");
            builder.AddAttribute(2, "aria-label", "Bewaren");
            builder.AddAttribute(3, "class", "btn btn-1");
            builder.AddAttribute(4, "title", T["shell.close"]);
            builder.AddContent(5, "Opslaan");
            builder.AddContent(6, T["shell.cancel"]);
            builder.AddContent(7, Sure ? "Ja" : "Nee");
            builder.CloseElement();
            builder.OpenComponent<Badge>(8);
            builder.AddComponentParameter(9, nameof(Badge.Text), "Vastleggen");
            builder.AddComponentParameter(10, nameof(Badge.Icon), "lock");
            builder.CloseComponent();
        }
    }
}
