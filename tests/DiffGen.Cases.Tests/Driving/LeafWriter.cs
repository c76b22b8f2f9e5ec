using System;
using System.Collections.Generic;

namespace DiffGen.Cases.Tests.Driving;

/// <summary>Collects the numbers inside values: scalars, structs, tuples, arrays.</summary>
/// <param name="all">Whole numbers and constant fields too, not just what derivatives flow through.</param>
public sealed class LeafWriter(bool all = false)
{
    private readonly List<double> _leaves = [];

    public LeafWriter Add<T>(T value)
    {
        if (value is double number)
            _leaves.Add(number);
        else
            AddBoxed(value, typeof(T));
        return this;
    }

    public double[] ToArray() => [.. _leaves];

    private void AddBoxed(object? value, Type type)
    {
        switch (value)
        {
            case null:
                break;
            case double or float or Half:
                _leaves.Add(ToDouble(value));
                break;
            case Array array:
                foreach (object? element in array)
                    AddBoxed(element, type.GetElementType()!);
                break;
            case IConvertible when all && type.IsPrimitive:
                _leaves.Add(Convert.ToDouble(value is char letter ? (int)letter : value, null));
                break;
            case var _ when LeafFields.IsStruct(type):
                foreach ((var field, bool isActive) in LeafFields.Of(type))
                {
                    if (all || isActive)
                        AddBoxed(field.GetValue(value), field.FieldType);
                }
                break;
        }
    }

    private static double ToDouble(object value) => value switch
    {
        float single => single,
        Half half => (double)half,
        _ => (double)value,
    };
}
