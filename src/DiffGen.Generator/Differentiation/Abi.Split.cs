using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Split mode: the forward companion, the tape type that it returns, and the pullback in it.
internal sealed partial class Abi
{
    /// <summary>The bit of <c>DiffGen.Derivatives.Pullback</c>.</summary>
    public const int PullbackFlag = 8;

    /// <summary>The name of the type that <c>FForward</c> returns.</summary>
    public static string TapeTypeName(DifferentiableRequest request) => request.NamePrefix + "Tape" + request.TapeSuffix;

    /// <summary><c>Pullback</c>, a member of the tape type. Its destinations accumulate as those of <c>FVjp</c>.</summary>
    public static Companion Pullback(IrSignature signature, DifferentiableRequest request)
    {
        var abi = new Abi(signature, request);
        var names = new AbiNames();
        var parameters = new List<CompanionParameter>();
        foreach (int i in abi.ActiveInOrder().Where(abi.IsActiveOut))
        {
            IrParameter parameter = signature.Parameters[i];
            parameters.Add(new(CompanionRole.Cotangent, i, names.Take(AbiNames.DerivativeOf(parameter.Name)), parameter.CSharpType, parameter.Type, ParameterMode.Value));
        }
        abi.AddReturnCotangent(parameters, names);
        abi.AddDestinations(parameters, names, AbiNames.DerivativeOf);
        EquatableArray<GradientResult> gradients = abi.Gradients(abi.IsActiveValue, allocate: false);
        return new Companion(CompanionKind.Pullback, "Pullback", parameters.ToEquatableArray(), ReturnsValue: false, ReturnsTangent: false, gradients, GradientType(gradients));
    }

    private Companion Forward()
    {
        AbiNames names = Names();
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        if (_signature.ReturnType is { } type)
            parameters.Add(new(CompanionRole.Value, AbiLeaf.Return, names.Take("value"), _signature.ReturnCSharpType, type, ParameterMode.Out));
        return Finish(CompanionKind.Forward, "Forward", parameters, false, false, [], AbiNames.Escape(TapeTypeName(_request)));
    }
}
