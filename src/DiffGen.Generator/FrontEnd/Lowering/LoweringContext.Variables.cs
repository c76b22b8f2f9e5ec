using System.Collections.Generic;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Variables, and reading and writing places.</summary>
internal sealed partial class LoweringContext
{
    private Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);

    public Variable? Find(ISymbol symbol) => _variables.TryGetValue(symbol, out Variable variable) ? variable : null;

    /// <summary>Makes unassigned slots for a variable.</summary>
    public StoredVariable Declare(ISymbol symbol, string name, TypeShape shape)
    {
        StoredVariable variable = NewVariable(name, shape);
        _variables[symbol] = variable;
        return variable;
    }

    /// <summary>A variable that no source names.</summary>
    public StoredVariable NewVariable(string name, TypeShape shape)
    {
        int first = SlotCount;
        foreach (Leaf leaf in shape.Leaves)
            NewSlot(leaf.Type, name + leaf.Suffix);
        return new StoredVariable(name, shape, first);
    }

    public void Declare(ISymbol symbol, Variable variable) => _variables[symbol] = variable;

    public static SlotPlace PlaceOf(StoredVariable variable) => new(variable.Shape, variable.FirstSlot);

    public IrValue[] Read(Place place, IOperation source, string name = "")
    {
        switch (place)
        {
            case SlotPlace slots:
                var values = new IrValue[slots.Shape.Leaves.Length];
                for (int i = 0; i < values.Length; i++)
                    values[i] = ReadSlot(slots.FirstSlot + i);
                return values;
            case ElementPlace element:
                var loaded = new IrValue[element.Shape.Leaves.Length];
                for (int i = 0; i < loaded.Length; i++)
                {
                    Leaf leaf = element.Shape.Leaves[i];
                    Mark(source);
                    loaded[i] = Builder.Load(leaf.Type, element.Buffer, element.Indices, [.. element.Path, .. leaf.Path], name.Length == 0 ? "" : name + leaf.Suffix);
                }
                return loaded;
            case PartPlace part:
                return NumericsPlaces.Read(this, part, source, name);
            case PropertyPlace property:
                return Calls.Read(this, property, source);
            default:
                return ((TemporaryPlace)place).Leaves.ToArray();
        }
    }

    public void Write(Place place, IOperation source, IrValue[] values)
    {
        switch (place)
        {
            case SlotPlace slots:
                for (int i = 0; i < slots.Shape.Leaves.Length; i++)
                    Environment[slots.FirstSlot + i] = values[i];
                break;
            case ElementPlace element:
                for (int i = 0; i < element.Shape.Leaves.Length; i++)
                {
                    Mark(source);
                    Builder.Add(new StoreOp(element.Buffer, element.Indices, [.. element.Path, .. element.Shape.Leaves[i].Path], values[i]));
                }
                break;
            case PartPlace part:
                NumericsPlaces.Write(this, part, source, values);
                break;
            case PropertyPlace property:
                Calls.Write(this, property, source, values);
                break;
        }
    }

    public void Write(StoredVariable variable, IrValue[] values)
    {
        for (int i = 0; i < values.Length; i++)
            Environment[variable.FirstSlot + i] = values[i];
    }

    /// <summary>A field of a place that is a struct.</summary>
    public static Place Member(Place place, StructMember member)
    {
        switch (place)
        {
            case SlotPlace slots:
                return new SlotPlace(member.Shape, slots.FirstSlot + member.FirstLeaf);
            case ElementPlace element:
                return new ElementPlace(member.Shape, element.Buffer, element.Indices, [.. element.Path, member.Name]);
            default:
                var leaves = new IrValue[member.Shape.Leaves.Length];
                for (int i = 0; i < leaves.Length; i++)
                    leaves[i] = ((TemporaryPlace)place).Leaves[member.FirstLeaf + i];
                return new TemporaryPlace(member.Shape, new EquatableArray<IrValue>(leaves));
        }
    }

    /// <summary>The name of the variable that the slots belong to; leaves add their own suffix.</summary>
    public string VariableName(SlotPlace place)
    {
        string name = Slot(place.FirstSlot).Name;
        string suffix = place.Shape.Leaves.Length > 0 ? place.Shape.Leaves[0].Suffix : "";
        return name.EndsWith(suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }

    /// <summary>The name that values assigned to the place get.</summary>
    public string NameOf(Place place) => place is SlotPlace { Shape.Leaves.Length: > 0 } slots ? VariableName(slots) : "";

    public IrValue ReadSlot(int slot)
    {
        if (Environment[slot] is { } value)
            return value;
        // The compiler accepts reads only of assigned variables, apart from struct leaves that no field assignment has reached.
        return Environment[slot] = Zero(Slot(slot).Type);
    }
}
