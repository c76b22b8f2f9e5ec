using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Binds the parameters of a core function to those of a companion: structs are taken apart, arrays become spans where the core wants
/// spans, and variables passed by reference are read once, so that the core computes with their values on entry.
/// </summary>
internal sealed class EntryArguments
{
    private readonly IrSignature _signature;
    private readonly DifferentiableRequest _request;
    private readonly Companion _companion;
    private readonly IStructSyntax _structs;
    private readonly EntryNames _names;
    private readonly bool _asLocals;
    private readonly Dictionary<CompanionParameter, string> _copies = [];
    private readonly List<string> _prologue = [];

    private EntryArguments(IrSignature signature, DifferentiableRequest request, Companion companion, IStructSyntax structs, EntryNames names, bool asLocals)
    {
        _signature = signature;
        _request = request;
        _companion = companion;
        _structs = structs;
        _names = names;
        _asLocals = asLocals;
    }

    /// <summary>Declarations that stand before the body or the call.</summary>
    public IReadOnlyList<string> Prologue => _prologue;

    /// <summary>One expression per parameter of the core.</summary>
    public IReadOnlyList<string> Expressions { get; private set; } = [];

    /// <param name="seeded">The core has no cotangent parameters: they are folded into it.</param>
    /// <param name="asLocals">The expressions are used as variables inside the body and not as arguments of a call.</param>
    public static EntryArguments Bind(IrSignature signature, DifferentiableRequest request, Companion companion, CoreFunction core, bool seeded,
        IStructSyntax structs, EntryNames names, bool asLocals)
    {
        var arguments = new EntryArguments(signature, request, companion, structs, names, asLocals);
        arguments.Expressions = [.. arguments.Bind(core, seeded)];
        return arguments;
    }

    /// <summary>Binds the primal leaves alone.</summary>
    public static EntryArguments BindPrimal(IrSignature signature, DifferentiableRequest request, Companion companion, IStructSyntax structs, EntryNames names)
    {
        var arguments = new EntryArguments(signature, request, companion, structs, names, asLocals: false);
        arguments.Expressions = [.. AbiLeaves.OfParameters(signature).Select(leaf => arguments.Leaf(arguments.Primal(leaf.Parameter), leaf, leaf.Type))];
        return arguments;
    }

    /// <summary>Binds the directions of the active leaves alone.</summary>
    public static EntryArguments BindDirections(IrSignature signature, DifferentiableRequest request, Companion companion, IStructSyntax structs, EntryNames names)
    {
        var arguments = new EntryArguments(signature, request, companion, structs, names, asLocals: false);
        arguments.Expressions =
        [
            .. AbiLeaves.OfParameters(signature).Where(arguments.IsActive)
                .Select(leaf => arguments.Leaf(arguments.Derivative(leaf.Parameter, CompanionRole.Tangent), leaf, leaf.Type)),
        ];
        return arguments;
    }

    private List<string> Bind(CoreFunction core, bool seeded)
    {
        var expressions = new List<string>();
        EquatableArray<AbiLeaf> leaves = AbiLeaves.OfParameters(_signature);
        if (core.Kind != CoreKind.Pullback)
        {
            foreach (AbiLeaf leaf in leaves)
                expressions.Add(Leaf(Primal(leaf.Parameter), leaf, Wanted()));
        }
        if (core.Kind == CoreKind.Forward)
            return expressions;
        if (core.Kind is CoreKind.Jvp or CoreKind.Hvp)
        {
            foreach (AbiLeaf leaf in leaves.Where(IsActive))
                expressions.Add(Leaf(Derivative(leaf.Parameter, CompanionRole.Tangent), leaf, Wanted()));
        }
        if (core.Kind is not CoreKind.Jvp)
        {
            if (!seeded)
            {
                foreach (AbiLeaf leaf in AbiLeaves.OfResults(_signature).Where(IsActive))
                    expressions.Add(Cotangent(leaf, Wanted()));
            }
            foreach (AbiLeaf leaf in leaves.Where(l => l.IsBuffer && IsActive(l)))
                expressions.Add(Leaf(Derivative(leaf.Parameter, CompanionRole.Destination), leaf, Wanted()));
        }
        return expressions;

        IrType Wanted() => core.Parameters[expressions.Count].Type;
    }

    private bool IsActive(AbiLeaf leaf) => AbiLeaves.IsActive(leaf, _request);

    private CompanionParameter Primal(int index) => _companion.Parameters.First(p => p.Role == CompanionRole.Primal && p.Source == index);

    private CompanionParameter Derivative(int index, CompanionRole role) => _companion.Parameters.First(p => p.Role == role && p.Source == index);

    private string Cotangent(AbiLeaf leaf, IrType wanted)
    {
        CompanionParameter? parameter = _companion.Parameters.FirstOrDefault(p => p.Source == leaf.Parameter
            && p.Role is CompanionRole.Cotangent or CompanionRole.Destination);
        if (_companion.Kind is CompanionKind.Vjp or CompanionKind.Pullback && parameter is not null)
            return Leaf(parameter, leaf, wanted);

        // A gradient: the value's seed is one, and nothing else that the method gives back is asked about.
        string seed = leaf.Parameter == AbiLeaf.Return ? "1" : "0";
        return leaf.Type is ScalarType { Kind: ScalarKind.F32 } ? seed + "f" : seed + ".0";
    }

    private string Leaf(CompanionParameter parameter, AbiLeaf leaf, IrType wanted)
    {
        if (parameter.Shape is BufferType buffer)
            return Buffer(parameter, buffer, wanted);
        string variable = AbiNames.Escape(parameter.Name);
        if (parameter.Mode != ParameterMode.Value)
        {
            if (!_copies.TryGetValue(parameter, out string? copy))
            {
                copy = _names.Take(_signature.Parameters[parameter.Source].Name + "0");
                _prologue.Add($"{parameter.Type} {copy} = {variable};");
                _copies.Add(parameter, copy);
            }
            variable = copy;
        }
        if (leaf.Path.IsEmpty)
            return variable;
        string part = _structs.Read(variable, parameter.Shape, leaf.Path);
        if (!leaf.IsBuffer || !_asLocals)
            return part;
        string local = _names.Take(_signature.Parameters[leaf.Parameter].Name + string.Concat(leaf.Path));
        _prologue.Add($"{AbiTypes.TextOf(wanted)} {local} = {part};");
        return local;
    }

    // An argument converts by itself; a variable of the body must have the body's type.
    private string Buffer(CompanionParameter parameter, BufferType buffer, IrType wanted)
    {
        string variable = AbiNames.Escape(parameter.Name);
        if (buffer.Element is StructType && wanted is BufferType { Element: ScalarType number })
            return $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<{AbiTypes.TextOf(buffer.Element)}, {AbiTypes.TextOf(number)}>({variable})";
        if (!_asLocals || wanted is not BufferType { Kind: var kind } || kind == buffer.Kind)
            return variable;
        string local = _names.Take(parameter.Name + "Span");
        _prologue.Add($"{AbiTypes.TextOf(wanted)} {local} = {variable};");
        return local;
    }
}
