using MediatR;

namespace Interviewing.Application.Shared;

/// <summary>Changes something: loads, tells the nouns, and is saved once by the pipeline in one short transaction.</summary>
public interface ICommand<out T> : IRequest<T>;

/// <summary>Reads: no transaction, no tracking, never saves.</summary>
public interface IQuery<out T> : IRequest<T>;

/// <summary>Marks a command whose edits are field by field: when another save came in between it is simply tried again on the fresh rows, and compares the field itself.</summary>
public interface IMerges;

/// <summary>Asked by a page that stands open, not by somebody at it: it keeps no session awake.</summary>
public interface IUnattended;

/// <summary>The part of the organisation a request is about; without it a request is about everything its actor may see.</summary>
public interface IScoped
{
    Identity.Scope Scope { get; }
}
