using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

public sealed record OwnWord(Guid Id, string Word);

/// <summary>One part of a document in one language: the words that the product knows, and those that were added.</summary>
/// <param name="Name">The usual word for it in that language.</param>
public sealed record LabelRow(string Language, string Key, string Name, IReadOnlyList<string> Known, IReadOnlyList<OwnWord> Own);

/// <summary>What the reader recognises; <see cref="Search"/> looks in every word.</summary>
[Needs(Permission.ManageSystem)]
public sealed record ListLabelWords(string Language, string? Search = null) : IQuery<IReadOnlyList<LabelRow>>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<ListLabelWords, IReadOnlyList<LabelRow>>
    {
        public async Task<IReadOnlyList<LabelRow>> Handle(ListLabelWords request, CancellationToken cancellationToken)
        {
            var file = LabelFile.BuiltIn.FirstOrDefault(f => f.Language == request.Language) ?? throw Refusal.NotFound;
            var own = (await db.LabelWords.AsNoTracking().Where(w => w.Language == file.Language).OrderBy(w => w.Word).ToListAsync(cancellationToken)).ToLookup(w => w.Key, w => new OwnWord(w.Id, w.Word), StringComparer.Ordinal);
            var wanted = Wording.Letters(request.Search ?? "");
            return [.. file.Labels.Where(label => label.Value.Concat(own[label.Key].Select(o => o.Word)).Any(word => Wording.Letters(word).Contains(wanted, StringComparison.Ordinal)))
                .Select(label => new LabelRow(file.Language, label.Key, label.Value.FirstOrDefault(word => word.Length > 2) ?? label.Value[0], label.Value, [.. own[label.Key]]))];
        }
    }
}
