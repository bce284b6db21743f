using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Application.Development;

/// <summary>A file that shows that an action was done.</summary>
[Needs(Permission.OwnDevelopment)]
public sealed record AttachEvidence(Guid Plan, Guid Action, string FileName, ReadOnlyMemory<byte> Bytes) : ICommand<Guid>, IMerges
{
    internal sealed class Rules : AbstractValidator<AttachEvidence>
    {
        public Rules()
        {
            RuleFor(x => x.FileName).MaximumLength(200).WithErrorCode("development.file-name").WithState(_ => new object?[] { 200 });
            RuleFor(x => x.FileName).Must(name => EvidenceFile.TypeOf(name) is not null).WithErrorCode("development.file-kind").WithState(_ => new object?[] { string.Join(", ", EvidenceFile.Endings) });
            RuleFor(x => x.Bytes).Must(b => b.Length is > 0 and <= EvidenceFile.Longest).WithErrorCode("development.file-size").WithState(_ => new object?[] { EvidenceFile.Longest / (1024 * 1024) });
        }
    }

    internal sealed class Handler(IInterviewDb db, Caller caller, TimeProvider clock) : IRequestHandler<AttachEvidence, Guid>
    {
        public async Task<Guid> Handle(AttachEvidence request, CancellationToken cancellationToken)
        {
            var (name, now) = (Path.GetFileName(request.FileName), clock.GetUtcNow());
            var plan = await db.PlanToProve(request.Plan, request.Action, caller.Id, cancellationToken);
            StoredFile file = new(name, EvidenceFile.TypeOf(name)!, request.Bytes.ToArray(), now);
            var shown = plan.Prove(request.Action, EvidenceKind.File, name, file.Id, caller.Id, now);
            db.Add(file);
            return shown.Id;
        }
    }
}
