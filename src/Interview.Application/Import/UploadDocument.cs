using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Import;

/// <summary>Reads a document and keeps it, with what was read, as a draft. What cannot be read is refused and leaves nothing behind.</summary>
[Needs(Permission.ImportDocuments)]
public sealed record UploadDocument(string FileName, ReadOnlyMemory<byte> Bytes) : ICommand<Guid>
{
    private ImportRecord? record;

    // Read while validating, before the writers' gate: reading takes its time and needs no database.
    private ImportRecord Record => record ??= DocumentReader.Read(FileName, Bytes);

    internal sealed class Rules : AbstractValidator<UploadDocument>
    {
        public Rules()
        {
            RuleFor(x => x.FileName).NotEmpty().MaximumLength(300).WithErrorCode("import.file-name");
            RuleFor(x => x).Must(upload => upload.Record is not null);
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<UploadDocument, Guid>
    {
        public Task<Guid> Handle(UploadDocument request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var name = Path.GetFileName(request.FileName);
            var file = db.Add(new StoredFile(name, name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? "text/markdown" : "text/plain", request.Bytes.ToArray(), now));
            return Task.FromResult(db.Add(new Draft(file, request.Record, caller.IdOrNull, now)).Id);
        }
    }
}
