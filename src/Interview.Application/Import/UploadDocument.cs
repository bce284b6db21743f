using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>
/// Keeps a document with what was read from it as a draft. A long one is answered at once and read in the background. What cannot be read is refused and
/// leaves nothing behind.
/// </summary>
[Needs(Permission.ImportDocuments)]
public sealed record UploadDocument(string FileName, ReadOnlyMemory<byte> Bytes) : ICommand<Guid>
{
    private ImportRecord? record;

    private bool IsLong => Bytes.Length > ImportLimits.Default.ReadAtOnceBytes;

    // Read while validating, before the writers' gate: reading takes its time and needs no database. Of a long document only whether it is text at all.
    private bool Read(IReadOnlyList<OwnLabel> own)
    {
        if (IsLong) SourceText.Read(FileName, Bytes);
        else record = DocumentReader.Read(FileName, Bytes, own: own);
        return true;
    }

    internal sealed class Rules : AbstractValidator<UploadDocument>
    {
        public Rules(IInterviewDb db)
        {
            RuleFor(x => x.FileName).NotEmpty().MaximumLength(300).WithErrorCode("import.file-name");
            RuleFor(x => x).MustAsync(async (upload, ct) => upload.Read(await db.All(ct)));
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<UploadDocument, Guid>
    {
        public Task<Guid> Handle(UploadDocument request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var name = Path.GetFileName(request.FileName);
            var file = db.Add(new StoredFile(name, name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? "text/markdown" : "text/plain", request.Bytes.ToArray(), now));
            var draft = db.Add(request.record is { } record ? new Draft(file, record, caller.IdOrNull, now) : new Draft(file, caller.IdOrNull, now));
            if (draft.Status == DraftStatus.Reading) db.Add(new ReadingTurn(draft.Id, now));
            return Task.FromResult(draft.Id);
        }
    }
}
