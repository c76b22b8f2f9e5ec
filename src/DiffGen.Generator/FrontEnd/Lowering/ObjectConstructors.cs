using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// Objects made in a method: new memory, then the constructor lowered in place, in the order of C#: field initialisers, the base class's constructor, the body.
/// </summary>
internal static class ObjectConstructors
{
    private const int MaxDepth = 16;

    public static IrValue[] Lower(LoweringContext context, IObjectCreationOperation creation, ObjectShape shape, string name)
    {
        if (creation.Constructor is not { } constructor || context.InlineDepth >= MaxDepth)
            return context.Reject(DiagnosticIds.Constructor, creation, CSharpText.Short(shape.Symbol), "it constructs itself");
        if (Arguments(context, creation, constructor, creation.Arguments) is not { } arguments)
            return context.Placeholder(creation.Type);
        context.Mark(creation);
        IrValue instance = context.Ids.Value(shape.Type, name);
        context.Builder.Add(new AllocateOp(instance, default, Storage.Heap));
        Run(context, creation, constructor, shape, instance, arguments);
        if (creation.Initializer is { } initializer)
        {
            StoredVariable target = context.NewVariable(name, shape);
            context.Write(target, [instance]);
            ObjectCreation.Initialize(context, LoweringContext.PlaceOf(target), initializer);
        }
        return [instance];
    }

    private static IrValue[][]? Arguments(LoweringContext context, IOperation source, IMethodSymbol constructor, System.Collections.Generic.IEnumerable<IArgumentOperation> given)
    {
        var arguments = new IrValue[constructor.Parameters.Length][];
        foreach (IArgumentOperation argument in given)
        {
            if (argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
            {
                context.Report(DiagnosticIds.Constructor, source, CSharpText.Short(constructor), "it has ref or out parameters");
                return null;
            }
            arguments[argument.Parameter.Ordinal] = Expressions.Lower(context, argument.Value);
        }
        return arguments;
    }

    // The instance keeps the shape of its own class in the constructors of its base classes.
    private static void Run(LoweringContext context, IOperation source, IMethodSymbol constructor, ObjectShape shape, IrValue instance, IrValue[][] arguments)
    {
        INamedTypeSymbol type = constructor.ContainingType;
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            if (type.SpecialType != SpecialType.System_Object)
                context.Report(DiagnosticIds.Constructor, source, CSharpText.Short(constructor), "its source is not here");
            return;
        }
        StoredVariable self = context.NewVariable(instance.Name, shape);
        context.Write(self, [instance]);
        (Variable? outerSelf, Place? outerReceiver) = (context.Find(type), context.Receiver);
        context.Receiver = null;
        context.Declare(type, self);
        for (int i = 0; i < arguments.Length; i++)
        {
            IParameterSymbol parameter = constructor.Parameters[i];
            context.Write(context.Declare(parameter, parameter.Name, context.Shape(parameter.Type, source.Syntax)), arguments[i]);
        }
        context.InlineDepth++;
        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        switch (syntax)
        {
            case ConstructorDeclarationSyntax declared:
                RunDeclared(context, source, constructor, shape, self, declared);
                break;
            case TypeDeclarationSyntax primary when !constructor.IsImplicitlyDeclared || constructor.Parameters.Length > 0:
                RunPrimary(context, source, constructor, shape, self, primary);
                break;
            default:
                RunInitializers(context, shape, type, self);
                RunBase(context, source, type, shape, self, null);
                break;
        }
        context.InlineDepth--;
        if (outerSelf is not null)
            context.Declare(type, outerSelf);
        context.Receiver = outerReceiver;
    }

    private static void RunPrimary(LoweringContext context, IOperation source, IMethodSymbol constructor, ObjectShape shape, StoredVariable self, TypeDeclarationSyntax declaration)
    {
        RunInitializers(context, shape, constructor.ContainingType, self);
        if (declaration is RecordDeclarationSyntax)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                StructMember? member = shape.Members.FirstOrDefault(m => m.Property is { } property && property.Name == parameter.Name
                    && property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ParameterSyntax));
                if (member is not null && context.Find(parameter) is StoredVariable value)
                    Store(context, self, member, source, context.Read(LoweringContext.PlaceOf(value), source));
            }
        }
        IOperation? call = declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } initializer
            ? context.Models.Model(initializer.SyntaxTree).GetOperation(initializer)
            : null;
        RunBase(context, source, constructor.ContainingType, shape, self, call);
    }

    private static void RunDeclared(LoweringContext context, IOperation source, IMethodSymbol constructor, ObjectShape shape, StoredVariable self, ConstructorDeclarationSyntax syntax)
    {
        if (context.Models.Model(syntax.SyntaxTree).GetOperation(syntax) is not IConstructorBodyOperation body)
        {
            context.Report(DiagnosticIds.Constructor, source, CSharpText.Short(constructor), "it has no body");
            return;
        }
        (WriteScan outerWrites, ReturnTarget? outerReturn, int line) = (context.Writes, context.Return, context.Builder.Line);
        context.Writes = WriteScan.Of(body);
        context.IsBroken |= context.Writes.HasErrors;
        bool chains = syntax.Initializer is { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword };
        if (!chains)
            RunInitializers(context, shape, constructor.ContainingType, self);
        var exit = new Exit(context.Ids.Label(), []);
        context.Return = new ReturnTarget(exit, null, []);
        context.Block(exit, source, () =>
        {
            RunBase(context, source, constructor.ContainingType, shape, self, body.Initializer);
            if ((body.BlockBody ?? body.ExpressionBody) is { } block)
                Statements.Lower(context, block);
        });
        (context.Builder.Line, context.Return, context.Writes) = (line, outerReturn, outerWrites);
    }

    // ": base(…)" or ": this(…)", or what stands there unwritten.
    private static void RunBase(LoweringContext context, IOperation source, INamedTypeSymbol type, ObjectShape shape, StoredVariable self, IOperation? call)
    {
        while (call is IExpressionStatementOperation statement)
            call = statement.Operation;
        IrValue instance = context.Read(LoweringContext.PlaceOf(self), source)[0];
        if (call is IInvocationOperation { TargetMethod: var target } invocation)
        {
            if (Arguments(context, source, target, invocation.Arguments) is { } arguments)
                Run(context, source, target, shape, instance, arguments);
        }
        else if (type.BaseType?.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) is { } unwritten)
        {
            Run(context, source, unwritten, shape, instance, []);
        }
    }

    private static void RunInitializers(LoweringContext context, ObjectShape shape, INamedTypeSymbol type, StoredVariable self)
    {
        foreach (StructMember member in shape.Members.Where(m => SymbolEqualityComparer.Default.Equals(m.Field.ContainingType, type)))
        {
            EqualsValueClauseSyntax? initializer = ((ISymbol?)member.Property ?? member.Field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                VariableDeclaratorSyntax variable => variable.Initializer,
                _ => null,
            };
            if (initializer is not null && context.Models.Model(initializer.SyntaxTree).GetOperation(initializer) is ISymbolInitializerOperation operation)
                Store(context, self, member, operation, Expressions.Lower(context, operation.Value));
        }
    }

    private static void Store(LoweringContext context, StoredVariable self, StructMember member, IOperation source, IrValue[] values) =>
        context.Write(new ElementPlace(member.Shape, context.Read(LoweringContext.PlaceOf(self), source)[0], default, [member.Name]), source, values);
}
