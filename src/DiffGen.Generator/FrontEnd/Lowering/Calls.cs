using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.FrontEnd.Companions;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Calls of methods: known ones, differentiable ones and all others.</summary>
internal static partial class Calls
{
    public static IrValue[] Lower(LoweringContext context, IInvocationOperation call, string name)
    {
        IMethodSymbol method = context.Target(call.TargetMethod, Constrained.TypeOf(call));
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return Functions.Invoke(context, call, name);
        if (method.MethodKind == MethodKind.LocalFunction)
            return LocalFunctions.IsTopLevel(method) && context.Known.IsMarked(method) ? Marked(context, call, method, name) : Functions.Local(context, call, name);
        if (context.Models.Rules.Find(method) is not null)
            return Marked(context, call, method, name);
        if (Guards.TryLower(context, call))
            return [];
        if (StopGradient.TryLower(context, call, name) is { } stopped)
            return stopped;
        if (BufferCalls.TryLower(context, call, name) is { } onBuffer)
            return onBuffer;
        if (RentedArrays.TryLower(context, call, name) is { } rented)
            return rented;
        if (GenericMath.TryLower(context, call, method, name) is { } generic)
            return generic;
        if (MathCalls.TryLower(context, call, method, call.Arguments, name) is { } mathematics)
            return mathematics;
        if (Numerics.TryCall(context, call, name) is { } numerics)
            return numerics;
        if (TensorCalls.TryLower(context, call, method, name) is { } tensors)
            return tensors;
        if (method.ContainingNamespace?.ToDisplayString() == "System.Linq")
            return context.Reject(DiagnosticIds.Query, call, call.Syntax.ToString());
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
            return context.Reject(DiagnosticIds.Construct, call, $"'{call.Syntax}', whose implementation '{CSharpText.Short(method)}' is explicit and cannot be named,");
        if (context.Known.IsMarkedMethod(method))
            return Functions.IsHigherOrder(method, context.Known) ? Functions.HigherOrder(context, call, method, name) : Marked(context, call, method, name);
        if (CustomRules.RuleReader.HasRule(method))
            return WithRule(context, call, method, name);
        if (CompanionIndex.IsGenerated(method))
            return Companion(context, call, method, name);
        return Unmarked(context, call, call.Instance, method, call.Arguments, name);
    }

    private static IrValue[] Companion(LoweringContext context, IInvocationOperation call, IMethodSymbol method, string name)
    {
        if (context.Models.Companions.Find(method) is not { } target || !CompanionKey.IsSupported(target.Companion.Kind))
            return context.Reject(DiagnosticIds.CompanionCall, call, CSharpText.Short(method));
        var arguments = new Argument[method.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
            arguments[argument.Parameter!.Ordinal] = Evaluate(context, argument);
        string key = new CompanionKey(context.Models.Key(target.Base), target.Request, target.Companion.Kind).ToString();
        return Emit(context, call, method, key, arguments, name);
    }

    private static IrValue[] WithRule(LoweringContext context, IInvocationOperation call, IMethodSymbol method, string name)
    {
        if (!method.IsStatic || GenericMethods.IsInstance(method) || Reason(context, method) is not null)
            return context.Reject(DiagnosticIds.CallWithRule, call, CSharpText.Short(method));
        var arguments = new Argument[method.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
            arguments[argument.Parameter!.Ordinal] = Evaluate(context, argument);
        return Emit(context, call, method, context.Models.Key(method) + IrRule.KeySuffix, arguments, name);
    }

    private static IrValue[] Marked(LoweringContext context, IInvocationOperation call, IMethodSymbol method, string name)
    {
        if (ExtensionMembers.IsIn(method) && method.OriginalDefinition.ContainingType.TypeParameters.Length > 0 && context.IsDifferentiable(method.OriginalDefinition))
            return context.Reject(DiagnosticIds.Construct, call, $"'{CSharpText.Short(method)}', which stands in a generic extension block,");
        if (ExtensionMembers.IsIn(method))
            return Extension(context, call, method, call.Instance, call.Arguments, name);
        if (Reason(context, method) is { } id)
            return context.Reject(id, call, CSharpText.Short(method));
        Argument? receiver = call.Instance is { } instance ? Receiver(context, method, instance) : null;
        var arguments = new Argument[method.Parameters.Length + (receiver is null ? 0 : 1)];
        foreach (IArgumentOperation argument in call.Arguments)
            arguments[argument.Parameter!.Ordinal] = Evaluate(context, argument);
        if (receiver is { } self)
            arguments[arguments.Length - 1] = self;
        if (call.IsVirtual && DynamicDispatch.IsDynamic(method))
            return context.DispatchedKey(method) is { } key ? Emit(context, call, method, key, arguments, name) : context.Reject(DiagnosticIds.CallOfInstance, call, CSharpText.Short(method));
        return Emit(context, call, method, arguments, name);
    }

    // "this" is the last parameter; a method that changes it takes it by reference.
    private static Argument Receiver(LoweringContext context, IMethodSymbol method, IOperation instance)
    {
        TypeShape shape = context.Shape(method.ContainingType, instance.Syntax);
        if (!context.Models.WritesReceiver(method))
            return new Argument(null, shape, Objects.AsBase(context, instance, shape, Expressions.Lower(context, instance)), RefKind.None, instance);
        Place place = Places.TryLower(context, instance) ?? new TemporaryPlace(shape, Expressions.Lower(context, instance).ToEquatableArray());
        return new Argument(place, shape, [], RefKind.Ref, instance);
    }

    /// <summary>Why a marked method cannot be called, or null.</summary>
    private static string? Reason(LoweringContext context, IMethodSymbol method)
    {
        if (context.Models.Rules.Find(method) is not null)
            return null;
        if (method.HasReceiver() && context.Types.Map(method.ContainingType) is null)
            return DiagnosticIds.CallOfInstance;
        if (GenericMethods.IsDefinition(method) || GenericMethods.IsTooDeep(method))
            return DiagnosticIds.CallOfGeneric;
        return SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Method.ContainingAssembly) ? null : DiagnosticIds.CallAcrossAssemblies;
    }

    /// <summary>An argument: its values, or the variable that is passed by reference, where the results of <c>ref</c> and <c>out</c> go.</summary>
    private readonly record struct Argument(Place? Place, TypeShape Shape, IrValue[] Values, RefKind RefKind, IOperation Source)
    {
        public bool IsWritten => RefKind is RefKind.Ref or RefKind.Out;
    }

    private static Argument Evaluate(LoweringContext context, IArgumentOperation argument) => Evaluate(context, argument.Parameter!, argument.Value);

    private static Argument Evaluate(LoweringContext context, IParameterSymbol parameter, IOperation value)
    {
        TypeShape shape = context.Shape(parameter.Type, value.Syntax);
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            Place place = Places.Lower(context, value);
            return new Argument(place, shape, [], parameter.RefKind, value);
        }
        // A variable passed by "in" has the value that it has when the call begins.
        if (parameter.RefKind is RefKind.In && Places.TryLower(context, value) is { } variable)
            return new Argument(variable, shape, [], RefKind.In, value);
        return new Argument(null, shape, Expressions.Lower(context, value), parameter.RefKind, value);
    }

    private static IEnumerable<ArgumentAliases.Reference> References(Argument[] arguments)
    {
        foreach (Argument argument in arguments)
        {
            if (argument.Place is not null)
                yield return new(argument.Place, null, argument.IsWritten, argument.Source);
            foreach (IrValue buffer in argument.Values ?? [])
            {
                if (buffer.Type is BufferType)
                    yield return new(null, buffer, false, argument.Source);
            }
        }
    }

    private static IrValue[] Emit(LoweringContext context, IOperation call, IMethodSymbol method, Argument[] arguments, string name) =>
        Emit(context, call, method, context.CalleeKey(method), arguments, name);

    private static IrValue[] Emit(LoweringContext context, IOperation call, IMethodSymbol method, string key, Argument[] arguments, string name)
    {
        ArgumentAliases.Check(context, call, [.. References(arguments)]);
        context.CheckAccess(call, Foreign.IsAccessible(method));
        var values = new List<IrValue>();
        for (int i = 0; i < arguments.Length; i++)
        {
            Argument argument = arguments[i];
            IrValue[] given = argument.RefKind is RefKind.Ref || argument is { RefKind: RefKind.In, Place: not null }
                ? context.Read(argument.Place!, argument.Source)
                : argument.RefKind != RefKind.Out && argument.Values is not null ? argument.Values : [];
            bool isHeld = i < method.Parameters.Length && context.Known.IsNoDerivative(method.Parameters[i]);
            values.AddRange(isHeld ? StopGradient.Hold(context, argument.Source, given) : given);
        }
        var results = new List<IrValue>();
        IrValue[] returned = [];
        if (!method.ReturnsVoid)
        {
            TypeShape shape = context.Shape(method.ReturnType, call.Syntax);
            returned = shape.Leaves.Select(leaf => context.Ids.Value(leaf.Type, name.Length == 0 ? "" : name + leaf.Suffix)).ToArray();
            results.AddRange(returned);
        }
        var written = new List<(Argument Argument, IrValue[] Values)>();
        foreach (Argument argument in arguments)
        {
            if (!argument.IsWritten)
                continue;
            string target = context.NameOf(argument.Place!);
            IrValue[] after = argument.Shape.Leaves.Select(leaf => context.Ids.Value(leaf.Type, target.Length == 0 ? "" : target + leaf.Suffix)).ToArray();
            results.AddRange(after);
            written.Add((argument, after));
        }
        context.Mark(call);
        context.Builder.Add(new CallOp(results.ToEquatableArray(), key, CallKind.Primal, values.ToEquatableArray()));
        foreach ((Argument argument, IrValue[] after) in written)
            context.Write(argument.Place!, argument.Source, after);
        return returned;
    }

    /// <summary>A user-defined operator or conversion, its operands evaluated already.</summary>
    public static IrValue[] Operator(LoweringContext context, IOperation operation, IMethodSymbol method, (TypeShape Shape, IrValue[] Leaves)[] operands, string template, string name)
    {
        method = ExtensionMembers.Implementation(context.Target(method, Constrained.TypeOf(operation)));
        if (Numerics.TryOperator(context, operation, method, operands, template, name) is { } numerics)
            return numerics;
        if (!context.IsDifferentiable(method))
        {
            // Comparisons have no derivative, whoever wrote them.
            bool stops = method.ReturnType.SpecialType == SpecialType.System_Boolean;
            return Foreign.WithArguments(context, operation, template, operands, isPure: method.IsImplicitlyDeclared, isAccessible: true, stops, name);
        }
        if (Reason(context, method) is { } id)
            return context.Reject(id, operation, CSharpText.Short(method));
        var arguments = new Argument[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            TypeShape shape = context.Shape(method.Parameters[i].Type, operation.Syntax);
            IrValue[] values = Conversions.Convert(context, operation, operands[i].Shape, shape, operands[i].Leaves, isChecked: false, "");
            arguments[i] = new Argument(null, shape, values, RefKind.None, operation);
        }
        return Emit(context, operation, method, arguments, name);
    }

    /// <summary>A marked <c>Deconstruct</c> method: the values of its <c>out</c> parameters.</summary>
    public static IrValue[][] Deconstruct(LoweringContext context, IOperation operation, IMethodSymbol method, TypeShape shape, IrValue[] values)
    {
        var outputs = new StoredVariable[method.Parameters.Length];
        var arguments = new Argument[outputs.Length + 1];
        for (int i = 0; i < outputs.Length; i++)
        {
            TypeShape output = context.Shape(method.Parameters[i].Type, operation.Syntax);
            outputs[i] = context.NewVariable("", output);
            arguments[i] = new Argument(LoweringContext.PlaceOf(outputs[i]), output, [], RefKind.Out, operation);
        }
        var self = new TemporaryPlace(shape, values.ToEquatableArray());
        arguments[outputs.Length] = context.Models.WritesReceiver(method)
            ? new Argument(self, shape, [], RefKind.Ref, operation)
            : new Argument(null, shape, values, RefKind.None, operation);
        Emit(context, operation, method, arguments, "");
        return System.Array.ConvertAll(outputs, output => context.Read(LoweringContext.PlaceOf(output), operation));
    }

    private static IrValue[] Unmarked(LoweringContext context, IOperation call, IOperation? receiver, IMethodSymbol method, IEnumerable<IArgumentOperation> given, string name) =>
        InactiveCalls.Is(method)
            ? Guards.InGuard(context, () => Unknown(context, call, receiver, method, given, name))
            : Unknown(context, call, receiver, method, given, name);

    private static IrValue[] Unknown(LoweringContext context, IOperation call, IOperation? receiver, IMethodSymbol method, IEnumerable<IArgumentOperation> given, string name)
    {
        if (receiver is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && context.Find(receiver.Type!) is null)
            return context.Reject(DiagnosticIds.InstanceMember, call, CSharpText.Short(method));
        var arguments = new List<(TypeShape, IrValue[])>();
        string prefix = CSharpText.Type(method.ContainingType) + ".";
        if (receiver is { } instance)
        {
            TypeShape shape = context.Shape(instance.Type, instance.Syntax);
            if (shape is StructShape && !method.IsReadOnly && !instance.Type!.IsReadOnly && !method.IsImplicitlyDeclared && !method.ContainingType.SpecialType.IsSystemBase())
                return context.Reject(DiagnosticIds.CallOfInstance, call, CSharpText.Short(method));
            arguments.Add((shape, Expressions.Lower(context, instance)));
            prefix = "{0}.";
        }
        if (method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
            return ForeignReferences.Lower(context, call, method, given, arguments, prefix, name);
        int first = arguments.Count;
        var texts = new string?[method.Parameters.Length];
        foreach (IArgumentOperation argument in given)
        {
            IParameterSymbol parameter = argument.Parameter!;
            texts[parameter.Ordinal] = "{" + arguments.Count + "}";
            arguments.Add((context.Shape(argument.Value.Type ?? parameter.Type, argument.Syntax), Expressions.Lower(context, argument.Value)));
        }
        string template = $"{prefix}{CSharpText.Identifier(method.Name)}{CSharpText.TypeArguments(method)}({string.Join(", ", texts.Where(text => text is not null))})";
        bool stops = IsTest(method) || Numerics.IsInactive(method) || IsReturnInactive(method);
        return Foreign.WithArguments(context, call, template, arguments.ToArray(), Purity.IsPure(method), Foreign.IsAccessible(method), stops, name);
    }

    private static bool IsSystemBase(this SpecialType type) => type is SpecialType.System_Object or SpecialType.System_ValueType;

    // Questions about a number or a record, such as x.Equals(y) or x.CompareTo(y), have no derivative, like comparisons.
    private static bool IsTest(IMethodSymbol method) =>
        (method.IsImplicitlyDeclared && method.ReturnType.SpecialType == SpecialType.System_Boolean)
        || method.ContainingType.SpecialType is SpecialType.System_Double or SpecialType.System_Single
        && method.ReturnType.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32;

    private static bool IsReturnInactive(IMethodSymbol method) =>
        method.GetReturnTypeAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "DiffGen.NoDerivativeAttribute");
}
