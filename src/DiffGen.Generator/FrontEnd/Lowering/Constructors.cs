using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Constructors of structs, lowered in place: field initialisers, then the body.</summary>
internal static class Constructors
{
    private const int MaxDepth = 16;

    /// <summary><c>default</c>, which is also what a constructor nobody wrote gives.</summary>
    public static IrValue[] Default(LoweringContext context, IOperation source, StructShape shape)
    {
        context.Mark(source);
        return context.Zeros(shape);
    }

    public static IrValue[] Run(LoweringContext context, IObjectCreationOperation creation, IMethodSymbol constructor, StructShape shape)
    {
        if (shape.Symbol.IsTupleType)
            return creation.Arguments.OrderBy(a => a.Parameter!.Ordinal).SelectMany(a => Expressions.Lower(context, a.Value)).ToArray();
        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (syntax is null || context.InlineDepth >= MaxDepth)
            return context.Reject(DiagnosticIds.Constructor, creation, CSharpText.Short(constructor), syntax is null ? "its source is not here" : "it constructs itself");
        var arguments = new IrValue[constructor.Parameters.Length][];
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
                return context.Reject(DiagnosticIds.Constructor, creation, CSharpText.Short(constructor), "it has ref or out parameters");
            arguments[argument.Parameter.Ordinal] = Expressions.Lower(context, argument.Value);
        }
        return RunBody(context, creation, context.Substitution.Of(constructor), shape, syntax, arguments);
    }

    private static IrValue[] RunBody(LoweringContext context, IOperation source, IMethodSymbol constructor, StructShape shape, SyntaxNode syntax, IrValue[][] arguments)
    {
        TypeSubstitution outer = context.Substitution;
        context.Substitution = TypeSubstitution.Of(constructor, context.Models.Compilation);
        IrValue[] leaves = RunDefinition(context, source, constructor.OriginalDefinition, shape, syntax, arguments);
        context.Substitution = outer;
        return leaves;
    }

    private static IrValue[] RunDefinition(LoweringContext context, IOperation source, IMethodSymbol constructor, StructShape shape, SyntaxNode syntax, IrValue[][] arguments)
    {
        StoredVariable self = context.NewVariable("", shape);
        context.Write(self, context.Zeros(shape));
        ITypeSymbol type = shape.Symbol.OriginalDefinition;
        Variable? outerSelf = context.Find(type);
        Place? outerReceiver = context.Receiver;
        context.Receiver = null;
        context.Declare(type, self);
        for (int i = 0; i < arguments.Length; i++)
        {
            IParameterSymbol parameter = constructor.Parameters[i];
            StoredVariable variable = context.Declare(parameter, parameter.Name, context.Shape(parameter.Type, source.Syntax));
            context.Write(variable, arguments[i]);
        }
        context.InlineDepth++;
        if (syntax is TypeDeclarationSyntax declaration)
            RunPrimary(context, constructor, shape, self, declaration);
        else if (syntax is ConstructorDeclarationSyntax { Initializer: null or { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword } })
            RunDeclared(context, source, constructor, shape, self, (ConstructorDeclarationSyntax)syntax);
        else
            context.Report(DiagnosticIds.Constructor, source, CSharpText.Short(constructor), "its form is unknown");
        context.InlineDepth--;
        if (outerSelf is not null)
            context.Declare(type, outerSelf);
        context.Receiver = outerReceiver;
        return context.Read(LoweringContext.PlaceOf(self), source);
    }

    private static void RunPrimary(LoweringContext context, IMethodSymbol constructor, StructShape shape, StoredVariable self, TypeDeclarationSyntax declaration)
    {
        RunInitializers(context, shape, self);
        if (declaration is not RecordDeclarationSyntax)
            return;
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            // Only properties that the compiler made store the parameter by themselves.
            StructMember? member = shape.Members.FirstOrDefault(m => m.Property is { } property && property.Name == parameter.Name
                && property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ParameterSyntax));
            if (member is not null && context.Find(parameter) is StoredVariable value)
                context.Write(LoweringContext.Member(LoweringContext.PlaceOf(self), member), context.Writes.Body, context.Read(LoweringContext.PlaceOf(value), context.Writes.Body));
        }
    }

    private static void RunDeclared(LoweringContext context, IOperation source, IMethodSymbol constructor, StructShape shape, StoredVariable self, ConstructorDeclarationSyntax syntax)
    {
        if (context.Models.Model(syntax.SyntaxTree).GetOperation(syntax) is not IConstructorBodyOperation body)
        {
            context.Report(DiagnosticIds.Constructor, source, CSharpText.Short(constructor), "it has no body");
            return;
        }
        WriteScan outerWrites = context.Writes;
        ReturnTarget? outerReturn = context.Return;
        context.Writes = WriteScan.Of(body);
        context.IsBroken |= context.Writes.HasErrors;
        if (syntax.Initializer is null)
            RunInitializers(context, shape, self);
        int[] slots = Enumerable.Range(self.FirstSlot, shape.Leaves.Length).ToArray();
        var exit = new Exit(context.Ids.Label(), slots);
        context.Return = new ReturnTarget(exit, null, []);
        int line = context.Builder.Line;
        context.Block(exit, source, () =>
        {
            if (body.Initializer is { } chained)
                RunChained(context, source, shape, self, chained);
            if ((body.BlockBody ?? body.ExpressionBody) is { } block)
                Statements.Lower(context, block);
        });
        context.Builder.Line = line;
        context.Return = outerReturn;
        context.Writes = outerWrites;
    }

    // ": this(…)"
    private static void RunChained(LoweringContext context, IOperation source, StructShape shape, StoredVariable self, IOperation initializer)
    {
        while (initializer is IExpressionStatementOperation statement)
            initializer = statement.Operation;
        if (initializer is not IInvocationOperation { TargetMethod: var target } call)
        {
            Rejected.Expression(context, initializer);
            return;
        }
        if (target.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } syntax)
        {
            context.Write(self, context.Zeros(shape));
            return;
        }
        var arguments = new IrValue[target.Parameters.Length][];
        foreach (IArgumentOperation argument in call.Arguments)
            arguments[argument.Parameter!.Ordinal] = Expressions.Lower(context, argument.Value);
        context.Write(self, RunBody(context, source, context.Substitution.Of(target), shape, syntax, arguments));
    }

    private static void RunInitializers(LoweringContext context, StructShape shape, StoredVariable self)
    {
        foreach (StructMember member in shape.Members)
        {
            ISymbol declared = (ISymbol?)member.Property ?? member.Field;
            EqualsValueClauseSyntax? initializer = declared.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                VariableDeclaratorSyntax variable => variable.Initializer,
                _ => null,
            };
            if (initializer is null || context.Models.Model(initializer.SyntaxTree).GetOperation(initializer) is not ISymbolInitializerOperation operation)
                continue;
            IrValue[] values = Expressions.Lower(context, operation.Value);
            context.Write(LoweringContext.Member(LoweringContext.PlaceOf(self), member), operation, values);
        }
    }
}
