using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

// Split mode: the forward companion, and the type of the tape that it returns.
internal sealed partial class EntryPrinter
{
    private const string HandleType = "global::DiffGen.CompilerServices.TapeHandle";

    public void PrintSplit(Companion forward, Companion pullback, EntryPlan forwardPlan, EntryPlan pullbackPlan)
    {
        PrintForward(forward, pullback, forwardPlan);
        _writer.Line();
        PrintTape(forward, pullback, pullbackPlan);
    }

    private void PrintForward(Companion forward, Companion pullback, EntryPlan plan)
    {
        Open(forward, plan.Core.Notes);
        EntryNames names = Names(forward);
        EntryArguments arguments = EntryArguments.Bind(_signature, _request, forward, plan.Core, seeded: false, _structs, names, asLocals: false);
        foreach (string line in arguments.Prologue)
            _writer.Line(line);
        string tape = names.Take(CoreMethod.TapeName);
        _writer.Line($"{CoreMethod.TapeType} {tape} = {CoreMethod.TapeType}.Rent();");
        _writer.Line("try");
        _writer.Open();
        PrintCall(forward, plan, $"{plan.CoreName}({string.Join(", ", arguments.Expressions.Concat([tape]))})", names);
        foreach (CompanionParameter destination in Buffers(pullback))
        {
            string primal = AbiNames.Escape(_signature.Parameters[destination.Source].Name);
            _writer.Line(IsFlat(destination) ? $"{tape}.SaveLength({primal}.Length);" : $"{tape}.SaveShape({primal});");
        }
        _writer.Line($"return new {forward.ReturnType}(new {HandleType}({tape}));");
        _writer.Close();
        _writer.Line("catch");
        _writer.Open();
        _writer.Line($"{tape}.Return();");
        _writer.Line("throw;");
        _writer.Close();
        _writer.Close();
    }

    private void PrintTape(Companion forward, Companion pullback, EntryPlan plan)
    {
        string method = EntryDocumentation.Escape(_signature.Name);
        Lines(
            $"/// <summary>What <c>{EntryDocumentation.Escape(forward.Name)}</c> has saved of one call of <c>{method}</c>. Copies share one state: dispose of one of them.</summary>",
            "/// <remarks>Pullbacks may run on several threads one after another, but not at the same time.</remarks>",
            SourceFileWriter.Attribute,
            $"{_signature.Accessibility} readonly struct {forward.ReturnType} : global::System.IDisposable");
        _writer.Open();
        Lines(
            $"private readonly {HandleType} _handle;",
            "",
            $"internal {forward.ReturnType}({HandleType} handle) => _handle = handle;",
            "",
            "/// <summary>The bytes that the tape takes: saved values and references, and workspace. Zero once it is disposed of.</summary>",
            "public long Bytes => _handle.Bytes;",
            "");
        PrintPullback(pullback, plan);
        Lines(
            "",
            "/// <summary>Gives the memory back; a second time, on any copy, it does nothing.</summary>",
            "public void Dispose() => _handle.Dispose();");
        _writer.Close();
    }

    private void PrintPullback(Companion pullback, EntryPlan plan)
    {
        foreach (string line in EntryDocumentation.Print(_signature, pullback, plan.Core.Notes))
            _writer.Line(line);
        Lines(
            "/// <exception cref=\"global::System.ObjectDisposedException\">This tape or a copy of it was disposed of.</exception>",
            "/// <exception cref=\"global::System.InvalidOperationException\">Another pullback of this tape is running.</exception>",
            $"public {pullback.ReturnType} {pullback.Name}({string.Join(", ", pullback.Parameters.Select(Declaration))})");
        _writer.Open();
        foreach (string line in EntryChecks.Print(pullback, _writtenParameters, _objects))
            _writer.Line(line);
        EntryNames names = Names(pullback);
        string tape = names.Take(CoreMethod.TapeName);
        _writer.Line($"{CoreMethod.TapeType} {tape} = _handle.Enter();");
        _writer.Line("try");
        _writer.Open();
        foreach (CompanionParameter destination in Buffers(pullback).Reverse())
        {
            string name = AbiNames.Escape(destination.Name);
            string labels = $"nameof({name}), \"{_signature.Parameters[destination.Source].Name}\"";
            _writer.Line(IsFlat(destination) ? $"{tape}.CheckLength({name}.Length, {labels});" : $"{tape}.CheckShape({name}, {labels});");
        }
        EntryArguments arguments = EntryArguments.Bind(_signature, _request, pullback, plan.Core, seeded: false, _structs, names, asLocals: false);
        foreach (string line in arguments.Prologue)
            _writer.Line(line);
        PrintCall(pullback, plan, $"{plan.CoreName}({string.Join(", ", arguments.Expressions.Concat([tape]))})", names);
        _writer.Close();
        _writer.Line("finally");
        _writer.Open();
        _writer.Line("_handle.Leave();");
        _writer.Close();
        _writer.Close();
    }

    private static IEnumerable<CompanionParameter> Buffers(Companion pullback) =>
        pullback.Parameters.Where(p => p.Role == CompanionRole.Destination && p.Shape is BufferType).ToList();

    private static bool IsFlat(CompanionParameter destination) =>
        destination.Shape is BufferType { Kind: not BufferKind.Array2D } buffer && !AbiTypes.IsJagged(buffer);

    private void Lines(params IEnumerable<string> lines)
    {
        foreach (string line in lines)
            _writer.Line(line);
    }
}
