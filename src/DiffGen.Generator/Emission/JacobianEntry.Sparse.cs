using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

// Sparse matrices. To find the pattern, every input goes in as the set of itself, and each output comes out as the set of the inputs that it
// depends on. To find the values, all columns (or rows) of one colour share a direction, and the entries are picked out of what comes out.
internal sealed partial class JacobianEntry
{
    private const string IndexSet = "global::DiffGen.CompilerServices.IndexSet";

    /// <summary>Finds the pattern, makes the matrix, and calls the companion that fills it.</summary>
    public void PrintDelegatingSparse()
    {
        bool saves = _written.Count > 0;
        WithTape(saves, () =>
        {
            SaveWritten();
            string result = _names.Take("result");
            List<string> arguments = ArgumentsForTrial();
            string pattern = AbiNames.Escape(_request.NamePrefix + (_companion.IsHessian ? "HessianPattern" : "JacobianPattern"));
            Trial(_companion.ReturnType, result, $"new {_companion.ReturnType}({pattern}({string.Join(", ", arguments)}))");
            _writer.Line($"{AbiNames.Escape(_companion.Name)}({string.Join(", ", _companion.Declared.Select(Argument).Append(result))});");
            _writer.Line($"return {result};");
        });
    }

    private bool IsFullPattern => _companion.IsPattern && _cores.Pattern is null;

    // The method runs all the same: what it writes, refuses and returns is as with any other pattern.
    private void FullPattern(bool isLate)
    {
        _value = isLate ? _names.Take("value") : "_";
        string call = PrimalCall([.. _companion.Parameters.Select(Argument)]);
        _writer.Line(_signature.ReturnType is null ? call + ";" : isLate ? $"{_signature.ReturnCSharpType} {_value} = {call};" : $"_ = {call};");
        if (isLate)
            DeclareAxes();
        _writer.Line($"return global::DiffGen.SparsityPattern.Full({_rows.Count}, {_columns.Count});");
    }

    private void Sparse()
    {
        if (_companion.IsPattern)
        {
            string search = _names.Take("search"), outputs = _names.Take("outputs");
            _writer.Line($"using {IndexSet}.Search {search} = {IndexSet}.Begin();");
            _writer.Line($"global::System.Span<{IndexSet}> {outputs} = {_tape}.Scratch<{IndexSet}>({_rows.Count});");
            _kept = outputs;
            if (_companion.IsHessian)
                SecondOrder(_cores.Pattern!);
            else
                Forward(_cores.Pattern!);
            _writer.Line(_companion.IsHessian ? $"return {search}.Hessian({outputs});" : $"return {search}.Jacobian({outputs}, {_columns.Count});");
        }
        else if (_cores.SecondOrder is { } second)
            SecondOrder(second);
        else if (_cores is { Forward: { } forward, Reverse: { } reverse })
        {
            // A row of k entries takes k colours at least.
            _writer.Line($"if ({_matrix}.Pattern.LongestRow <= {_matrix}.Pattern.LongestColumn)");
            Block(() => Forward(forward));
            _writer.Line("else");
            Block(() => Reverse(reverse));
        }
        else if (_cores.Forward is { } only)
            Forward(only);
        else
            Reverse(_cores.Reverse!);
    }

    /// <param name="colouring">The property of the pattern that the directions of a sparse matrix follow.</param>
    private Pass Begin(LaneCore core, MatrixAxis axis, string colouring)
    {
        bool isSingle = core.Width.IsSets || axis.Known <= core.Width.Count;
        if (!_companion.IsSparse || core.Width.IsSets)
            return new Pass(core, isSingle ? "" : _names.Take("first")) { Kept = _kept };
        string name = _names.Take("colouring"), products = _names.Take("products");
        string length = (axis == _columns ? _rows : _columns).Count;
        _writer.Line($"global::DiffGen.Colouring {name} = {_matrix}.Pattern.{colouring};");
        _writer.Line($"global::System.Span<{_number}> {products} = {_tape}.Scratch<{_number}>({(core.Width.Count == 1 ? length : $"{core.Width.Count} * {length}")});");
        return new Pass(core, isSingle ? "" : _names.Take("first")) { Colouring = name, Kept = products };
    }

    private void Keep(Pass pass, AbiLeaf leaf, string derivative, string offset)
    {
        if (!_companion.IsSparse)
            KeepDense(pass, leaf, derivative, offset);
        else if (pass.Core.Width.IsSets)
            _writer.Line(leaf.IsBuffer ? $"{IndexSet}.Store({derivative}, {pass.Kept}, {offset});" : $"{pass.Kept}[{offset}] = {derivative};");
        else if (!leaf.IsBuffer)
            _writer.Line(pass.IsScalar ? $"{pass.Kept}[{offset}] = {derivative};" : $"{Lanes}.StoreRow({derivative}, {pass.Kept}, {offset}, {pass.Core.Width.Count}, 0);");
        else
            _writer.Line($"{Lanes}.StoreRows{OneDimensional(leaf, pass)}({derivative}, {pass.Kept}, {offset}, {pass.Core.Width.Count}, 0);");
    }

    private void Recover(Pass pass)
    {
        if (pass.Colouring is not null)
            _writer.Line($"{Lanes}.Recover<{_number}>({pass.Kept}, {pass.Core.Width.Count}, {pass.Colouring}, {pass.First}, {_matrix}.Values);");
    }

    private static string? SparseSeed(Pass pass, string shadow, string? offset) =>
        pass.Core.Width.IsSets ? offset is null ? $"global::DiffGen.CompilerServices.Destination.Clear<{IndexSet}>({shadow});" : $"{IndexSet}.Seed({shadow}, {offset});"
        : pass.Colouring is null || offset is null ? null
        : $"{Lanes}.Seed({shadow}, {pass.Colouring}.Colours.Slice({offset}), {pass.First});";

    private static string? SparseUnit(Pass pass, IrType type, string offset) =>
        pass.Core.Width.IsSets ? $"{IndexSet}.Unit({offset})"
        : pass.Colouring is null ? null
        : $"{Lanes}.Unit<{AbiTypes.TextOf(type)}>({pass.Colouring}.Colours[{offset}]{(pass.IsSingle ? "" : " - " + pass.First)})";
}
