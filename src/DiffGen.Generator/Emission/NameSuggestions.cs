using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Names for values that the user gave none, after what they are.</summary>
internal sealed class NameSuggestions(BodyModel model)
{
    public string For(List<ValueInfo> values)
    {
        ValueInfo info = values.FirstOrDefault(v => v.Definition is not (null or IfOp or BlockOp or ForOp or LoopOp)) ?? values[0];
        if (info.IsInduction)
            return "ijklmn".Substring(Math.Min(info.Node.LoopDepth - 1, 5), 1);
        return info.Definition switch
        {
            ApplyOp o => Primitive(o),
            LoadOp o => Element(o),
            StaticBufferOp o => Lower(LastName(o.Expression)),
            LengthOp o => NameOf(o.Buffer) + "Length",
            SliceOp o => NameOf(o.Buffer) + "Slice",
            AllocateOp => "buffer",
            SelectOp => "selected",
            CallOp o => Lower(LastName(o.Callee)),
            ForeignOp o => Lower(LastName(o.Template)),
            TapePushOp or TapePopOp => "saved",
            ScratchMarkOp => "mark",
            GetSlotOp o => o.Slot.Name,
            _ => info.Value.Type.IsInteger ? "count" : info.Value.Type.Equals(IrType.Bool) ? "flag" : "value",
        };
    }

    private string Primitive(ApplyOp op) => op.Primitive switch
    {
        "add" or "MultiplyAddEstimate" => "sum",
        "sub" => "difference",
        "mul" when op.Arguments[0].Equals(op.Arguments[1]) => "square",
        "mul" => "product",
        "div" => "ratio",
        "rem" => "remainder",
        "neg" => "negative",
        "convert" or "stop" or "valueOf" => NameOf(op.Arguments[0]),
        "lt" or "le" or "gt" or "ge" or "eq" or "ne" or "not" or "and" or "or" when op.Result.Type.Equals(IrType.Bool) => "test",
        _ => Lower(LastName(op.Primitive)),
    };

    // x[i] is xi, points[i].X is pointsX.
    private string Element(LoadOp op)
    {
        string name = NameOf(op.Buffer);
        if (!op.Path.IsEmpty)
            return name + op.Path[op.Path.Length - 1];
        foreach (IrValue index in op.Indices)
        {
            string part = NameOf(index);
            if (part.Length == 0 || model[index].Definition is ConstantOp)
                return name + "Value";
            name += name.Length == 1 ? part : char.ToUpperInvariant(part[0]) + part.Substring(1);
        }
        return name;
    }

    private string NameOf(IrValue value)
    {
        ValueInfo info = model[value];
        string name = info.Variable is { Name.Length: > 0 } variable ? variable.Name : info.Bound ?? value.Name;
        if (name.Length == 0 && info.Definition is ConstantOp)
            return "value";
        return name.Length > 0 ? LastName(name) : "value";
    }

    private static string LastName(string text)
    {
        int end = text.IndexOfAny(['(', '<', '/', ' ']);
        if (end >= 0)
            text = text.Substring(0, end);
        int start = text.LastIndexOf('.') + 1;
        text = text.Substring(start);
        return text.Length == 0 ? "value" : text;
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
