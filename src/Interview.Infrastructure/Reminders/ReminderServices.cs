using Interviewing.Application.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Interviewing.Infrastructure.Reminders;

internal static class ReminderServices
{
    /// <summary>
    /// <c>Mail:Smtp:Host</c> (Port, User, Password, StartTls, Authority, From) sends through a mail server; without it letters become files in <c>Mail:PickupFolder</c>
    /// (default: mail in the data folder). <c>Reminders:Tick</c> false leaves the clock off.
    /// </summary>
    public static void AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IHomeAddress, HomeAddress>();
        services.AddSingleton<MailSettings>();
        if (configuration["Mail:Smtp:Host"] is { Length: > 0 }) services.AddSingleton<IPostOffice, SmtpPostOffice>();
        else services.AddSingleton<IPostOffice, FolderPostOffice>();

        if (!configuration.GetValue("Reminders:Tick", true)) return;
        services.AddHealthChecks().AddCheck<TickCheck>("reminders");
        services.AddQuartz(quartz =>
        {
            // In memory, in every process: the rows say who sends what, the clock only wakes.
            quartz.ScheduleJob<ReminderTick>(trigger => trigger.WithIdentity("reminders").WithSimpleSchedule(EveryMinute));
            quartz.ScheduleJob<HeldPostTick>(trigger => trigger.WithIdentity("held-posts").WithSimpleSchedule(EveryMinute));
            quartz.ScheduleJob<StageTick>(trigger => trigger.WithIdentity("review-stages").WithSimpleSchedule(EveryMinute));
            quartz.ScheduleJob<SealTick>(trigger => trigger.WithIdentity("audit-seal").WithSimpleSchedule(EveryMinute));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void EveryMinute(SimpleScheduleBuilder schedule) => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever();
}
