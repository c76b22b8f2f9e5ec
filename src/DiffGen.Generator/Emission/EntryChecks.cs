using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// The statements at the entry of a companion that check its arguments before anything is written: nulls first, then lengths and
/// shapes, then overlaps. What is written may share memory with no other argument; what is only read may share memory with anything
/// that is only read.
/// </summary>
internal sealed class EntryChecks
{
    private const string Check = "global::DiffGen.CompilerServices.Check";
    private const string Walk = "global::DiffGen.CompilerServices.ObjectWalk";
    private const string Extent = "global::DiffGen.CompilerServices.Extent";

    private readonly Companion _companion;
    private readonly ISet<int> _writtenParameters;
    private readonly ObjectMembers _objects;
    private readonly List<string> _lines = [];
    private readonly Dictionary<CompanionParameter, string> _walks = [];

    private EntryChecks(Companion companion, ISet<int> writtenParameters, ObjectMembers objects)
    {
        _companion = companion;
        _objects = objects;
        _writtenParameters = writtenParameters;
    }

    /// <param name="writtenParameters">Declared buffer parameters that the method writes to.</param>
    /// <param name="nullsOnly">Another companion is called, which checks the rest.</param>
    public static IReadOnlyList<string> Print(Companion companion, ISet<int> writtenParameters, ObjectMembers objects, bool nullsOnly = false)
    {
        var checks = new EntryChecks(companion, writtenParameters, objects);
        checks.Nulls();
        if (!nullsOnly)
        {
            checks.Walks();
            checks.Shapes();
            checks.Overlaps();
            checks._lines.AddRange(checks._walks.Values.Select(walk => $"{walk}.Return();"));
        }
        return checks._lines;
    }

    private void Nulls()
    {
        foreach (CompanionParameter parameter in _companion.Parameters)
        {
            bool isGiven = parameter.Role is CompanionRole.Primal or CompanionRole.Cotangent || AbiTypes.NeedsWalk(parameter.Shape);
            if (isGiven && !parameter.IsReceiver && parameter.Shape is BufferType { Kind: BufferKind.Array or BufferKind.Array2D or BufferKind.Object })
                _lines.Add($"{Check}.NotNull({Name(parameter)}, {NameOf(parameter)});");
            else if (IsSparseMatrix(parameter) || parameter.Shape is StructType { IsRecordClass: true } && !parameter.IsReceiver && parameter.Mode is ParameterMode.Value or ParameterMode.In)
                _lines.Add($"{Check}.NotNull({Name(parameter)}, {NameOf(parameter)});");
        }
    }

    private void Shapes()
    {
        if (_companion.Kind == CompanionKind.GradientBatch)
            PerInput();
        foreach (CompanionParameter parameter in _companion.Parameters)
        {
            // A pullback compares with shapes that are on its tape.
            if (parameter.Role is not (CompanionRole.Tangent or CompanionRole.Destination) || _companion.Kind == CompanionKind.Pullback)
                continue;
            CompanionParameter primal = _companion.Parameters.First(p => p.Role == CompanionRole.Primal && p.Source == parameter.Source);
            if (_walks.TryGetValue(parameter, out string? walk))
            {
                _lines.Add($"{walk}.Match({_walks[primal]});");
                continue;
            }
            if (parameter.Shape is not BufferType buffer)
                continue;
            string names = $"{NameOf(parameter)}, {NameOf(primal)}";
            if (buffer.Kind == BufferKind.Array2D)
                _lines.Add($"{Check}.Shape({Name(parameter)}, {Name(primal)}, {names});");
            else if (AbiTypes.IsJagged(buffer))
                _lines.Add($"{Check}.{(IsWritten(parameter) ? "Shape" : "TangentShape")}({Name(parameter)}, {Name(primal)}, {names});");
            else
                _lines.Add($"{Check}.Length({Name(parameter)}.Length, {Name(primal)}.Length, {names});");
        }
    }

    // One element per input: of each active parameter, and of the values, which no destination belongs to.
    private void PerInput()
    {
        var active = _companion.Parameters.Where(p => p.Role == CompanionRole.Destination).Select(p => p.Source).ToList();
        List<CompanionParameter> perInput = [.. _companion.Parameters.Where(p => p.Role == CompanionRole.Primal && active.Contains(p.Source))];
        CompanionParameter values = _companion.Parameters.Last(p => p.Role == CompanionRole.Primal);
        foreach (CompanionParameter other in perInput.Skip(1).Append(values))
            _lines.Add($"{Check}.Length({Name(other)}.Length, {Name(perInput[0])}.Length, {NameOf(other)}, {NameOf(perInput[0])});");
    }

    // Arguments that lead to objects are visited as wholes.
    private void Walks()
    {
        foreach (CompanionParameter parameter in _companion.Parameters.Where(p => AbiTypes.NeedsWalk(p.Shape)))
        {
            string walk = $"walk{_walks.Count}_";
            _walks.Add(parameter, walk);
            _lines.Add($"{Walk} {walk} = {Walk}.Rent({NameOf(parameter)});");
            _lines.AddRange(_objects.Walk(parameter.Shape, Name(parameter), walk));
        }
    }

    private static string NameOf(CompanionParameter parameter) => parameter.IsReceiver ? "\"this\"" : $"nameof({Name(parameter)})";

    private void Overlaps()
    {
        CompanionParameter[] inMemory = [.. _companion.Parameters.Where(HasMemory)];
        if (inMemory.Length > 1)
        {
            // An unassigned variable has an address all the same.
            foreach (CompanionParameter variable in inMemory.Where(p => p.Mode == ParameterMode.Out))
                _lines.Add($"global::System.Runtime.CompilerServices.Unsafe.SkipInit(out {Name(variable)});");
        }
        for (int i = 0; i < inMemory.Length; i++)
        {
            CompanionParameter argument = inMemory[i];
            if (argument.Role == CompanionRole.Primal && argument.Shape is BufferType buffer && AbiTypes.IsJagged(buffer) && !_walks.ContainsKey(argument) && IsWritten(argument))
                _lines.Add($"{Check}.DistinctRows({Name(argument)}, {NameOf(argument)});");
            for (int j = i + 1; j < inMemory.Length; j++)
            {
                // The later one is named as the culprit if it is written, else the earlier.
                if (IsWritten(inMemory[j]))
                    NoOverlap(inMemory[j], argument);
                else if (IsWritten(argument))
                    NoOverlap(argument, inMemory[j]);
            }
        }
    }

    private void NoOverlap(CompanionParameter written, CompanionParameter other)
    {
        if (_walks.TryGetValue(written, out string? walk))
            _lines.Add(_walks.TryGetValue(other, out string? otherWalk) ? $"{walk}.NoOverlap({otherWalk});" : $"{walk}.NoOverlap({Memory(other)}, {NameOf(other)});");
        else if (_walks.TryGetValue(other, out walk))
            _lines.Add($"{walk}.NoOverlap({Memory(written)}, {NameOf(written)});");
        else
            _lines.Add($"{Check}.NoOverlap({Memory(written)}, {NameOf(written)}, {Memory(other)}, {NameOf(other)});");
    }

    private static bool HasMemory(CompanionParameter parameter) =>
        parameter is { Role: CompanionRole.Value, Shape: BufferType } ? false : parameter.Shape is BufferType || AbiTypes.NeedsWalk(parameter.Shape) || IsSparseMatrix(parameter) || (parameter.Mode != ParameterMode.Value && parameter.Shape is not OpaqueType);

    private static bool IsSparseMatrix(CompanionParameter parameter) => parameter is { Role: CompanionRole.Matrix, Shape: OpaqueType };

    // Directions of the second order are only read, also where the method writes to the parameter itself.
    private bool IsWritten(CompanionParameter parameter) => !(parameter.Role == CompanionRole.Tangent && _companion.ReadsDirections) && MayBeWritten(parameter);

    private bool MayBeWritten(CompanionParameter parameter) => parameter.Mode is ParameterMode.Ref or ParameterMode.Out
        || parameter.Role is CompanionRole.Destination or CompanionRole.Matrix
        || ((parameter.Shape is BufferType || AbiTypes.NeedsWalk(parameter.Shape)) && parameter.Role != CompanionRole.Cotangent && _writtenParameters.Contains(parameter.Source));

    private static string Memory(CompanionParameter parameter) => parameter.Shape switch
    {
        BufferType buffer when AbiTypes.IsJagged(buffer) => Name(parameter),
        _ when IsSparseMatrix(parameter) => $"{Extent}.Of({Name(parameter)}.Values)",
        BufferType buffer => $"{Extent}.Of<{AbiTypes.TextOf(buffer.Element)}>({Name(parameter)})",
        _ => $"{Extent}.OfVariable(in {Name(parameter)})",
    };

    private static string Name(CompanionParameter parameter) => AbiNames.Escape(parameter.Name);
}
