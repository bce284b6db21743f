using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>
/// Keeps a document of any kind with what was read from it as a draft. A long one is answered at once and read in the background. What cannot be read is refused
/// and leaves nothing behind.
/// </summary>
[Needs(Permission.ImportDocuments)]
public sealed record UploadDocument(string FileName, ReadOnlyMemory<byte> Bytes) : ICommand<Guid>
{
    private (SourceText Source, ImportRecord? Record)? read;

    internal sealed class Rules : AbstractValidator<UploadDocument>
    {
        public Rules(IFileText files, IInterviewDb db)
        {
            RuleFor(x => x.FileName).NotEmpty().MaximumLength(300).WithErrorCode("import.file-name");
            // Read while validating, before the writers' gate: reading takes its time. Of a long document only whether it can be read at all.
            RuleFor(x => x).MustAsync(async (upload, ct) =>
            {
                var source = files.Read(upload.FileName, upload.Bytes, ct);
                upload.read = (source, upload.Bytes.Length > files.Limits.ReadAtOnceBytes ? null
                    : DocumentReader.Read(source, files.Limits, await RememberedColumns.For(source.Sheets, db, ct), await db.All(ct)));
                return true;
            });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<UploadDocument, Guid>
    {
        public Task<Guid> Handle(UploadDocument request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var name = Path.GetFileName(request.FileName);
            var (source, record) = request.read!.Value;
            var isText = source.Kind is FileKind.Text or FileKind.Delimited;
            var file = db.Add(new StoredFile(name, FileKinds.MediaType(source.Kind, name), request.Bytes.ToArray(), now, isText ? null : source.Text));
            var draft = db.Add(record is null ? new Draft(file, caller.IdOrNull, now) : new Draft(file, record, caller.IdOrNull, now));
            if (draft.Status == DraftStatus.Reading) db.Add(new ReadingTurn(draft.Id, now));
            return Task.FromResult(draft.Id);
        }
    }
}
