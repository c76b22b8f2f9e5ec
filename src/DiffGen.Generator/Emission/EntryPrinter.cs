using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Prints companions: documentation, signature, argument checks, then either the body itself or, where a tape must be rented around it
/// or several companions share it, a call of the method that holds it.
/// </summary>
internal sealed partial class EntryPrinter
{
    private readonly IndentedWriter _writer;
    private readonly IrSignature _signature;
    private readonly DifferentiableRequest _request;
    private readonly IStructSyntax _structs;
    private readonly ObjectMembers _objects;
    private readonly IBodyPrinter _bodies;
    private readonly ISet<int> _writtenParameters;

    public EntryPrinter(IndentedWriter writer, IrSignature signature, DifferentiableRequest request, IStructSyntax structs, ObjectMembers objects, IBodyPrinter bodies, ISet<int> writtenParameters)
    {
        _objects = objects;
        _writer = writer;
        _signature = signature;
        _request = request;
        _structs = structs;
        _bodies = bodies;
        _writtenParameters = writtenParameters;
    }

    /// <summary>The declaration of a companion without its body.</summary>
    public static string Header(IrSignature signature, Companion companion) =>
        $"{signature.Accessibility} {DispatchModifier(signature.Dispatch)}{Modifier(companion)}{companion.ReturnType} {AbiNames.Escape(companion.Name)}{signature.TypeParameters}({string.Join(", ", companion.Declared.Select(Declaration))}){signature.Constraints}";

    // What does not change a struct can be called on one that is read-only.
    private static string Modifier(Companion companion) => companion.Parameters.FirstOrDefault(p => p.IsReceiver) switch
    {
        null => "static ",
        { Shape: StructType { IsRecordClass: false }, Mode: ParameterMode.Value } => "readonly ",
        _ => "",
    };

    private static string DispatchModifier(Dispatch dispatch) => dispatch switch
    {
        Dispatch.Abstract or Dispatch.Virtual => "virtual ",
        Dispatch.Override => "override ",
        _ => "",
    };

    /// <summary>Prints a companion of a method without a body: overrides and implementations have bodies.</summary>
    public void PrintDeclaration(Companion companion)
    {
        foreach (string line in EntryDocumentation.Print(_signature, companion, []))
            _writer.Line(line);
        _writer.Line(SourceFileWriter.Attribute);
        _writer.Line($"{Header(_signature, companion)} => throw new global::System.NotSupportedException($\"{{GetType()}} has no companion {companion.Name}: mark its {_signature.Name} [Differentiable].\");");
    }

    public void Print(Companion companion, EntryPlan plan)
    {
        Open(companion, plan.Core.Notes, isOptimizedAtOnce: plan.CoreName is null && CoreMethod.IsOptimizedAtOnce(plan.Core));
        EntryNames names = Names(companion);
        EntryArguments arguments = EntryArguments.Bind(_signature, _request, companion, plan.Core, plan.Seeded, _structs, names, asLocals: plan.CoreName is null);
        foreach (string line in arguments.Prologue)
            _writer.Line(line);
        if (plan.CoreName is null)
            _bodies.Print(_writer, plan.Core, arguments.Expressions, names.Taken, results => End(companion, plan, results));
        else
            Call(companion, plan, plan.CoreName, arguments.Expressions, names);
        _writer.Close();
    }

    /// <summary>Prints an overload that makes the destinations and hands them to <paramref name="target"/>.</summary>
    public void PrintAllocating(Companion companion, Companion target)
    {
        Open(companion, []);
        foreach (string line in EntryAllocation.Print(_signature, companion, target, Names(companion), _objects))
            _writer.Line(line);
        _writer.Close();
    }

    private void Open(Companion companion, IEnumerable<string> notes, bool nullsOnly = false, bool isOptimizedAtOnce = false)
    {
        foreach (string line in EntryDocumentation.Print(_signature, companion, notes))
            _writer.Line(line);
        _writer.Line(SourceFileWriter.Attribute);
        if (isOptimizedAtOnce)
            _writer.Line(CoreMethod.OptimizationAttribute);
        _writer.Line(Header(_signature, companion));
        _writer.Open();
        foreach (CompanionParameter parameter in companion.Parameters.Where(p => p.Declared is not null))
            _writer.Line($"{parameter.Type} {AbiNames.Escape(parameter.Name)} = global::DiffGen.CompilerServices.Check.Receiver<{parameter.Type}>({AbiNames.Escape(parameter.Declared!.Name)}, this, nameof({AbiNames.Escape(parameter.Declared.Name)}));");
        foreach (string line in EntryChecks.Print(companion, _writtenParameters, _objects, nullsOnly || companion.Allocates))
            _writer.Line(line);
    }

    private static string Declaration(CompanionParameter parameter)
    {
        string modifier = parameter.Mode switch
        {
            ParameterMode.In => "in ",
            ParameterMode.Ref => "ref ",
            ParameterMode.Out => "out ",
            _ => "",
        };
        string text = $"{(parameter.IsParams ? "params " : "")}{(parameter.IsScoped ? "scoped " : "")}{modifier}{parameter.Declared?.CSharpType ?? parameter.Type} {AbiNames.Escape(parameter.Declared?.Name ?? parameter.Name)}";
        return parameter.DefaultText is null ? text : $"{text} = {parameter.DefaultText}";
    }

    private void Call(Companion companion, EntryPlan plan, string coreName, IReadOnlyList<string> arguments, EntryNames names)
    {
        CoreFunction core = plan.Core;
        if (!core.UsesTape)
        {
            PrintCall(companion, plan, $"{coreName}({string.Join(", ", arguments)})", names);
            return;
        }
        string tape = names.Take(CoreMethod.TapeName);
        _writer.Line($"{CoreMethod.TapeType} {tape} = {CoreMethod.TapeType}.Rent();");
        _writer.Line("try");
        _writer.Open();
        PrintCall(companion, plan, $"{coreName}({string.Join(", ", arguments.Concat([tape]))})", names);
        _writer.Close();
        _writer.Line("finally");
        _writer.Open();
        _writer.Line($"{tape}.Return();");
        _writer.Close();
    }

    private void PrintCall(Companion companion, EntryPlan plan, string call, EntryNames names)
    {
        string[] results = [.. EntryResults.Names(_signature, _request, plan.Core.Kind, plan.WithValue).Select(names.Take).Select(AbiNames.Escape)];
        EntryEnd end = End(companion, plan, results);
        if (results.Length == 0)
        {
            _writer.Line(call + ";");
        }
        else if (results.Length == 1 && end is { Returned: null, Assignments: [var only] } && only.EndsWith($" = {results[0]};", System.StringComparison.Ordinal))
        {
            _writer.Line(only.Substring(0, only.Length - results[0].Length - 1) + call + ";");
            return;
        }
        else if (end.Assignments.IsEmpty && end.Returned == CoreMethod.Tuple(results))
        {
            _writer.Line($"return {call};");
            return;
        }
        else
        {
            _writer.Line(results.Length == 1
                ? $"{AbiTypes.TextOf(plan.Core.ResultTypes[0])} {results[0]} = {call};"
                : $"var ({string.Join(", ", results)}) = {call};");
        }
        foreach (string assignment in end.Assignments)
            _writer.Line(assignment);
        if (end.Returned is not null)
            _writer.Line($"return {end.Returned};");
    }

    private EntryEnd End(Companion companion, EntryPlan plan, IReadOnlyList<string> results) =>
        EntryResults.Form(_signature, _request, companion, plan.Core.Kind, plan.WithValue, _structs, results);

    private static EntryNames Names(Companion companion) => new(companion.Parameters.Select(p => p.Name));
}
