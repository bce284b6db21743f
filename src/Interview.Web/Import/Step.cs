using Interviewing.Application.Import;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.Web.Import;

/// <summary>Something a reviewer does to an item; <see cref="What"/> is what takes it back.</summary>
public sealed record Step(IRequest<Done> Ask, string Path, Remedies What = Remedies.None);

/// <summary>Which part of the tools is open.</summary>
public enum ToolPanel { None, Split, Move, Edit }
