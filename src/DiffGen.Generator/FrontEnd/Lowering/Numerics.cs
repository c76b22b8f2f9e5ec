using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.FrontEnd.Formulas;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// Members of <c>System.Numerics</c>. Their order of summation is the machine's: where it matters, the value comes from the member itself and
/// the derivative from a formula that computes the same.
/// </summary>
internal static class Numerics
{
    private const string Matrices = "global::DiffGen.CompilerServices.Matrices";

    public static IrValue[]? TryCall(LoweringContext context, IInvocationOperation call, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!NumericsShapes.IsHost(method.ContainingType))
            return null;
        if (method is { Name: "Invert", Parameters: [_, { RefKind: RefKind.Out }] })
            return Invert(context, call);
        IEnumerable<string> types = method.Parameters.Select(parameter => TypeName(parameter.Type));
        if (method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out)
            || NumericsTable.Find(NumericsTable.KeyOf(method.ContainingType.Name, method.Name, !method.IsStatic, types)) is not { } member)
        {
            return null;
        }
        var arguments = new List<(TypeShape, IrValue[])>();
        if (call.Instance is { } instance)
            arguments.Add((context.Shape(instance.Type, instance.Syntax), Expressions.Lower(context, instance)));
        int first = arguments.Count;
        arguments.AddRange(Ordered(context, call.Arguments, method.Parameters.Length));
        string texts = string.Join(", ", Enumerable.Range(first, method.Parameters.Length).Select(i => "{" + i + "}"));
        string template = first == 0 ? $"{CSharpText.StaticMember(method)}({texts})" : $"{{0}}.{method.Name}({texts})";
        return Apply(context, call, member, template, arguments, context.Shape(method.ReturnType, call.Syntax), name);
    }

    public static IrValue[]? TryOperator(LoweringContext context, IOperation operation, IMethodSymbol method, (TypeShape, IrValue[])[] operands, string template, string name)
    {
        if (!NumericsShapes.Is(method.ContainingType)
            || NumericsTable.Find(NumericsTable.KeyOf(method.ContainingType.Name, method.Name, isInstance: false, method.Parameters.Select(p => TypeName(p.Type)))) is not { } member)
        {
            return null;
        }
        return Apply(context, operation, member, template, operands, context.Shape(method.ReturnType, operation.Syntax), name);
    }

    public static IrValue[]? TryConstruct(LoweringContext context, IObjectCreationOperation creation, string name)
    {
        if (!NumericsShapes.Is(creation.Type) || creation.Constructor is not { Parameters.Length: > 0 } constructor
            || NumericsTable.Find(NumericsTable.KeyOf(creation.Type!.Name, "new", isInstance: false, constructor.Parameters.Select(p => TypeName(p.Type)))) is not { } member)
        {
            return null;
        }
        string texts = string.Join(", ", Enumerable.Range(0, constructor.Parameters.Length).Select(i => "{" + i + "}"));
        return Apply(context, creation, member, $"new {CSharpText.Type(creation.Type)}({texts})", Ordered(context, creation.Arguments, constructor.Parameters.Length),
            context.Shape(creation.Type, creation.Syntax), name);
    }

    /// <summary>A static property such as <c>Vector3.One</c>.</summary>
    public static IrValue[]? TryConstant(LoweringContext context, IMemberReferenceOperation reference)
    {
        if (!NumericsShapes.Is(reference.Member.ContainingType) || reference.Member is not IPropertySymbol
            || NumericsConstants.Find(reference.Member.ContainingType.Name, reference.Member.Name) is not { } numbers)
        {
            return null;
        }
        context.Mark(reference);
        return Array.ConvertAll(numbers, number => context.Builder.Constant(Constant.Of(number)));
    }

    /// <summary>A question about such values, or their text: it has no derivative.</summary>
    public static bool IsInactive(IMethodSymbol method) =>
        NumericsShapes.IsHost(method.ContainingType) && method.ReturnType.SpecialType is not (SpecialType.None or SpecialType.System_Void or SpecialType.System_Single);

    /// <summary>Arguments of a member, by its parameters; evaluated as written.</summary>
    private static (TypeShape, IrValue[])[] Ordered(LoweringContext context, IEnumerable<IArgumentOperation> arguments, int count)
    {
        var ordered = new (TypeShape, IrValue[])[count];
        foreach (IArgumentOperation argument in arguments)
            ordered[argument.Parameter!.Ordinal] = (context.Shape(argument.Parameter.Type, argument.Syntax), Expressions.Lower(context, argument.Value));
        return ordered;
    }

    /// <param name="template">The C# expression, with a placeholder for each whole argument.</param>
    public static IrValue[] Apply(LoweringContext context, IOperation source, NumericsMember member, string template, IReadOnlyList<(TypeShape Shape, IrValue[] Leaves)> arguments,
        TypeShape result, string name)
    {
        if (member.IsExact)
            return Formula(context, source, member, arguments);
        IrValue[] values = Value(context, source, template, arguments, result, isTotal: !member.MayThrow, name);
        IrValue[] formula = Formula(context, source, member, arguments);
        context.Mark(source);
        var joined = new IrValue[values.Length];
        for (int i = 0; i < joined.Length; i++)
            joined[i] = context.Builder.ApplyNamed(values[i].Name, "valueOf", values[i].Type, values[i], formula[i]);
        return joined;
    }

    private static IrValue[] Formula(LoweringContext context, IOperation source, NumericsMember member, IReadOnlyList<(TypeShape Shape, IrValue[] Leaves)> arguments)
    {
        context.Mark(source);
        var numbers = new Components[arguments.Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = new Components(Array.ConvertAll(arguments[i].Leaves, leaf => new Number(context.Builder, leaf)));
        return member.Formula(numbers).Items.Select(number => number.Value).ToArray();
    }

    /// <summary>What C# computes, without a derivative.</summary>
    public static IrValue[] Value(LoweringContext context, IOperation source, string template, IReadOnlyList<(TypeShape Shape, IrValue[] Leaves)> arguments,
        TypeShape result, bool isTotal, string name)
    {
        var values = new List<IrValue>();
        string[] texts = arguments.Select(argument => Foreign.Argument(context, source, argument.Shape, argument.Leaves, values)).ToArray();
        string text = Foreign.Substitute(template, texts);
        if (result is not StructShape)
            return [Emit(context, source, result.Type, name, text, values, isTotal)];
        IrValue whole = Emit(context, source, new OpaqueType(CSharpText.Type(result.Symbol)), name, text, values, isTotal);
        return result.Leaves.Select(leaf =>
            Emit(context, source, leaf.Type, name.Length == 0 ? "" : name + leaf.Suffix, $"{{0}}.{string.Join(".", leaf.Path)}", [whole], isTotal: true)).ToArray();
    }

    private static IrValue Emit(LoweringContext context, IOperation source, IrType type, string name, string template, List<IrValue> arguments, bool isTotal)
    {
        IrValue result = context.Ids.Value(type, name);
        context.Mark(source);
        context.Builder.Add(new ForeignOp([result], template, arguments.ToEquatableArray(), IsPure: true, StopsDerivative: true, Accessible: true) { IsTotal = isTotal, IsGuard = !isTotal });
        return result;
    }

    // What Invert gives and what it leaves in its second argument come from two calls; each goes where nobody wants it.
    private static IrValue[] Invert(LoweringContext context, IInvocationOperation call)
    {
        string type = call.TargetMethod.ContainingType.Name;
        IArgumentOperation given = call.Arguments.First(argument => argument.Parameter!.Ordinal == 0), inverse = call.Arguments.First(argument => argument.Parameter!.Ordinal == 1);
        (TypeShape Shape, IrValue[] Leaves)[] arguments = [(context.Shape(given.Value.Type, given.Syntax), Expressions.Lower(context, given.Value))];
        Place place = Places.Lower(context, inverse.Value);
        IrValue[] values = Apply(context, call, NumericsTable.Find($"{type}.Inverse({type})")!, $"{Matrices}.Inverse({{0}})", arguments, arguments[0].Shape, context.NameOf(place));
        IrValue[] exists = Value(context, call, $"{CSharpText.StaticMember(call.TargetMethod)}({{0}}, out _)", arguments, context.Shape(call.Type, call.Syntax), isTotal: true, "");
        context.Write(place, call, values);
        return exists;
    }

    private static string TypeName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
