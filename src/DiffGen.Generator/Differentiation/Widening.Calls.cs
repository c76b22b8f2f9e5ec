using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Calls of methods that were not widened: rules that users wrote take one direction, and structs where the core has single vectors.
internal sealed partial class Widening
{
    private void CallAsWritten(RegionBuilder builder, CallOp op)
    {
        if (op.Results.FirstOrDefault(IsOfStructs) is { } returned)
            throw new UnsupportedDerivativeException(op.Ordinal, $"a rule returns the array of structs '{returned.Name}', whose derivatives cannot be put in order for a matrix");
        WithStructs(builder, op.Ordinal, op.Arguments, arguments => builder.Add(op with { Arguments = arguments, Results = op.Results.Map(Map) }));
    }

    /// <summary>Hands on structs where the core has vectors side by side, and takes back what becomes of them.</summary>
    private void WithStructs(RegionBuilder builder, int ordinal, EquatableArray<IrValue> given, Action<EquatableArray<IrValue>> call)
    {
        var copies = new List<(IrValue Flat, IrValue Structs)>();
        var arguments = given.Select(argument => IsOfStructs(argument) ? Copied(argument) : Map(argument)).ToEquatableArray();
        call(arguments);
        foreach (var (flat, structs) in copies)
            Move(builder, flat, structs, toStructs: false);

        IrValue Copied(IrValue argument)
        {
            var structs = Structs(builder, ordinal, argument);
            Move(builder, argument, structs, toStructs: true);
            copies.Add((argument, structs));
            return structs;
        }
    }

    private bool IsOfStructs(IrValue value) =>
        value.Type is BufferType && LaneLayout.InnermostElement(value.Type) is StructType && _facts.HoldsLanes(value);

    /// <summary>Fresh memory of the type that the method declares.</summary>
    private IrValue Structs(RegionBuilder builder, int ordinal, IrValue argument)
    {
        if (argument.Type is not BufferType { Rank: 1, Element: StructType } type)
            throw new UnsupportedDerivativeException(ordinal, $"a rule takes the matrix or jagged array of structs '{argument.Name}', whose derivatives cannot be put in order for a matrix");
        var length = builder.Apply("div", IrType.I32, builder.Length(Map(argument)), Integer(builder, LayoutOf(argument).Count, IrType.I32));
        var memory = _ids.Value(type.Kind == BufferKind.Array ? type : type with { Kind = BufferKind.Span }, argument.Name);
        builder.Add(new AllocateOp(memory, [length], type.Kind == BufferKind.Array ? Storage.Heap : Storage.Scratch));
        return memory;
    }

    private void Move(RegionBuilder builder, IrValue flat, IrValue structs, bool toStructs)
    {
        var layout = LayoutOf(flat);
        ForEach(builder, builder.Length(structs), (body, index) =>
        {
            for (int i = 0; i < layout.Count; i++)
            {
                var place = Indices(body, flat, [index], i);
                var type = LeafType(((BufferType)structs.Type).Element, layout.Paths[i]);
                if (toStructs)
                    body.Add(new StoreOp(structs, [index], layout.Paths[i], Convert(body, body.Load(ElementType(flat), Map(flat), place, default), type)));
                else
                    body.Add(new StoreOp(Map(flat), place, default, Convert(body, body.Load(type, structs, [index], layout.Paths[i]), ElementType(flat))));
            }
        });
    }
}
