using FluentValidation;
using Interviewing.Application.Identity;
using Interviewing.Application.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Interviewing.Application;

public static class ApplicationServices
{
    /// <summary>Door, dispatcher, behaviours (permission, validation, disclosure, save) and every handler and validator of this assembly.</summary>
    public static IServiceCollection AddInterviewApplication(this IServiceCollection services)
    {
        services.AddSingleton<Door>();
        services.AddScoped<Caller>();
        services.AddScoped<Raised>();
        services.AddSingleton<Reminders.ReminderRound>();
        services.AddSingleton<Import.ReadingDesk>();
        services.AddSingleton<Competencies.LibraryCounts>();
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Audit.DisclosureBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SignalBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SaveBehaviour<,>));
        services.Scan(scan => scan.FromAssemblyOf<Door>()
            .AddClasses(c => c.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(c => c.AssignableToAny(typeof(Reminders.ILetterWriter), typeof(Reminders.Planning.IReminderPlanner)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(c => c.AssignableToAny(typeof(Today.IWaiting), typeof(Today.IAgenda)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());
        return services;
    }
}
