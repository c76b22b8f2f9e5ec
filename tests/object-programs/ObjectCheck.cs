using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace DiffGen.ObjectPrograms;

/// <summary>
/// Compares the companions of a method with objects among its arguments: value and state with the method itself, reverse mode with differences, forward
/// mode with reverse mode. Part of each program that is checked.
/// </summary>
public static class ObjectCheck
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const double Step = 1e-4;

    /// <summary>Checks a method that returns a number; the arguments are fresh ones each time, the receiver of an instance method last.</summary>
    public static void Gradient(Type type, string method, Func<object[]> arguments, double tolerance = 1e-7)
    {
        MethodInfo primal = Method(type, method, m => !IsGenerated(m));
        object[] used = arguments();
        double value = (double)Call(primal, used)!;
        (double found, double[] gradient) = Reverse(type, method, primal, arguments, used);
        if (value != found)
            throw new InvalidOperationException($"{method}: the value is {found:R}, not {value:R}.");
        Place[] places = Places(primal, arguments());
        if (places.Length == 0 || places.Length != gradient.Length)
            throw new InvalidOperationException($"{method}: {gradient.Length} derivatives for {places.Length} numbers.");
        for (int i = 0; i < places.Length; i++)
        {
            double difference = Difference(primal, arguments, i);
            if (!Near(gradient[i], difference, tolerance))
                throw new InvalidOperationException($"{method}: the derivative by {places[i].Name} is {gradient[i]:R}, by differences {difference:R}.");
        }
        Forward(type, method, primal, arguments, value, gradient);
    }

    /// <summary>Demands that a call throws.</summary>
    public static void Throws<T>(Action action, string part = "")
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T exception) when (exception.GetType() == typeof(T) && exception.Message.Contains(part, StringComparison.Ordinal))
        {
            return;
        }
        throw new InvalidOperationException($"{typeof(T).Name} was not thrown.");
    }

    public static void Equal(double expected, double actual, double tolerance = 1e-12)
    {
        if (!Near(actual, expected, tolerance))
            throw new InvalidOperationException(FormattableString.Invariant($"{actual:R} is not {expected:R}."));
    }

    public static void True(bool condition, string message)
    {
        if (!condition)
            throw new InvalidOperationException(message);
    }

    private static bool Near(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    private static (double Value, double[] Gradient) Reverse(Type type, string method, MethodInfo primal, Func<object[]> arguments, object[] after)
    {
        MethodInfo companion = Method(type, method + "ValueAndGradient", m => m.GetParameters().Length == primal.GetParameters().Length);
        object[] given = arguments();
        object result = Call(companion, given)!;
        if (Numbers(primal, given) is { } left && !left.SequenceEqual(Numbers(primal, after)))
            throw new InvalidOperationException($"{method}: the arguments do not hold what the method leaves in them.");
        double value = (double)result.GetType().GetField("Item1")!.GetValue(result)!;
        object gradient = result.GetType().GetField("Item2")!.GetValue(result)!;
        int[] active = Active(primal).ToArray();
        object[] parts = active.Length == 1 ? [gradient] : [.. active.Select((_, i) => gradient.GetType().GetField("Item" + (i + 1))!.GetValue(gradient)!)];
        var numbers = new List<double>();
        for (int i = 0; i < active.Length; i++)
        {
            // Each object of the graph counts once, in the order in which the argument's are met.
            object box = parts[i];
            var places = new List<Place>();
            Collect(ParameterType(primal, active[i]), () => box, changed => box = changed, "", places, new(ReferenceEqualityComparer.Instance));
            numbers.AddRange(places.Select(place => place.Get()));
        }
        return (value, [.. numbers]);
    }

    private static void Forward(Type type, string method, MethodInfo primal, Func<object[]> arguments, double value, double[] gradient)
    {
        MethodInfo companion = Method(type, method + "Jvp", _ => true);
        if (companion.GetParameters().Any(p => p.ParameterType.IsByRefLike))
            return;
        var random = new Random(7);
        double[] direction = [.. gradient.Select(_ => random.NextDouble() * 2 - 1)];
        object[] given = arguments(), tangents = arguments();
        int receiver = primal.IsStatic ? -1 : tangents.Length - 1;
        Place[] places = Places(primal, tangents);
        for (int i = 0; i < places.Length; i++)
            places[i].Set(direction[i]);
        int[] active = Active(primal).ToArray();
        object[] all = [.. given.Where((_, i) => i != receiver), .. active.Select(i => tangents[i])];
        object result = companion.Invoke(primal.IsStatic ? null : given[receiver], all)!;
        double found = (double)result.GetType().GetField("Item1")!.GetValue(result)!, tangent = (double)result.GetType().GetField("Item2")!.GetValue(result)!;
        double expected = gradient.Zip(direction, (g, d) => g * d).Sum();
        if (found != value || !Near(tangent, expected, 1e-10))
            throw new InvalidOperationException(FormattableString.Invariant($"{method}: forward mode gives {found:R} and {tangent:R}, not {value:R} and {expected:R}."));
    }

    private static double Difference(MethodInfo primal, Func<object[]> arguments, int place)
    {
        double At(double steps)
        {
            object[] given = arguments();
            Place[] places = Places(primal, given);
            places[place].Set(places[place].Get() + (steps * Step));
            return (double)Call(primal, given)!;
        }

        return (8 * (At(1) - At(-1)) - (At(2) - At(-2))) / (12 * Step);
    }

    private static object? Call(MethodInfo method, object[] arguments)
    {
        try
        {
            return method.IsStatic
                ? method.Invoke(null, arguments)
                : method.Invoke(arguments[^1], arguments[..^1]);
        }
        catch (TargetInvocationException exception)
        {
            throw new InvalidOperationException($"{method.Name}: {exception.InnerException}", exception.InnerException);
        }
    }

    private static MethodInfo Method(Type type, string name, Func<MethodInfo, bool> isIt)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMethods(All).FirstOrDefault(m => m.Name == name && isIt(m)) is { } found)
                return found;
        }
        throw new InvalidOperationException($"{type.Name} has no {name}.");
    }

    private static bool IsGenerated(MethodInfo method) => method.GetCustomAttributesData().Any(a => a.AttributeType.Name == "GeneratedCodeAttribute");

    private static Type ParameterType(MethodInfo method, int index) =>
        index < method.GetParameters().Length ? method.GetParameters()[index].ParameterType : method.DeclaringType!;

    private static IEnumerable<int> Active(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            if (!IsFrozen(parameters[i].GetCustomAttributesData()) && Holds(parameters[i].ParameterType))
                yield return i;
        }
        if (!method.IsStatic && !IsFrozen(method.GetCustomAttributesData()) && Holds(method.DeclaringType!))
            yield return parameters.Length;
    }

    private static bool IsFrozen(IEnumerable<CustomAttributeData> attributes) => attributes.Any(a => a.AttributeType.Name == "NoDerivativeAttribute");

    private static bool Holds(Type type) => type == typeof(double)
        || (type.IsArray ? Holds(type.GetElementType()!) : IsOwn(type) && Fields(type).Any(field => Holds(field.FieldType)));

    private static bool IsOwn(Type type) => !type.IsEnum && !type.IsPrimitive && (type.Assembly == typeof(ObjectCheck).Assembly || type.Name.StartsWith("ValueTuple", StringComparison.Ordinal));

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        var chain = new Stack<Type>();
        for (Type? current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
            chain.Push(current);
        return chain.SelectMany(current => current.GetFields(All & ~BindingFlags.Static)).Where(field => !IsFrozen(field.GetCustomAttributesData()) && !IsFrozen(Property(field)));
    }

    private static IEnumerable<CustomAttributeData> Property(FieldInfo field) => field.Name.StartsWith('<')
        ? field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], All)?.GetCustomAttributesData() ?? []
        : [];

    private sealed record Place(string Name, Func<double> Get, Action<double> Set);

    private static Place[] Places(MethodInfo method, object[] arguments)
    {
        var places = new List<Place>();
        foreach (int i in Active(method))
            Collect(ParameterType(method, i), () => arguments[i], changed => arguments[i] = changed, $"argument {i}", places, new(ReferenceEqualityComparer.Instance));
        return [.. places];
    }

    // The numbers of all arguments, active or not, as far as objects hold them.
    private static double[] Numbers(MethodInfo method, object[] arguments)
    {
        var places = new List<Place>();
        for (int i = 0; i < arguments.Length; i++)
        {
            object argument = arguments[i];
            if (ParameterType(method, i) is { IsValueType: false } type)
                Collect(type, () => argument, _ => { }, "", places, new(ReferenceEqualityComparer.Instance));
        }
        return [.. places.Select(place => place.Get())];
    }

    private static void Collect(Type type, Func<object?> get, Action<object> set, string name, List<Place> places, HashSet<object> seen)
    {
        if (type == typeof(double))
        {
            places.Add(new(string.Create(CultureInfo.InvariantCulture, $"{name}"), () => (double)get()!, value => set(value)));
            return;
        }
        if (!Holds(type) || get() is not { } value || !type.IsValueType && !seen.Add(value))
            return;
        if (value is Array array)
        {
            foreach (int[] index in Indices(array))
                Collect(type.GetElementType()!, () => array.GetValue(index), changed => array.SetValue(changed, index), $"{name}[{string.Join(',', index)}]", places, seen);
            return;
        }
        foreach (FieldInfo field in Fields(type))
        {
            Collect(field.FieldType, () => field.GetValue(get()), changed =>
            {
                object whole = get()!;
                field.SetValue(whole, changed);
                if (type.IsValueType)
                    set(whole);
            }, $"{name}.{field.Name}", places, seen);
        }
    }

    private static IEnumerable<int[]> Indices(Array array)
    {
        for (int i = 0; i < array.GetLength(0); i++)
        {
            if (array.Rank == 1)
            {
                yield return [i];
                continue;
            }
            for (int j = 0; j < array.GetLength(1); j++)
                yield return [i, j];
        }
    }
}
