using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// From the signature of a marked method to those of its companions: the only place that knows their names and shapes. They follow
/// from declared types alone.
/// </summary>
internal sealed partial class Abi
{
    /// <summary>Bits of <c>DiffGen.Derivatives</c>.</summary>
    public const int JvpFlag = 1, VjpFlag = 2, GradientFlag = 4;

    private readonly IrSignature _signature;
    private readonly DifferentiableRequest _request;
    private readonly HashSet<int> _active;

    private Abi(IrSignature signature, DifferentiableRequest request)
    {
        _signature = signature;
        _request = request;
        _active = new HashSet<int>(request.ActiveParameters);
    }

    /// <summary>The companions that a request asks for, in the order in which they are printed.</summary>
    public static EquatableArray<Companion> Companions(IrSignature signature, DifferentiableRequest request)
    {
        var abi = new Abi(signature, request);
        var companions = new List<Companion>();
        if ((request.Derivatives & JvpFlag) != 0)
            companions.Add(abi.Jvp());
        if ((request.Derivatives & VjpFlag) != 0)
            companions.Add(abi.Vjp());
        if ((request.Derivatives & GradientFlag) != 0)
        {
            companions.Add(abi.Gradient(CompanionKind.Gradient));
            companions.Add(abi.Gradient(CompanionKind.ValueAndGradient));
            if (signature.Parameters.Where((p, i) => abi.IsActiveBuffer(i)).Any() && !signature.Parameters.Where((p, i) => abi._active.Contains(i) && !AbiTypes.CanBeMade(p.Type)).Any())
            {
                companions.Add(abi.AllocatingGradient(CompanionKind.AllocatingGradient));
                companions.Add(abi.AllocatingGradient(CompanionKind.AllocatingValueAndGradient));
            }
        }
        if ((request.Derivatives & HvpFlag) != 0)
            companions.Add(abi.Hvp());
        if ((request.Derivatives & PullbackFlag) != 0)
            companions.Add(abi.Forward());
        companions.AddRange(abi.Jacobians());
        companions.AddRange(abi.SparseJacobians());
        companions.AddRange(abi.Hessians());
        companions.AddRange(abi.SparseHessians());
        if ((request.Derivatives & TaylorFlag) != 0)
            companions.Add(abi.Taylor());
        if ((request.Derivatives & BatchFlag) != 0)
            companions.Add(abi.GradientBatch());
        return companions.ToEquatableArray();
    }

    /// <summary>What the names of companions end in.</summary>
    public static readonly string[] NameEndings = ["Jvp", "Vjp", "Gradient", "Hvp", "Jacobian", "Hessian", "Taylor", "GradientBatch"];

    /// <summary>Whether a name could be that of a companion of some method.</summary>
    public static bool MayBeCompanion(string name) => NameEndings.Any(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The methods's return value carries a derivative.</summary>
    public static bool ReturnIsActive(IrSignature signature) =>
        signature.ReturnType is { } type && !signature.ReturnNoDerivative && AbiTypes.IsActive(type);

    private bool IsActiveBuffer(int parameter) => _active.Contains(parameter) && HoldsMemory(_signature.Parameters[parameter].Type);

    // A struct or tuple with a buffer or object in it is handed on by reference.
    private static bool HoldsMemory(IrType type) => type is BufferType || AbiTypes.NeedsWalk(type);

    // Its derivative is returned: a scalar, struct or tuple that comes by value or by `in`.
    private bool IsActiveValue(int parameter) => _active.Contains(parameter)
        && _signature.Parameters[parameter] is { Mode: ParameterMode.Value or ParameterMode.In, Type: var type } && !HoldsMemory(type);

    private Companion Jvp()
    {
        AbiNames names = Names();
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        AddTangents(parameters, names, ActiveInOrder());
        bool returnsTangent = ReturnIsActive(_signature);
        string value = _signature.ReturnCSharpType;
        string type_ = returnsTangent ? $"({value} Value, {value} Tangent)" : value;
        return Finish(CompanionKind.Jvp, "Jvp", parameters, _signature.ReturnType is not null, returnsTangent, [], type_);
    }

    private Companion Vjp()
    {
        AbiNames names = Names(i => !IsActiveOut(i));
        var parameters = new List<CompanionParameter>();
        for (int i = 0; i < _signature.Parameters.Length; i++)
        {
            IrParameter parameter = _signature.Parameters[i];
            parameters.Add(IsActiveOut(i)
                ? new(CompanionRole.Cotangent, i, names.Take(AbiNames.DerivativeOf(parameter.Name)), parameter.CSharpType, parameter.Type, ParameterMode.Value)
                : Primal(parameter, i));
        }
        AddReturnCotangent(parameters, names);
        AddDestinations(parameters, names, AbiNames.DerivativeOf);
        EquatableArray<GradientResult> gradients = Gradients(IsActiveValue, allocate: false);
        return Finish(CompanionKind.Vjp, "Vjp", parameters, false, false, gradients, GradientType(gradients));
    }

    private void AddReturnCotangent(List<CompanionParameter> parameters, AbiNames names)
    {
        if (!ReturnIsActive(_signature))
            return;
        IrType type = AbiTypes.Cotangent(_signature.ReturnType!);
        string text = type == _signature.ReturnType ? _signature.ReturnCSharpType : AbiTypes.TextOf(type);
        parameters.Add(new(CompanionRole.Cotangent, AbiLeaf.Return, names.Take("cotangent"), text, type, ParameterMode.Value));
    }

    private Companion Gradient(CompanionKind kind)
    {
        AbiNames names = Names();
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        AddDestinations(parameters, names, AbiNames.DerivativeOf);
        EquatableArray<GradientResult> gradients = Gradients(IsActiveValue, allocate: false);
        return FinishGradient(kind, parameters, gradients);
    }

    private Companion AllocatingGradient(CompanionKind kind)
    {
        List<CompanionParameter> parameters = [.. _signature.Parameters.Select(Primal)];
        EquatableArray<GradientResult> gradients = Gradients(i => _active.Contains(i) && _signature.Parameters[i].Mode != ParameterMode.Out, allocate: true);
        return FinishGradient(kind, parameters, gradients);
    }

    private Companion FinishGradient(CompanionKind kind, List<CompanionParameter> parameters, EquatableArray<GradientResult> gradients)
    {
        bool withValue = kind is CompanionKind.ValueAndGradient or CompanionKind.AllocatingValueAndGradient;
        string type = GradientType(gradients);
        if (withValue)
            type = gradients.IsEmpty ? _signature.ReturnCSharpType : $"({_signature.ReturnCSharpType} Value, {type} Gradient)";
        return Finish(kind, withValue ? "ValueAndGradient" : "Gradient", parameters, withValue, false, gradients, type);
    }

    private Companion Finish(CompanionKind kind, string suffix, List<CompanionParameter> parameters, bool returnsValue, bool returnsTangent,
        EquatableArray<GradientResult> gradients, string returnType)
    {
        // Optional values and params survive only where nothing stands behind or in the place of the primal parameters.
        bool exact = parameters.Count == _signature.Parameters.Length && parameters.All(p => p.Role == CompanionRole.Primal);
        if (!exact)
            parameters = [.. parameters.Select(p => p with { DefaultText = null, IsParams = false })];
        return new(kind, _request.NamePrefix + suffix, parameters.ToEquatableArray(), returnsValue, returnsTangent, gradients, returnType);
    }

    private void AddTangents(List<CompanionParameter> parameters, AbiNames names, IEnumerable<int> active)
    {
        foreach (int i in active)
        {
            IrParameter parameter = _signature.Parameters[i];
            IrType type = parameter.Type is BufferType buffer ? AbiTypes.Tangent(buffer) : parameter.Type;
            parameters.Add(new(CompanionRole.Tangent, i, names.Take(AbiNames.DerivativeOf(parameter.Name)), TypeText(i, type), type,
                parameter.Type is BufferType ? ParameterMode.Value : parameter.Mode)
            { Declared = Declared(parameter, names, AbiNames.DerivativeOf) });
        }
    }

    private void AddDestinations(List<CompanionParameter> parameters, AbiNames names, System.Func<string, string> nameOf)
    {
        foreach (int i in ActiveInOrder())
        {
            IrParameter parameter = _signature.Parameters[i];
            if (parameter.Type is BufferType buffer)
            {
                BufferType destination = AbiTypes.Destination(buffer);
                parameters.Add(new(CompanionRole.Destination, i, names.Take(nameOf(parameter.Name)), TypeText(i, destination), destination, ParameterMode.Value)
                { Declared = Declared(parameter, names, nameOf) });
            }
            else if (parameter.Mode == ParameterMode.Ref || HoldsMemory(parameter.Type))
            {
                parameters.Add(new(CompanionRole.Destination, i, names.Take(nameOf(parameter.Name)), parameter.CSharpType, parameter.Type, ParameterMode.Ref));
            }
        }
    }

    // The receiver's derivative, where the companion is declared for another type than its own.
    private DeclaredReceiver? Declared(IrParameter parameter, AbiNames names, Func<string, string> nameOf) =>
        parameter.IsReceiver && _signature.DeclaredReceiver is { } declared && declared.CSharpType != parameter.CSharpType
            ? declared with { Name = names.Take(nameOf(declared.Name)) }
            : null;

    private EquatableArray<GradientResult> Gradients(Func<int, bool> isReturned, bool allocate)
    {
        var results = new List<GradientResult>();
        foreach (int i in ActiveInOrder().Where(isReturned))
        {
            IrParameter parameter = _signature.Parameters[i];
            string type = allocate && parameter.Type is BufferType buffer ? TypeText(i, AbiTypes.Fresh(buffer)) : parameter.CSharpType;
            if (parameter.IsReceiver && _signature.DeclaredReceiver is { } declared)
            {
                results.Add(new(i, declared.CSharpType, AbiNames.TupleElement(AbiNames.TypeName(declared.Name), results.Count)));
                continue;
            }
            results.Add(new(i, type, AbiNames.TupleElement(parameter.IsReceiver ? AbiNames.TypeName(parameter.Name) : parameter.Name, results.Count)));
        }
        return results.ToEquatableArray();
    }

    private static string GradientType(EquatableArray<GradientResult> gradients) => gradients.Length switch
    {
        0 => "void",
        1 => gradients[0].Type,
        _ => "(" + string.Join(", ", gradients.Select(g => $"{g.Type} {AbiNames.Escape(g.ElementName)}")) + ")",
    };

    private IEnumerable<int> ActiveInOrder() => _active.OrderBy(i => i);

    private bool IsActiveOut(int parameter) => _active.Contains(parameter) && _signature.Parameters[parameter].Mode == ParameterMode.Out;

    // The declared text where it is the same type: it has the user's tuple names.
    private string TypeText(int parameter, IrType type) =>
        type == _signature.Parameters[parameter].Type ? _signature.Parameters[parameter].CSharpType : AbiTypes.TextOf(type);

    private static CompanionParameter Primal(IrParameter parameter, int index) =>
        new(CompanionRole.Primal, index, parameter.IsReceiver ? AbiNames.Receiver : parameter.Name, parameter.CSharpType, parameter.Type, parameter.Mode, parameter.DefaultText, parameter.IsParams, parameter.IsScoped);

    private AbiNames Names(Func<int, bool>? isPrimal = null)
    {
        var names = new AbiNames();
        for (int i = 0; i < _signature.Parameters.Length; i++)
        {
            if (!_signature.Parameters[i].IsReceiver && (isPrimal is null || isPrimal(i)))
                names.Reserve(_signature.Parameters[i].Name);
        }
        return names;
    }
}
