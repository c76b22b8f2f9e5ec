using System;

namespace DiffGen.Cases.Tests.Driving;

/// <summary>Puts numbers back into values of a given shape, in the order in which <see cref="LeafWriter"/> collects them.</summary>
public sealed class LeafReader(double[] leaves)
{
    private int _next;

    /// <summary>A fresh copy of <paramref name="template"/> that holds the next numbers.</summary>
    public T Take<T>(T template) => (T)TakeBoxed(template, typeof(T))!;

    /// <summary>A copy of <paramref name="template"/> that holds one number everywhere.</summary>
    public static T Filled<T>(T template, double value)
    {
        int count = new LeafWriter().Add(template).ToArray().Length;
        var leaves = new double[count];
        Array.Fill(leaves, value);
        return new LeafReader(leaves).Take(template);
    }

    /// <summary>Writes NaN over every number in an array, in place.</summary>
    public static void Spoil(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        for (int i = 0; i < array.Length; i++)
        {
            int[] index = array.Rank == 2 ? [i / array.GetLength(1), i % array.GetLength(1)] : [i];
            if (array.GetValue(index) is Array row)
                Spoil(row);
            else if (array.GetValue(index) is { } value)
                array.SetValue(FilledBoxed(value, element), index);
        }
    }

    private static object FilledBoxed(object value, Type type)
    {
        var leaves = new double[1000];
        Array.Fill(leaves, double.NaN);
        return new LeafReader(leaves).TakeBoxed(value, type)!;
    }

    public void AssertUsedUp()
    {
        if (_next != leaves.Length)
            throw new ArgumentException($"{leaves.Length} numbers were given, {_next} were taken");
    }

    private object? TakeBoxed(object? template, Type type)
    {
        if (template is null)
            return null;
        if (type == typeof(double))
            return leaves[_next++];
        if (type == typeof(float))
            return (float)leaves[_next++];
        if (type == typeof(Half))
            return (Half)leaves[_next++];
        if (template is Array array)
            return TakeArray(array, type.GetElementType()!);
        return LeafFields.IsStruct(type) ? TakeStruct(template, type) : template;
    }

    private Array TakeArray(Array template, Type elementType)
    {
        var copy = (Array)template.Clone();
        if (copy.Rank == 2)
        {
            for (int i = 0; i < copy.GetLength(0); i++)
            {
                for (int j = 0; j < copy.GetLength(1); j++)
                    copy.SetValue(TakeBoxed(copy.GetValue(i, j), elementType), i, j);
            }
            return copy;
        }
        for (int i = 0; i < copy.Length; i++)
            copy.SetValue(TakeBoxed(copy.GetValue(i), elementType), i);
        return copy;
    }

    private object TakeStruct(object template, Type type)
    {
        object copy = System.Runtime.CompilerServices.RuntimeHelpers.GetObjectValue(template);
        foreach ((var field, bool isActive) in LeafFields.Of(type))
        {
            if (isActive)
                field.SetValue(copy, TakeBoxed(field.GetValue(copy), field.FieldType));
        }
        return copy;
    }
}
