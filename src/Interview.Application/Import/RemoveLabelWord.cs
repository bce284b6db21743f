using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>The reader forgets a word that was added. What was read with it stays as it is.</summary>
[Needs(Permission.ManageSystem)]
public sealed record RemoveLabelWord(Guid Word) : ICommand<Done>
{
    internal sealed class Handler(IInterviewDb db) : IRequestHandler<RemoveLabelWord, Done>
    {
        public async Task<Done> Handle(RemoveLabelWord request, CancellationToken cancellationToken)
        {
            db.LabelWords.Remove(await db.LabelWords.Need(request.Word, cancellationToken));
            return Done.It;
        }
    }
}
