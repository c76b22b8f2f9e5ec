using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>Code that makes memory of derivatives in the shape of other memory.</summary>
internal static class ShadowMemory
{
    /// <summary>Defines <paramref name="shadow"/> as fresh zeros in the shape of <paramref name="reference"/>, row by row for a jagged array.</summary>
    /// <param name="isShadow">It is accessed only where the other memory was: see <see cref="AllocateOp.IsShadow"/>.</param>
    public static void Zeros(RegionBuilder builder, IrValue shadow, IrValue reference, bool isShadow = true)
    {
        var type = (BufferType)shadow.Type;
        if (type.IsObject)
        {
            builder.Add(new AllocateOp(shadow, [reference], Storage.Heap) { IsShadow = isShadow });
            return;
        }
        var sizes = Enumerable.Range(0, type.Rank).Select(dimension => builder.Length(reference, dimension)).ToEquatableArray();
        builder.Add(new AllocateOp(shadow, sizes, type.Kind == BufferKind.Span ? Storage.Scratch : Storage.Heap) { IsShadow = isShadow });
        if (type.Element is not BufferType rowType)
            return;
        var ids = builder.Ids;
        var index = ids.Value(IrType.I32, "i");
        var body = new RegionBuilder(ids);
        var row = ids.Value(rowType);
        Zeros(body, row, body.Load(((BufferType)reference.Type).Element, reference, [index], default), isShadow);
        body.Add(new StoreOp(shadow, [index], default, row));
        Count(builder, index, sizes[0], body);
    }

    /// <summary>Sets all elements to zero.</summary>
    public static void Clear(RegionBuilder builder, IrValue memory)
    {
        var type = (BufferType)memory.Type;
        if (type.IsObject)
        {
            builder.Add(new FillOp(memory, default));
            return;
        }
        if (type.Rank == 1 && type.Element is not BufferType)
        {
            builder.Add(new FillOp(memory, LeafTypes(type.Element).Select(leaf => Zero(builder, leaf)).ToEquatableArray()));
            return;
        }
        var index = builder.Ids.Value(IrType.I32, "i");
        var body = new RegionBuilder(builder.Ids);
        if (type.Element is BufferType row)
        {
            Clear(body, body.Load(row, memory, [index], default));
        }
        else
        {
            var column = builder.Ids.Value(IrType.I32, "j");
            var inner = new RegionBuilder(builder.Ids);
            ClearElement(inner, type.Element, memory, [index, column], default);
            Count(body, column, body.Length(memory, 1), inner);
        }
        Count(builder, index, builder.Length(memory), body);
    }

    /// <summary>The default value of a scalar or opaque type.</summary>
    public static IrValue Zero(RegionBuilder builder, IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.F64 or ScalarKind.F32 } => builder.Float(0, type),
        ScalarType { Kind: ScalarKind.Bool } => builder.Bool(false),
        ScalarType scalar => builder.Constant(Constant.OfInteger(scalar.Kind, 0)),
        _ => builder.Constant(Constant.Opaque($"default({AbiTypes.TextOf(type)})"), type),
    };

    private static IEnumerable<IrType> LeafTypes(IrType type) =>
        type is StructType structure ? structure.Fields.SelectMany(field => LeafTypes(field.Type)) : [type];

    private static void ClearElement(RegionBuilder builder, IrType type, IrValue memory, EquatableArray<IrValue> indices, EquatableArray<string> path)
    {
        if (type is StructType structure)
        {
            foreach (var field in structure.Fields)
                ClearElement(builder, field.Type, memory, indices, path.Add(field.Name));
            return;
        }
        builder.Add(new StoreOp(memory, indices, path, Zero(builder, type)));
    }

    /// <summary>Copies all elements between memory of one shape.</summary>
    public static void Copy(RegionBuilder builder, IrValue from, IrValue to)
    {
        var type = (BufferType)from.Type;
        if (type.Rank == 1 && type.Element is not BufferType)
        {
            builder.Add(new CopyOp(from, to));
            return;
        }
        var ids = builder.Ids;
        var index = ids.Value(IrType.I32, "i");
        var body = new RegionBuilder(ids);
        if (type.Element is BufferType row)
        {
            Copy(body, body.Load(row, from, [index], default), body.Load(row, to, [index], default));
        }
        else
        {
            var column = ids.Value(IrType.I32, "j");
            var inner = new RegionBuilder(ids);
            CopyElement(inner, type.Element, from, to, [index, column], default);
            Count(body, column, body.Length(from, 1), inner);
        }
        Count(builder, index, builder.Length(from), body);
    }

    private static void CopyElement(RegionBuilder builder, IrType type, IrValue from, IrValue to, EquatableArray<IrValue> indices, EquatableArray<string> path)
    {
        if (type is StructType structure)
        {
            foreach (var field in structure.Fields)
                CopyElement(builder, field.Type, from, to, indices, path.Add(field.Name));
            return;
        }
        builder.Add(new StoreOp(to, indices, path, builder.Load(type, from, indices, path)));
    }

    private static void Count(RegionBuilder builder, IrValue index, IrValue count, RegionBuilder body) =>
        builder.Add(new ForOp(default, builder.Ids.Label(), index, builder.Int(0), count, 1, false, default, body.Finish(new Yield(default))));
}
