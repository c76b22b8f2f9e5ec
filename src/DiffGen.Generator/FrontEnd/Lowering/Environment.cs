using System;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>The value that each slot holds at a point of the method; null before it is assigned.</summary>
internal sealed class Environment
{
    private IrValue?[] _values;

    public Environment(int capacity = 16) => _values = new IrValue?[capacity];

    private Environment(IrValue?[] values) => _values = values;

    public IrValue? this[int slot]
    {
        get => slot < _values.Length ? _values[slot] : null;
        set
        {
            if (slot >= _values.Length)
                Array.Resize(ref _values, Math.Max(slot + 1, _values.Length * 2));
            _values[slot] = value;
        }
    }

    public Environment Clone() => new((IrValue?[])_values.Clone());
}

/// <summary>A slot of the environment: one leaf of one variable.</summary>
/// <param name="Name">Name of the values that the slot holds.</param>
internal readonly record struct SlotInfo(IrType Type, string Name);
