using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Emission;

/// <summary>How long the text of an expression will be, about: decided before names are known.</summary>
internal sealed class TextLengths(BodyModel model)
{
    private const int UnknownName = 5;

    private readonly Dictionary<int, int> _conditionals = [];

    /// <summary>An <see cref="IfOp"/> with this result will be printed as a conditional expression of that length.</summary>
    public void SetConditional(IrValue result, int length) => _conditionals[result.Id] = length;

    /// <summary>The value under its name, or as a literal.</summary>
    public int OfLeaf(IrValue value)
    {
        ValueInfo info = model[value];
        return info.Bound is { } bound ? bound.Length
            : info.Definition is ConstantOp constant ? Literals.Print(constant.Value).Text.Length
            : info.Definition is LengthOp length && value.Name.Length == 0 ? OfLeaf(length.Buffer) + 7
            : value.Name.Length > 0 ? value.Name.Length
            : UnknownName;
    }

    /// <summary>The value with everything that has been folded into it.</summary>
    public int OfExpression(IrValue value)
    {
        ValueInfo info = model[value];
        if (!info.IsInline || info.Definition is ConstantOp or null)
            return OfLeaf(value);
        if (_conditionals.TryGetValue(value.Id, out int length))
            return length;
        return OfOperation(info.Definition) + OpShape.Operands(info.Definition).Sum(o => OfExpression(o) - OfLeaf(o));
    }

    /// <summary>An operation over leaves.</summary>
    public int OfOperation(Op op)
    {
        int operands = OpShape.Operands(op).Sum(OfLeaf);
        return op switch
        {
            ApplyOp o => operands + OfOperator(o),
            ForeignOp o => operands + o.Template.Length,
            StaticBufferOp o => o.Expression.Length,
            LoadOp o => operands + o.Indices.Length + 1 + o.Path.Sum(p => p.Length + 1),
            SliceOp => operands + 10,
            IfOp o => _conditionals.TryGetValue(o.Results[0].Id, out int length) ? length : operands,
            _ => operands + 8,
        };
    }

    /// <summary>The statement that the operation is the root of.</summary>
    public int OfStatement(Op op) => op switch
    {
        StoreOp or AccumulateOp => OpShape.Operands(op).Sum(OfLeaf) + 8,
        IfOp => 5,
        ForOp o => 30 + OfLeaf(o.Start) + OfLeaf(o.End),
        CallOp o => 24 + OpShape.Operands(op).Sum(v => OfLeaf(v) + 2) + o.Results.Sum(r => r.Name.Length + 8),
        _ => OfOperation(op) + 12,
    };

    public int OfStatement(Terminator end) => 8 + OpShape.Operands(end).Sum(v => OfLeaf(v) + 2);

    private static int OfOperator(ApplyOp op) => PrimitiveTable.Find(op.Primitive) switch
    {
        { Method: not null } row => PrimitiveTable.CallTarget(row, ScalarKind.F64)!.Length + 2 * op.Arguments.Length,
        { Operator: { } text } => text.Length + 2,
        _ => 8,
    };
}
