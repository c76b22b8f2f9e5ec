using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>What the rows and columns of a Jacobian stand for.</summary>
/// <param name="Rows">The outputs: leaves of the return value, then in the order of the parameters leaves of <c>ref</c> and <c>out</c> parameters and
/// buffers that are written. A buffer stands for all its elements.</param>
/// <param name="Columns">The active inputs, in the order of the parameters.</param>
internal sealed record JacobianShape(EquatableArray<AbiLeaf> Rows, EquatableArray<AbiLeaf> Columns)
{
    /// <param name="writtenParameters">Declared buffer parameters that the method writes to, active or not.</param>
    public static JacobianShape Of(IrSignature signature, DifferentiableRequest request, ISet<int> writtenParameters)
    {
        var rows = AbiLeaves.OfReturn(signature).Where(leaf => leaf.CarriesDerivative).ToList();
        var columns = new List<AbiLeaf>();
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            var carrying = AbiLeaves.OfParameter(signature, i).Where(leaf => leaf.CarriesDerivative).ToList();
            rows.AddRange(carrying.Where(leaf => leaf.IsBuffer ? writtenParameters.Contains(i) : signature.Parameters[i].Mode is ParameterMode.Ref or ParameterMode.Out));
            if (signature.Parameters[i].Mode != ParameterMode.Out && request.ActiveParameters.Contains(i))
                columns.AddRange(carrying);
        }
        return new(rows.ToEquatableArray(), columns.ToEquatableArray());
    }

    /// <summary>Single precision only if all inputs and outputs are. Whatever buffer the method may write to counts as an output: the signature alone decides.</summary>
    public static ScalarKind KindOf(IrSignature signature, DifferentiableRequest request)
    {
        var writable = Enumerable.Range(0, signature.Parameters.Length).Where(i => signature.Parameters[i].Type is BufferType { Kind: not BufferKind.ReadOnlySpan });
        var shape = Of(signature, request, new HashSet<int>(writable));
        var all = shape.Rows.Concat(shape.Columns).ToList();
        return all.Count > 0 && all.All(leaf => KindOf(leaf) == ScalarKind.F32) ? ScalarKind.F32 : ScalarKind.F64;
    }

    /// <summary>The kind in which the derivatives by a leaf are held.</summary>
    public static ScalarKind KindOf(AbiLeaf leaf) => LaneLayout.Of(LaneLayout.InnermostElement(leaf.Type)).Kind;

    /// <summary>The number of rows where the types alone tell it, or null.</summary>
    public int? RowCount => Count(Rows);

    /// <summary>The number of columns where the types alone tell it, or null.</summary>
    public int? ColumnCount => Count(Columns);

    private static int? Count(EquatableArray<AbiLeaf> leaves) => leaves.Any(leaf => leaf.IsBuffer) ? null : leaves.Length;
}
