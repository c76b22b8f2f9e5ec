using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>One scalar, opaque value or buffer of a declared parameter or of the return value.</summary>
/// <param name="Parameter">Index of the declared parameter; −1 for the return value.</param>
/// <param name="Path">Names of the fields from the declared value to the leaf.</param>
/// <param name="CarriesDerivative">By its type and marks; whether it is active depends on the request too.</param>
internal sealed record AbiLeaf(int Parameter, EquatableArray<string> Path, IrType Type, bool CarriesDerivative)
{
    public const int Return = -1;

    public bool IsBuffer => Type is BufferType;
}

/// <summary>The leaves of a method's parameters and results, in the order that <see cref="IrMethod"/> and <see cref="CoreFunction"/> use.</summary>
internal static class AbiLeaves
{
    /// <summary>One per element of <see cref="IrMethod.Parameters"/>: all but those of <c>out</c> parameters.</summary>
    public static EquatableArray<AbiLeaf> OfParameters(IrSignature signature)
    {
        var leaves = new List<AbiLeaf>();
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            if (signature.Parameters[i].Mode != ParameterMode.Out)
                leaves.AddRange(OfParameter(signature, i));
        }
        return leaves.ToEquatableArray();
    }

    /// <summary>One per value that the method's body returns: those of the return value, then those of <c>ref</c> and <c>out</c> parameters.</summary>
    public static EquatableArray<AbiLeaf> OfResults(IrSignature signature)
    {
        var leaves = new List<AbiLeaf>();
        if (signature.ReturnType is not null)
            leaves.AddRange(OfReturn(signature));
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            if (signature.Parameters[i].Mode is ParameterMode.Ref or ParameterMode.Out)
                leaves.AddRange(OfParameter(signature, i));
        }
        return leaves.ToEquatableArray();
    }

    public static bool IsActive(AbiLeaf leaf, DifferentiableRequest request) =>
        leaf.CarriesDerivative && (leaf.Parameter == AbiLeaf.Return || request.ActiveParameters.Contains(leaf.Parameter));

    public static EquatableArray<AbiLeaf> OfParameter(IrSignature signature, int index) =>
        Of(index, signature.Parameters[index].Type, !signature.Parameters[index].NoDerivative);

    public static EquatableArray<AbiLeaf> OfReturn(IrSignature signature) =>
        signature.ReturnType is { } type ? Of(AbiLeaf.Return, type, !signature.ReturnNoDerivative) : default;

    private static EquatableArray<AbiLeaf> Of(int parameter, IrType type, bool carriesDerivative)
    {
        var leaves = new List<AbiLeaf>();
        Add(leaves, parameter, default, type, carriesDerivative);
        return leaves.ToEquatableArray();
    }

    private static void Add(List<AbiLeaf> leaves, int parameter, EquatableArray<string> path, IrType type, bool carriesDerivative)
    {
        if (type is StructType structure)
        {
            foreach (StructField field in structure.Fields)
                Add(leaves, parameter, path.Add(field.Name), field.Type, carriesDerivative && !field.NoDerivative);
        }
        else
        {
            leaves.Add(new(parameter, path, type, carriesDerivative && AbiTypes.IsActive(type)));
        }
    }
}
