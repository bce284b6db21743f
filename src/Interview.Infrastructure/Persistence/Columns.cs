using Interviewing.Application.Shared;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Interviewing.Infrastructure.Persistence;

internal sealed class LocalTextColumn() : ValueConverter<LocalText, string>(text => text.ToJson(), json => LocalText.FromJson(json));

internal sealed class LocalTextComparer() : ValueComparer<LocalText>((a, b) => object.Equals(a, b), text => text.GetHashCode(), text => text);

/// <summary>An instant as UTC ticks: SQLite neither orders nor compares DateTimeOffset.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>PostgreSQL's timestamptz takes offset 0 only.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

internal static class Columns
{
    /// <summary>A value kept as JSON text; compared by that text.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => JsonText.Write(value), json => JsonText.Read<T>(json)),
            new ValueComparer<T>((a, b) => JsonText.Write(a) == JsonText.Write(b), value => JsonText.Write(value).GetHashCode(StringComparison.Ordinal), value => value));
        return property;
    }

    /// <summary>Local wall time, zone and derived instant as three columns.</summary>
    public static void HasAppointment<T>(this EntityTypeBuilder<T> noun, System.Linq.Expressions.Expression<Func<T, Appointment?>> which) where T : class =>
        noun.OwnsOne(which, a =>
        {
            a.Property(x => x.Local).HasConversion(local => local.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                text => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).HasMaxLength(19);
            a.Property(x => x.Zone).HasMaxLength(60);
            a.HasIndex(x => x.Utc);
        });
}
