using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>C# that the IR does not look into: <see cref="ForeignOp"/>.</summary>
internal static class Foreign
{
    /// <summary>An expression made from a template whose placeholders stand for whole arguments, which may be structs.</summary>
    public static IrValue[] WithArguments(LoweringContext context, IOperation operation, string template, (TypeShape Shape, IrValue[] Leaves)[] arguments,
        bool isPure, bool isAccessible, bool stops = false, string name = "")
    {
        var values = new List<IrValue>();
        var texts = new string[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
            texts[i] = Argument(context, operation, arguments[i].Shape, arguments[i].Leaves, values);
        return Value(context, operation, Substitute(template, texts), values, isPure, isAccessible, stops, name);
    }

    /// <summary>An expression that gives one value of a type that no symbol stands for.</summary>
    public static IrValue WithArguments(LoweringContext context, IOperation operation, OpaqueType type, string template,
        IReadOnlyList<(TypeShape Shape, IrValue[] Leaves)> arguments, bool isPure, bool isAccessible)
    {
        var values = new List<IrValue>();
        string[] texts = [.. arguments.Select(argument => Argument(context, operation, argument.Shape, argument.Leaves, values))];
        IrValue result = context.Ids.Value(type);
        Emit(context, operation, [result], Substitute(template, texts), values, isPure, context.InGuard, isAccessible);
        return result;
    }

    /// <summary>Emits the operation for an expression whose template speaks of single values.</summary>
    public static IrValue[] Value(LoweringContext context, IOperation operation, string template, IReadOnlyList<IrValue> arguments, bool isPure,
        bool isAccessible = true, bool stops = false, string name = "")
    {
        stops |= context.InGuard;
        if (operation.Type is null || operation.Type.SpecialType == SpecialType.System_Void)
        {
            Emit(context, operation, default, template, arguments, isPure: false, stops, isAccessible);
            return [];
        }
        return Typed(context, operation, context.Shape(operation.Type, operation.Syntax), template, arguments, isPure, isAccessible, stops, name);
    }

    /// <summary>The same for a value of a given type, which need not be that of the operation.</summary>
    public static IrValue[] Typed(LoweringContext context, IOperation operation, TypeShape shape, string template, IReadOnlyList<IrValue> arguments, bool isPure,
        bool isAccessible = true, bool stops = false, string name = "")
    {
        if (shape is not StructShape)
        {
            IrValue result = context.Ids.Value(shape.Type, name);
            Emit(context, operation, [result], template, arguments, isPure, stops, isAccessible);
            return [result];
        }
        // The struct is made once, then its fields are read.
        IrValue whole = context.Ids.Value(new OpaqueType(CSharpText.Type(shape.Symbol)), name);
        Emit(context, operation, [whole], template, arguments, isPure, stops, isAccessible);
        var leaves = new IrValue[shape.Leaves.Length];
        for (int i = 0; i < leaves.Length; i++)
        {
            leaves[i] = context.Ids.Value(shape.Leaves[i].Type, name.Length == 0 ? "" : name + shape.Leaves[i].Suffix);
            string path = string.Join(".", shape.Leaves[i].Path.Select(CSharpText.Identifier));
            Emit(context, operation, [leaves[i]], $"{{0}}.{path}", [whole], isPure: true, stops, isAccessible);
        }
        return leaves;
    }

    private static void Emit(LoweringContext context, IOperation operation, EquatableArray<IrValue> results, string template, IReadOnlyList<IrValue> arguments,
        bool isPure, bool stops, bool isAccessible)
    {
        context.CheckAccess(operation, isAccessible);
        context.Mark(operation);
        context.Builder.Add(new ForeignOp(results, template, arguments.ToEquatableArray(), isPure, stops, isAccessible));
    }

    /// <summary>Adds the leaves of an argument to the values and gives the text that puts it together.</summary>
    public static string Argument(LoweringContext context, IOperation operation, TypeShape shape, IrValue[] leaves, List<IrValue> values)
    {
        if (shape is not StructShape structure)
        {
            values.Add(leaves[0]);
            string placeholder = "{" + (values.Count - 1) + "}";
            // A literal in the place of the value must keep its type, so that the same overload is called.
            return shape.Type is ScalarType { Kind: not (ScalarKind.F64 or ScalarKind.I32 or ScalarKind.Bool) } ? $"({CSharpText.Type(shape.Symbol)}){placeholder}" : placeholder;
        }
        var type = (StructType)structure.Type;
        if (type.Construction == StructConstruction.Accessor)
            context.Report(DiagnosticIds.Construct, operation, $"handing a '{CSharpText.Short(shape.Symbol)}', whose fields are private, to code that is not differentiated");
        var text = new StringBuilder(type.Construction switch
        {
            StructConstruction.Tuple => "(",
            StructConstruction.Positional => $"new {type.CSharpName}(",
            _ => $"new {type.CSharpName} {{ ",
        });
        for (int i = 0; i < structure.Members.Length; i++)
        {
            StructMember member = structure.Members[i];
            var part = new IrValue[member.Shape.Leaves.Length];
            Array.Copy(leaves, member.FirstLeaf, part, 0, part.Length);
            text.Append(i > 0 ? ", " : "");
            if (type.Construction is StructConstruction.Initializer or StructConstruction.Accessor)
                text.Append(CSharpText.Identifier(member.Name)).Append(" = ");
            text.Append(Argument(context, operation, member.Shape, part, values));
        }
        return text.Append(type.Construction is StructConstruction.Tuple or StructConstruction.Positional ? ")" : " }").ToString();
    }

    /// <summary>An indexer of something that is no array or span.</summary>
    public static IrValue[] Indexer(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Instance: { } instance } property:
                List<(TypeShape, IrValue[])> arguments = [(context.Shape(instance.Type, instance.Syntax), Expressions.Lower(context, instance))];
                foreach (IArgumentOperation argument in property.Arguments)
                    arguments.Add((context.Shape(argument.Value.Type, argument.Syntax), Expressions.Lower(context, argument.Value)));
                string indices = string.Join(", ", Enumerable.Range(1, arguments.Count - 1).Select(i => "{" + i + "}"));
                return WithArguments(context, operation, $"{{0}}[{indices}]", arguments.ToArray(), instance.Type!.SpecialType == SpecialType.System_String, IsAccessible(property.Property));
            default:
                return Rejected.Expression(context, operation);
        }
    }

    /// <summary>Replaces placeholders by texts that contain placeholders of their own; braces around anything but a number stay.</summary>
    public static string Substitute(string template, string[] texts)
    {
        var result = new StringBuilder();
        for (int i = 0; i < template.Length; i++)
        {
            int end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > i && int.TryParse(template.Substring(i + 1, end - i - 1), out int number) && number < texts.Length)
            {
                result.Append(texts[number]);
                i = end;
            }
            else
            {
                result.Append(template[i]);
            }
        }
        return result.ToString();
    }

    /// <summary>The member can be named from anywhere in the assembly.</summary>
    public static bool IsAccessible(ISymbol member)
    {
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable))
                return false;
        }
        return true;
    }
}
