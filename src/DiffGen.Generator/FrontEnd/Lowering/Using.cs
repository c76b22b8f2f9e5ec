using System;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>using</c> statements and declarations: a body with a call of <c>Dispose</c> at every way out of it.</summary>
internal static class Using
{
    public static void Statement(LoweringContext context, IUsingOperation operation)
    {
        if (operation.IsAsynchronous)
        {
            context.Report(DiagnosticIds.Await, operation);
            return;
        }
        Statements.Declare(context, operation.Locals);
        if (operation.Resources is IVariableDeclarationGroupOperation group)
            Declared(context, group, () => Statements.Lower(context, operation.Body));
        else
            Around(context, operation.Resources, Expressions.Lower(context, operation.Resources), () => Statements.Lower(context, operation.Body));
    }

    /// <summary>A <c>using</c> declaration, with what follows it in its block.</summary>
    public static void Declaration(LoweringContext context, IUsingDeclarationOperation operation, Action rest)
    {
        if (operation.IsAsynchronous)
            context.Report(DiagnosticIds.Await, operation);
        context.Builder.Line = context.Lines.Add(operation.Syntax);
        Declared(context, operation.DeclarationGroup, rest);
    }

    private static void Declared(LoweringContext context, IVariableDeclarationGroupOperation group, Action body)
    {
        ImmutableArray<IVariableDeclaratorOperation> variables = [.. group.Declarations.SelectMany(declaration => declaration.Declarators)];
        Next(0);

        // Several variables are disposed of in reverse order.
        void Next(int index)
        {
            if (index == variables.Length)
            {
                body();
                return;
            }
            IVariableDeclaratorOperation variable = variables[index];
            if ((variable.Initializer ?? ((IVariableDeclarationOperation)variable.Parent!).Initializer)?.Value is not { } value)
                return;
            TypeShape shape = context.Shape(variable.Symbol.Type, variable.Syntax);
            StoredVariable stored = context.Find(variable.Symbol) as StoredVariable ?? context.Declare(variable.Symbol, variable.Symbol.Name, shape);
            IrValue[] resource = Expressions.Lower(context, value, variable.Symbol.Name);
            if (!context.IsReachable)
                return;
            context.Write(stored, resource);
            Around(context, value, resource, () => Next(index + 1));
        }
    }

    private static void Around(LoweringContext context, IOperation source, IrValue[] resource, Action body)
    {
        TypeShape shape = context.Shape(source.Type, source.Syntax);
        TryFinally.Around(context, body, () => Dispose(context, source, shape, resource));
    }

    private static void Dispose(LoweringContext context, IOperation source, TypeShape shape, IrValue[] resource)
    {
        if (shape.Type is not OpaqueType)
        {
            context.Report(DiagnosticIds.UsingStatement, source, source.Syntax.ToString());
            return;
        }
        // An interface may be implemented explicitly; a reference may be null.
        bool isPublic = source.Type!.GetMembers("Dispose").OfType<IMethodSymbol>().Any(method => method.Parameters.IsEmpty && method.DeclaredAccessibility == Accessibility.Public);
        string receiver = isPublic ? "{0}" : "((global::System.IDisposable){0})";
        string call = source.Type.IsValueType ? $"{receiver}.Dispose()" : $"{receiver}?.Dispose()";
        context.Mark(source);
        context.Builder.Add(new ForeignOp(default, call, new Common.EquatableArray<IrValue>(resource), IsPure: false, StopsDerivative: true, Accessible: true));
    }
}
