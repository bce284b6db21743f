using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interviewing.Application.Import;

/// <summary>Teaches the reader one more word for a part of a document. It counts from the next upload on.</summary>
[Needs(Permission.ManageSystem)]
public sealed record AddLabelWord(string Language, string Key, string Word) : ICommand<Guid>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<AddLabelWord, Guid>
    {
        public async Task<Guid> Handle(AddLabelWord request, CancellationToken cancellationToken)
        {
            var word = new LabelWord(request.Language, request.Key, request.Word);
            var there = await db.LabelWords.AsNoTracking().FirstOrDefaultAsync(w => w.Language == word.Language && w.Letters == word.Letters, cancellationToken);
            Refuse.FieldIf(there?.Key == word.Key, "word", "import.label-known", word.Word);
            Refuse.FieldIf(there is not null, "word", "import.label-clashes", word.Word, there is null ? "" : LabelFile.For(there.Language).Labels[there.Key][0]);
            return db.Add(word).Id;
        }
    }
}
