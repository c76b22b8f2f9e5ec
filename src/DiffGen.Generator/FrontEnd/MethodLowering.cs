using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.FrontEnd.Lowering;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Lowers a <c>[Differentiable]</c> method to the IR. Run by the generator and by the analyzer.</summary>
internal static class MethodLowering
{
    public static LoweringResult Lower(IMethodSymbol method, SemanticModelCache models, CancellationToken cancellation)
    {
        try
        {
            return LowerChecked(method, models, cancellation);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (InsufficientExecutionStackException)
        {
            return Failed(Finding.At(DiagnosticIds.TooDeep, Location(method)));
        }
        catch (Exception exception)
        {
            return Failed(Finding.At(DiagnosticIds.Internal, Location(method), CSharpText.Short(method), $"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    private static LoweringResult LowerChecked(IMethodSymbol method, SemanticModelCache models, CancellationToken cancellation)
    {
        method = method.PartialImplementationPart ?? method;
        var findings = new List<Finding>();
        SyntaxNode? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (!DeclarationChecks.Check(method, syntax, models, findings) || syntax is null)
            return Failed(findings);
        if (GenericMethods.IsDefinition(method))
        {
            GenericSignature.Check(method, models, findings);
            return Failed(findings);
        }

        if (Functions.IsHigherOrder(method, models.Known))
            return OpenMethods.Look(method, syntax, models, findings, cancellation);
        IrSignature? signature = SignatureBuilder.Build(method, models, findings);
        if (models.Rules.Find(method) is { } rule)
            return LowerRule(method, signature, rule, models, findings, cancellation);
        if (CustomRules.RuleReader.HasRule(method))
            return LowerRule(method, signature, models, findings, cancellation);
        if (method is { IsAbstract: true, IsStatic: false })
            return CustomRules.DispatchRule.Of(method, models) is { } dispatched ? LowerRule(method, signature, dispatched, models, findings, cancellation) : Failed(findings);
        if (MethodBody.Get(method, models, cancellation) is not { } body)
            return Failed(findings);
        WriteScan writes = WriteScan.Of(body);
        if (writes.HasErrors || (writes.MayHaveErrors && HasErrors(models.Model(syntax.SyntaxTree), syntax, cancellation)))
            return Failed();
        if (writes.IsIterator)
            return Failed(Finding.At(DiagnosticIds.IteratorMethod, Location(method), CSharpText.Short(method)));
        if (signature is null)
            return Failed(findings);
        IMethodSymbol definition = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        var context = new LoweringContext(definition, models, writes, cancellation) { Substitution = TypeSubstitution.Of(method, definition, models.Compilation) };
        EquatableArray<IrValue> parameters = DeclareParameters(context, definition);
        LowerBody(context, definition, body);
        findings.AddRange(context.Findings);
        if (context.IsBroken)
            return Failed();
        if (findings.Any(finding => finding.IsError))
            return Failed(findings);
        Region region = context.Builder.Finish(context.End!);
        var lowered = new IrMethod(models.Key(method), signature, parameters, region, context.Lines.ToArray(), context.Ids.NextId, context.Ids.NextLabel);
        return new LoweringResult(EscapeAnalysis.Run(lowered), findings.ToImmutableArray(), context.Ordinals)
        {
            CalledRules = [.. context.CalledRules],
            Instances = [.. context.Instances.Values],
        };
    }

    private static LoweringResult LowerRule(IMethodSymbol method, IrSignature? signature, SemanticModelCache models, List<Finding> findings, CancellationToken cancellation)
    {
        if (signature is null || CustomRules.RuleReader.Read(method, signature, models, findings) is not { } rule)
            return Failed(findings);
        var context = new LoweringContext(method, models, null!, cancellation);
        EquatableArray<IrValue> parameters = DeclareParameters(context, method);
        string key = models.Key(method);
        IrMethod callee = CustomRules.RuleLowering.Callee(key, signature, parameters, rule, context.Ids.NextId, context.Ids.NextLabel);
        IrMethod marked = CustomRules.RuleLowering.Marked(key, signature, parameters, context.Ids.NextId, context.Ids.NextLabel);
        return new LoweringResult(marked, findings.ToImmutableArray(), context.Ordinals) { Callee = callee };
    }

    // A rule that methods of the project give for this one.
    private static LoweringResult LowerRule(IMethodSymbol method, IrSignature? signature, IrMethod rule, SemanticModelCache models, List<Finding> findings, CancellationToken cancellation)
    {
        if (signature is null || findings.Any(finding => finding.IsError))
            return Failed(findings);
        var context = new LoweringContext(method, models, null!, cancellation);
        EquatableArray<IrValue> parameters = DeclareParameters(context, method);
        IrMethod marked = CustomRules.RuleLowering.Marked(models.Key(method), signature, parameters, context.Ids.NextId, context.Ids.NextLabel) with { IsDeclaration = method.IsAbstract };
        return new LoweringResult(marked, findings.ToImmutableArray(), context.Ordinals) { CalledRules = [rule] };
    }

    public static void LowerBody(LoweringContext context, IMethodSymbol method, IOperation body)
    {
        try
        {
            Statements.Lower(context, body);
            if (context.IsReachable)
                EndBody(context, method);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or InsufficientExecutionStackException) && context.Findings.Any(finding => finding.IsError))
        {
            // Behind a rejected expression stand placeholders, which need not fit what follows: the rejection is what counts.
        }
    }

    public static bool HasErrors(SemanticModel model, SyntaxNode syntax, CancellationToken cancellation) =>
        model.GetDiagnostics(syntax.Span, cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public static EquatableArray<IrValue> DeclareParameters(LoweringContext context, IMethodSymbol method)
    {
        var values = new List<IrValue>();
        var byReference = new List<StoredVariable>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            StoredVariable variable = context.Declare(parameter, parameter.Name, context.Types.Map(parameter.Type) ?? context.Models.ParameterShape(parameter));
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                byReference.Add(variable);
            if (parameter.RefKind != RefKind.Out)
                Bind(context, variable, values);
        }
        if (method.HasReceiver())
        {
            StoredVariable self = context.Declare(method.ContainingType, method.ContainingType.IsReferenceType ? SignatureBuilder.ReceiverName(method) : "", context.Types.Map(method.ContainingType)!);
            if (context.Models.WritesReceiver(method))
                byReference.Add(self);
            context.Self = self;
            Bind(context, self, values);
        }
        if (ExtensionMembers.Declared(method) is { } member)
            DeclareExtension(context, method, member);
        context.Return = new ReturnTarget(null, method.ReturnsVoid ? null : context.Types.Map(method.ReturnType), byReference.ToArray());
        return values.ToEquatableArray();
    }

    // The body of such a member has its own names for the parameters of the static method.
    private static void DeclareExtension(LoweringContext context, IMethodSymbol method, IMethodSymbol member)
    {
        IEnumerable<IParameterSymbol> named = ExtensionMembers.Receiver(member, context.Models) is { } receiver ? member.Parameters.Prepend(receiver) : member.Parameters;
        foreach ((IParameterSymbol name, IParameterSymbol parameter) in named.Zip(method.Parameters, (name, parameter) => (name, parameter)))
            context.Declare(name, context.Find(parameter)!);
    }

    private static void Bind(LoweringContext context, StoredVariable variable, List<IrValue> values)
    {
        for (int i = 0; i < variable.Shape.Leaves.Length; i++)
        {
            SlotInfo slot = context.Slot(variable.FirstSlot + i);
            IrValue value = context.Ids.Value(slot.Type, slot.Name);
            values.Add(value);
            context.ParameterValues.Add(value);
            context.Environment[variable.FirstSlot + i] = value;
        }
    }

    // The end of a body that returns nothing, or one that the compiler has found fault with.
    private static void EndBody(LoweringContext context, IMethodSymbol method)
    {
        if (!method.ReturnsVoid && context.Findings.Count == 0)
            context.IsBroken = true;
        context.Builder.Line = -1;
        Statements.EndMethod(context, []);
    }

    public static Location Location(IMethodSymbol method) =>
        DeclarationChecks.NameLocation(method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax());

    public static LoweringResult Failed(params IEnumerable<Finding> findings) => new(null, findings.ToImmutableArray(), new OrdinalTable());
}
