using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>The state of lowering one method.</summary>
internal sealed partial class LoweringContext
{
    private readonly List<SlotInfo> _slots = new();
    private readonly CancellationToken _cancellation;

    public LoweringContext(IMethodSymbol method, SemanticModelCache models, WriteScan writes, CancellationToken cancellation)
    {
        Method = method;
        Models = models;
        Writes = writes;
        _cancellation = cancellation;
        Ids = new IdSource(0, IrMethod.ReturnLabel + 1);
        Builder = new RegionBuilder(Ids);
    }

    public IMethodSymbol Method { get; }

    public SemanticModelCache Models { get; }

    public KnownSymbols Known => Models.Known;

    public IdSource Ids { get; }

    public List<Finding> Findings { get; } = new();

    public OrdinalTable Ordinals { get; } = new();

    public StatementText Lines { get; } = new();

    /// <summary>The values of the method's parameters, which are never null.</summary>
    public HashSet<IrValue> ParameterValues { get; } = new();

    public RegionBuilder Builder { get; set; }

    public Environment Environment { get; set; } = new();

    /// <summary>How the current region ended; null while it goes on.</summary>
    public Terminator? End { get; set; }

    public bool IsReachable => End is null;

    public WriteScan Writes { get; set; }

    public ReturnTarget? Return
    {
        get;
        set
        {
            field = value;
            // What surrounds a body in place when it begins is not left by its returns.
            if (value is not null)
                value.Cleanups ??= Cleanups;
        }
    }

    /// <summary>What must run before control leaves the current statement's surroundings, innermost on top.</summary>
    public ImmutableStack<Action> Cleanups { get; set; } = ImmutableStack<Action>.Empty;

    /// <summary>The receiver of the method that is being lowered; null in a static method.</summary>
    public StoredVariable? Self { get; set; }

    /// <summary>What an object initialiser or <c>with</c> assigns members of.</summary>
    public Place? Receiver { get; set; }

    /// <summary>What stands before the <c>?.</c> whose right side is being lowered.</summary>
    public IrValue[]? AccessedInstance { get; set; }

    /// <summary>Inside a guard (the arguments of an exception or of a check): what is called there cannot lose a derivative.</summary>
    public bool InGuard { get; set; }

    /// <summary>How many constructors are being lowered in place.</summary>
    public int InlineDepth { get; set; }

    /// <summary>The code does not compile in a way only seen here; no IR and no findings.</summary>
    public bool IsBroken { get; set; }

    public int SlotCount => _slots.Count;

    public SlotInfo Slot(int slot) => _slots[slot];

    public int NewSlot(IrType type, string name)
    {
        _slots.Add(new SlotInfo(type, name));
        return _slots.Count - 1;
    }

    public void ThrowIfCancelled() => _cancellation.ThrowIfCancellationRequested();

    public void Report(string id, IOperation operation, params string[] arguments) => Report(id, operation.Syntax, arguments);

    public void Report(string id, SyntaxNode syntax, params string[] arguments) => Findings.Add(Finding.At(id, syntax.GetLocation(), arguments));

    /// <summary>Reports a finding and gives values that stand for the rejected expression, so that the rest can be looked at too.</summary>
    public IrValue[] Reject(string id, IOperation operation, params string[] arguments)
    {
        Report(id, operation, arguments);
        return Placeholder(operation.Type);
    }

    /// <summary>Values of the right types that nothing defines; only for methods that are rejected.</summary>
    public IrValue[] Placeholder(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType == SpecialType.System_Void)
            return [Ids.Value(IrType.F64)];
        if (Types.Map(type) is not { } shape)
            return [Ids.Value(new OpaqueType("?"))];
        return Array.ConvertAll(LeafTypes(shape), leaf => Ids.Value(leaf));
    }

    /// <summary>The representation of a type; an unsupported one is reported once for each place.</summary>
    public TypeShape Shape(ITypeSymbol? type, SyntaxNode place)
    {
        if (type is not null && Types.Map(type) is { } shape)
            return shape;
        ReportType(type, place);
        return new TypeShape(type ?? Known.Compilation.GetSpecialType(SpecialType.System_Object), new OpaqueType("?"));
    }

    private void ReportType(ITypeSymbol? type, SyntaxNode place)
    {
        string text = type is null ? "?" : CSharpText.Short(type);
        if (type is null || type.TypeKind == TypeKind.Error)
            IsBroken = true;
        else if (type.SpecialType == SpecialType.System_Decimal)
            Report(DiagnosticIds.Decimal, place);
        else if (type.TypeKind == TypeKind.Dynamic)
            Report(DiagnosticIds.Dynamic, place, place.ToString());
        else if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            Report(DiagnosticIds.UnsafeCode, place);
        else if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            Report(DiagnosticIds.Nullable, place, text);
        else if (type is IArrayTypeSymbol { Rank: > 2 } or IArrayTypeSymbol { ElementType: IArrayTypeSymbol { Rank: > 1 } } or IArrayTypeSymbol { Rank: 2, ElementType: IArrayTypeSymbol })
            Report(DiagnosticIds.ArrayForm, place, text);
        else
            Report(DiagnosticIds.TypeInBody, place, text, Types.WhyNot(type));
    }

    public static IrType[] LeafTypes(TypeShape shape)
    {
        var types = new IrType[shape.Leaves.Length];
        for (int i = 0; i < types.Length; i++)
            types[i] = shape.Leaves[i].Type;
        return types;
    }

    /// <summary>The operations appended next belong to this source expression.</summary>
    public void Mark(IOperation operation) => Builder.Ordinal = Ordinals.Add(operation.Syntax);

    public IrValue Apply(IOperation source, string primitive, IrType type, string name, params IrValue[] arguments)
    {
        Mark(source);
        return Builder.ApplyNamed(name, primitive, type, arguments);
    }

    public IrValue Apply(IOperation source, string primitive, bool isChecked, IrType type, string name, params IrValue[] arguments)
    {
        Mark(source);
        IrValue result = Ids.Value(type, name);
        Builder.Add(new ApplyOp(result, primitive, new EquatableArray<IrValue>(arguments), isChecked));
        return result;
    }

    /// <summary>A value of the scalar kind, converted if need be.</summary>
    public IrValue Convert(IOperation source, IrValue value, IrType type, string name = "", bool isChecked = false) =>
        value.Type.Equals(type) ? value : Apply(source, "convert", isChecked, type, name, value);

    /// <summary>The default value of a type.</summary>
    public IrValue Zero(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.F64 } => Builder.Constant(Constant.Of(0.0)),
        ScalarType { Kind: ScalarKind.F32 } => Builder.Constant(Constant.Of(0f)),
        ScalarType scalar => Builder.Constant(Constant.OfInteger(scalar.Kind, 0)),
        OpaqueType opaque => Builder.Constant(Constant.Opaque($"default({opaque.CSharpName})"), type),
        _ => Builder.Constant(Constant.Opaque("default"), type),
    };

    public IrValue[] Zeros(TypeShape shape) => Array.ConvertAll(LeafTypes(shape), Zero);
}
