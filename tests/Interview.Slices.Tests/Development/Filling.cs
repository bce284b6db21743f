using System.Collections.Concurrent;
using System.Reflection;
using Interviewing.Application.Shared;
using Interviewing.Testing;

namespace Interviewing.Slices.Tests.Development;

/// <summary>Fills any request in with the case at hand, by the names of its parts, so that whoever may ask gets an answer and not a refusal.</summary>
internal sealed class Filling(House house, IReadOnlyDictionary<string, Guid> known)
{
    private static readonly ConcurrentDictionary<string, Guid> Strangers = new();

    public object Make(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException($"{type} cannot be made");
        return constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    private object? Value(ParameterInfo parameter)
    {
        var (type, name) = (parameter.ParameterType, parameter.Name!);
        if (type == typeof(string)) return name is "Language" ? "nl" : "x";
        if (type == typeof(Guid)) return known.TryGetValue(name, out var id) ? id : Strangers.GetOrAdd(name, _ => Guid.NewGuid());
        if (type == typeof(Guid?)) return known.TryGetValue(name, out var some) ? some : null;
        if (Nullable.GetUnderlyingType(type) is not null) return null;
        if (type == typeof(bool)) return false;
        if (type == typeof(int)) return 1;
        if (type == typeof(long)) return 1L;
        if (type == typeof(decimal)) return 1m;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type == typeof(DateTimeOffset)) return house.Clock.GetUtcNow().AddDays(1);
        if (type == typeof(DateTime)) return house.Clock.GetUtcNow().UtcDateTime.AddDays(1);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 12, 1);
        if (type == typeof(TimeSpan)) return TimeSpan.FromHours(1);
        if (type == typeof(byte[])) return "tekst"u8.ToArray();
        if (type == typeof(Slice)) return new Slice(0, 200);
        if (type == typeof(LocalText)) return LocalText.Of("nl", "x");
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments));
        if (type.IsGenericType && type.GenericTypeArguments is [var item] && type.IsAssignableFrom(item.MakeArrayType())) return Array.CreateInstance(item, 0);
        if (type.IsGenericType && type.GenericTypeArguments is [var member] && type.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(member))) return Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(member));
        if (new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable) return null;
        return Make(type);
    }
}
