using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// The body of a Jacobian: unit directions go through a core in lanes, several per pass, and the lanes that come out are columns of the
/// matrix (forward mode) or rows (reverse mode). Every pass starts from the original contents of what the method writes.
/// </summary>
internal sealed partial class JacobianEntry
{
    private const string Lanes = "global::DiffGen.CompilerServices.Lanes";
    private const string Check = "global::DiffGen.CompilerServices.Check";

    private readonly IndentedWriter _writer;
    private readonly IrSignature _signature;
    private readonly DifferentiableRequest _request;
    private readonly Companion _companion;
    private readonly JacobianCores _cores;
    private readonly IStructSyntax _structs;
    private readonly Func<CoreFunction, string> _nameOf;
    private readonly IReadOnlyList<int> _written;
    private readonly EntryArguments _arguments;
    private readonly MatrixAxis _rows;
    private readonly MatrixAxis _columns;
    private readonly string _number;
    private readonly Dictionary<int, string> _saved = new();
    private readonly string _matrix;
    private EntryNames _names;
    private string _tape = "";
    private string _value = "";
    private string _kept = "";

    public JacobianEntry(IndentedWriter writer, IrSignature signature, DifferentiableRequest request, Companion companion, JacobianCores cores,
        IStructSyntax structs, EntryNames names, Func<CoreFunction, string> nameOf, IReadOnlyList<int> written)
    {
        _writer = writer;
        _signature = signature;
        _request = request;
        _companion = companion;
        _cores = cores;
        _structs = structs;
        _names = names;
        _nameOf = nameOf;
        _written = written;
        _number = JacobianShape.KindOf(signature, request) == ScalarKind.F32 ? "float" : "double";
        _matrix = AbiNames.Escape(companion.Parameters.FirstOrDefault(p => p.Role == CompanionRole.Matrix)?.Name ?? names.Take("matrix"));
        _arguments = EntryArguments.BindPrimal(signature, request, companion, structs, names);
        _rows = new MatrixAxis(cores.Shape.Rows, names, names.Take("rows"));
        _columns = new MatrixAxis(cores.Shape.Columns, names, names.Take("columns"));
    }

    /// <summary>A returned array has a length once the method has run.</summary>
    public static bool RowsAreKnownOnEntry(JacobianShape shape) => !shape.Rows.Any(leaf => leaf.Parameter == AbiLeaf.Return && leaf.IsBuffer);

    /// <summary>Sentences for the documentation.</summary>
    public static IEnumerable<string> Notes(IrSignature signature, Companion companion, JacobianCores cores)
    {
        yield return $"Rows: {Names(cores.Shape.Rows)}. Columns: {Names(cores.Shape.Columns)}.";
        if (companion.IsPattern)
        {
            yield return cores.Pattern is not null ? "Found in one pass, with sets of inputs in the place of derivatives."
                : "Sets of inputs cannot follow this method, such as a rule of which only the derivatives are known: every entry may differ from zero. Construct a pattern of your own if you know better.";
            yield break;
        }
        if (cores.SecondOrder is { } second)
            yield return second.Width.Count > 1 ? $"Forward over reverse mode gives {second.Width.Count} columns per pass." : "Forward over reverse mode gives one column per pass.";
        if (cores.Forward is { } forward)
            yield return forward.Width.Count > 1 ? $"Forward mode gives {forward.Width.Count} columns per pass." : OneByOne(forward, cores.Shape.ColumnCount, "Forward", "column");
        if (cores.Reverse is { } reverse)
            yield return reverse.Width.Count > 1 ? $"Reverse mode gives {reverse.Width.Count} rows per pass." : OneByOne(reverse, cores.Shape.RowCount, "Reverse", "row");
        if (cores is { Forward: not null, Reverse: not null })
            yield return "The mode with fewer passes is chosen when the lengths are known.";

        string Names(EquatableArray<AbiLeaf> leaves) => leaves.IsEmpty ? "none"
            : string.Join(", ", leaves.Select(leaf => leaf.Parameter).Distinct().Select(i => i == AbiLeaf.Return ? "the returned value" : signature.Parameters[i].Name));
    }

    private static string OneByOne(LaneCore core, int? count, string mode, string line) =>
        count == 1 ? $"{mode} mode gives the only {line}."
        : core.DetectsAnomaly ? $"{mode} mode gives one {line} per pass, so that the first number that is not finite is known."
        : $"{mode} mode gives one {line} per pass: the method does something with derivatives that SIMD lanes cannot follow.";

    /// <summary>Makes the array and calls the companion that writes to it.</summary>
    public void PrintDelegating()
    {
        DeclareAxes();
        string result = _names.Take("result");
        _writer.Line($"{_number}[,] {result} = new {_number}[{_rows.Count}, {_columns.Count}];");
        IEnumerable<string> arguments = _companion.Declared.Select(Argument).Append($"global::DiffGen.CompilerServices.Destination.AsSpan({result})");
        _writer.Line($"{AbiNames.Escape(_companion.Name)}({string.Join(", ", arguments)});");
        _writer.Line($"return {result};");
    }

    private static string Argument(CompanionParameter parameter) => parameter.Mode switch
    {
        ParameterMode.In => "in " + AbiNames.Escape(parameter.Name),
        ParameterMode.Ref => "ref " + AbiNames.Escape(parameter.Name),
        ParameterMode.Out => "out " + AbiNames.Escape(parameter.Name),
        _ => AbiNames.Escape(parameter.Name),
    };

    /// <summary>Prints the whole body.</summary>
    public void Print()
    {
        foreach (string line in _arguments.Prologue)
            _writer.Line(line);
        bool isLate = !RowsAreKnownOnEntry(_cores.Shape);
        if (!isLate)
        {
            DeclareAxes();
            CheckMatrix();
        }
        if (!isLate && MayBeSmall)
            WithSmallMemory(() => Body(isLate));
        else
            WithTape(NeedsTape(), () => Body(isLate));
    }

    private void WithTape(bool isNeeded, Action body)
    {
        if (!isNeeded)
        {
            body();
            return;
        }
        _tape = _names.Take(CoreMethod.TapeName);
        _writer.Line($"{CoreMethod.TapeType} {_tape} = {CoreMethod.TapeType}.Rent();");
        _writer.Line("try");
        _writer.Open();
        body();
        _writer.Close();
        _writer.Line("finally");
        _writer.Open();
        _writer.Line($"{_tape}.Return();");
        _writer.Close();
    }

    private bool NeedsTape() => !IsFullPattern && NeedsMemory();

    private bool NeedsMemory() => _companion.IsSparse || _companion.Kind == CompanionKind.HessianDiagonal || _cores.SecondOrder is { Function.UsesTape: true } || _written.Count > 0 || _rows.HasBuffers || _columns.HasBuffers
        || _cores.Forward is { Function.UsesTape: true } || _cores.Reverse is { Function.UsesTape: true };

    private void Body(bool isLate)
    {
        if (IsFullPattern)
        {
            FullPattern(isLate);
            return;
        }
        // The pattern takes one pass.
        if (isLate || !_companion.IsPattern)
            SaveWritten();
        if (isLate)
        {
            RunPrimal();
            DeclareAxes();
            CheckMatrix();
        }
        if (_companion.IsSparse)
        {
            Sparse();
            return;
        }
        if (_cores.SecondOrder is { } second)
        {
            Hessian(second);
            return;
        }
        bool allocates = _companion.Kind == CompanionKind.AllocatingJacobian;
        string result = allocates ? _names.Take("result") : "";
        if (allocates)
        {
            _writer.Line($"{_number}[,] {result} = new {_number}[{_rows.Count}, {_columns.Count}];");
            _writer.Line($"global::System.Span<{_number}> {_matrix} = global::DiffGen.CompilerServices.Destination.AsSpan({result});");
        }
        if (_cores is { Forward: { } forward, Reverse: { } reverse })
        {
            _writer.Line($"if ({Passes(_columns, forward)} <= {Passes(_rows, reverse)})");
            Block(() => Forward(forward));
            _writer.Line("else");
            Block(() => Reverse(reverse));
        }
        else if (_cores.Forward is { } only)
            Forward(only);
        else
            Reverse(_cores.Reverse!);
        if (allocates)
            _writer.Line($"return {result};");
    }

    private void Block(Action print)
    {
        EntryNames outer = _names;
        _names = new EntryNames(outer.Taken);
        _writer.Open();
        print();
        _writer.Close();
        _names = outer;
    }

    private static string Passes(MatrixAxis axis, LaneCore core) =>
        core.Width.Count == 1 ? axis.Count : $"({axis.Count} + {core.Width.Count - 1}) / {core.Width.Count}";

    private void DeclareAxes()
    {
        IEnumerable<string> rows = _companion.Kind == CompanionKind.HessianDiagonal ? [] : _rows.Declare(_signature, _value);
        foreach (string line in rows.Concat(_columns.Declare(_signature, _value)))
            _writer.Line(line);
    }

    private void CheckMatrix()
    {
        if (_companion.Kind is CompanionKind.Jacobian or CompanionKind.Hessian)
            _writer.Line($"{Check}.Matrix({_matrix}.Length, {_rows.Count}, {_columns.Count}, nameof({_matrix}));");
        else if (_companion.Kind is CompanionKind.SparseJacobian or CompanionKind.SparseHessian)
            _writer.Line($"{Check}.Matrix({_matrix}.Rows, {_matrix}.Columns, {_rows.Count}, {_columns.Count}, nameof({_matrix}));");
    }

    private void SaveWritten()
    {
        foreach (int parameter in _written)
        {
            IrParameter declared = _signature.Parameters[parameter];
            var type = (BufferType)declared.Type;
            string name = AbiNames.Escape(declared.Name), copy = _names.Take(declared.Name + "Before"), element = AbiTypes.TextOf(type.Element);
            bool isPlain = type.Rank == 1 && type.Element is not BufferType;
            string typeText = isPlain ? $"global::System.Span<{element}>" : AbiTypes.TextOf(type);
            string copied = !isPlain ? $"{Lanes}.Copy({name})" : AbiTypes.IsUnmanaged(type.Element) ? $"{_tape}.PushCopy<{element}>({name})" : $"{Lanes}.Copy<{element}>({name})";
            _writer.Line($"{typeText} {copy} = {copied};");
            _saved.Add(parameter, isPlain ? $"{copy}.CopyTo({name});" : $"{Lanes}.Restore({copy}, {name});");
        }
    }

    // Its result is wanted for its length alone; what it writes is put back.
    private void RunPrimal()
    {
        List<string> arguments = ArgumentsForTrial();
        _value = _names.Take("value");
        Trial(_signature.ReturnCSharpType, _value, PrimalCall(arguments));
    }

    private string PrimalCall(List<string> arguments)
    {
        bool isInstance = _signature.Parameters.Length > 0 && _signature.Parameters[_signature.Parameters.Length - 1].IsReceiver;
        return isInstance ? BodyPrinter.InstanceCall(_signature, arguments)
            : OperatorCalls.Print(_signature, arguments) ?? $"{_signature.CallExpression}{_signature.TypeArguments}({string.Join(", ", arguments)})";
    }

    // Nothing may be written yet when the matrix turns out not to fit.
    private void Trial(string type, string name, string call)
    {
        if (_saved.Count == 0)
        {
            _writer.Line($"{type} {name} = {call};");
            return;
        }
        _writer.Line($"{type} {name};");
        _writer.Line("try");
        _writer.Open();
        _writer.Line($"{name} = {call};");
        _writer.Close();
        _writer.Line("finally");
        _writer.Open();
        RestoreWritten();
        _writer.Close();
    }

    /// <summary>Arguments for a call that leaves variables as they are; buffers are put back afterwards.</summary>
    private List<string> ArgumentsForTrial()
    {
        var arguments = new List<string>();
        foreach (IrParameter parameter in _signature.Parameters)
        {
            string name = AbiNames.Escape(parameter.Name);
            if (parameter.Mode == ParameterMode.Ref)
            {
                string copy = _names.Take(parameter.Name + "Primal");
                _writer.Line($"{parameter.CSharpType} {copy} = {name};");
                name = "ref " + copy;
            }
            arguments.Add(parameter.Mode == ParameterMode.Out ? "out _" : parameter.Mode == ParameterMode.In ? "in " + name : name);
        }
        return arguments;
    }
}
