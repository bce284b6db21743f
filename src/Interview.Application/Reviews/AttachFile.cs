using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Reviews;

/// <summary>Adds a file to a competency on the asker's own side. It is kept as it came and only ever handed out as a download.</summary>
[Needs(Permission.SignedIn)]
public sealed record AttachFile(Guid Review, Guid Competency, string FileName, ReadOnlyMemory<byte> Bytes) : ICommand<Guid>, IMerges
{
    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AttachFile, Guid>
    {
        public async Task<Guid> Handle(AttachFile request, CancellationToken cancellationToken)
        {
            var review = await db.WithEvidence(request.Review, caller.Id, cancellationToken);
            var name = Evidence.CheckedName(Path.GetFileName(request.FileName), "file");
            Refuse.FieldIf(request.Bytes.IsEmpty, "file", "reviews.evidence-empty");
            Refuse.FieldIf(request.Bytes.Length > Evidence.MostBytes, "file", "reviews.evidence-large", Evidence.MostBytes / 1024 / 1024);
            var kind = Evidence.MediaTypeOf(name, request.Bytes.Span);
            Refuse.FieldIf(kind is null, "file", "reviews.evidence-kind");
            // Its name says something about the person and stays with the evidence, outside the audit details.
            var file = db.Add(new StoredFile("evidence", kind!, request.Bytes.ToArray(), clock.GetUtcNow()));
            return review.Attach(caller.Id, request.Competency, name, null, file.Id, clock.GetUtcNow()).Id;
        }
    }
}
