using System.Reflection;
using Interviewing.Application;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;

namespace Interviewing.House.Tests;

public class RequestTests
{
    private static readonly Type[] All = typeof(Door).Assembly.GetTypes();

    private static IEnumerable<Type> Requests => All.Where(t => !t.IsAbstract && !t.IsInterface && Answers(t, typeof(IRequest<>)).Any());

    [Fact]
    public void There_are_requests() => Requests.Count().ShouldBeGreaterThan(2);

    [Fact]
    public void Every_request_has_exactly_one_handler() =>
        Requests.Where(r => All.Count(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && i.GenericTypeArguments[0] == r)) != 1)
            .Select(r => r.Name).ShouldBeEmpty();

    [Fact]
    public void Every_request_says_what_it_needs() =>
        Requests.Where(r => r.GetCustomAttribute<NeedsAttribute>() is null).Select(r => r.Name).ShouldBeEmpty();

    [Fact]
    public void Every_request_is_a_command_or_a_query_and_not_both() =>
        Requests.Where(r => Answers(r, typeof(ICommand<>)).Any() == Answers(r, typeof(IQuery<>)).Any()).Select(r => r.Name).ShouldBeEmpty();

    [Fact]
    public void Every_handler_and_validator_stays_inside() =>
        All.Where(t => t.IsVisible && !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || i.GetGenericTypeDefinition().Name.StartsWith("IValidator", StringComparison.Ordinal))))
            .Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void Every_role_may_something_and_none_may_what_only_the_machine_may() =>
        Enum.GetValues<Role>().Where(r => Roles.May(r).Count == 0 || Roles.May(r).Contains(Permission.Machine)).ShouldBeEmpty();

    [Fact]
    public void A_verb_never_sends_another_verb() =>
        Repository.Texts("src/Interview.Application", "*.cs").Where(f => f.Path != "src/Interview.Application/Shared/Door.cs" && f.Text.Contains("IMediator", StringComparison.Ordinal) && !f.Path.EndsWith("ApplicationServices.cs", StringComparison.Ordinal))
            .Select(f => f.Path).ShouldBeEmpty();

    private static IEnumerable<Type> Answers(Type type, Type open) => type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);
}
