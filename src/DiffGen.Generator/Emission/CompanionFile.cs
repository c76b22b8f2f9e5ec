using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;

namespace DiffGen.Generator.Emission;

/// <summary>
/// The generated file of one marked method: its companions in the method's own type, and the cores of the methods that it calls in theirs,
/// where all that their bodies name can be named.
/// </summary>
internal sealed class CompanionFile
{
    private readonly IrUnit _unit;
    private readonly CoreDirectory _strict, _fast;
    private CoreDirectory _directory;
    private TransformOptions _options;
    private readonly bool _isFastByDefault, _isParallelByDefault;
    private readonly Dictionary<string, TypePart> _parts = new(StringComparer.Ordinal);
    private readonly List<TypePart> _order = [];
    private readonly HashSet<string> _printed = new(StringComparer.Ordinal);

    private CompanionFile(IrUnit unit, TransformOptions options)
    {
        _unit = unit;
        // Companions of one method share cores.
        _options = options with { DetectAnomaly = options.DetectAnomaly || unit.Root.Signature.Requests.Any(request => request.DetectAnomaly) };
        _strict = new CoreDirectory(unit);
        _fast = new CoreDirectory(unit, "|fast");
        _directory = _strict;
        _isFastByDefault = options.Fast;
        _isParallelByDefault = options.Parallel;
    }

    private IrSignature Root => _unit.Root.Signature;

    public static string Write(IrUnit unit, TransformOptions options, CancellationToken cancellation) => SourceFileWriter.Write(Parts(unit, options, cancellation));

    /// <summary>The same as parts of a file that holds more.</summary>
    public static IReadOnlyList<TypePart> Parts(IrUnit unit, TransformOptions options, CancellationToken cancellation)
    {
        var file = new CompanionFile(unit, options);
        foreach (DifferentiableRequest request in unit.Root.Signature.Requests)
        {
            cancellation.ThrowIfCancellationRequested();
            file.Add(request);
        }
        file.AddObjectMembers();
        return file._order;
    }

    // Overrides and implementations have bodies, this one has none.
    private void Declare(DifferentiableRequest request)
    {
        TypePart part = PartOf(Root);
        foreach (Companion companion in Abi.Companions(Root, request))
        {
            var writer = new IndentedWriter();
            new EntryPrinter(writer, Root, request, new StructPrinter(part.Accessors), new ObjectMembers(part.Accessors), Bodies(part), new HashSet<int>()).PrintDeclaration(companion);
            part.Add(writer.ToString());
        }
    }

    private void AddObjectMembers()
    {
        if (Root.DeclaredReceiver is not { MakesMembers: true } || Root.Parameters.FirstOrDefault(p => p.IsReceiver)?.Type is not BufferType { Element: StructType type })
            return;
        TypePart part = PartOf(Root);
        part.Interfaces = " : global::DiffGen.CompilerServices.IObjectMembers";
        part.Add(string.Join("\n", new ObjectMembers(part.Accessors).Implementation(type)));
    }

    private void Add(DifferentiableRequest request)
    {
        if (Root.Dispatch is Dispatch.Abstract or Dispatch.Interface && _unit.Root.IsDeclaration)
        {
            Declare(request);
            return;
        }
        // What strict companions share with each other is not what fast ones do.
        bool isFast = request.Fast ?? _isFastByDefault;
        _directory = isFast ? _fast : _strict;
        _options = _options with { Fast = isFast, Parallel = request.Parallel || _isParallelByDefault };
        Cores cores = CorePlan.Build(_unit, request, _options);
        _directory.Register(cores);
        EquatableArray<Companion> companions = Abi.Companions(Root, request);
        IReadOnlyDictionary<Companion, EntryPlan> plans = EntryPlan.Choose(companions, cores, _directory);
        TypePart part = PartOf(Root);
        foreach (Companion companion in companions)
        {
            var writer = new IndentedWriter();
            var printer = new EntryPrinter(writer, Root, request, new StructPrinter(part.Accessors), new ObjectMembers(part.Accessors), Bodies(part), WrittenParameters());
            if (companion.Kind == CompanionKind.Forward)
                Add(cores.Split!, companion, Abi.Pullback(Root, request), printer);
            else if (companion.IsMatrix)
                printer.PrintJacobian(companion, companion.IsHessian ? cores.Hessian! : cores.Jacobian!, core => _directory.NameOf(core));
            else if (companion.Kind == CompanionKind.Taylor)
                printer.PrintTaylor(companion, cores.Taylor!, core => _directory.NameOf(core));
            else if (companion.Kind == CompanionKind.GradientBatch)
                Add(companion, cores.Batch!, request, part, writer);
            else if (companion.Allocates)
                printer.PrintAllocating(companion, companions.First(c => c.Kind == Target(companion.Kind)));
            else
                printer.Print(companion, plans[companion]);
            part.Add(writer.ToString());
        }
        foreach (EntryPlan plan in plans.Values.Where(p => p.CoreName is not null))
            Add(plan.Core, plan.CoreName!);
        foreach (CoreFunction core in cores.Helpers)
            Add(core, _directory.NameOf(core));
    }

    private void Add(SplitCores cores, Companion forward, Companion pullback, EntryPrinter printer)
    {
        string forwardName = _directory.NameOf(cores.Forward), pullbackName = _directory.NameOf(cores.Pullback);
        printer.PrintSplit(forward, pullback, new EntryPlan(cores.Forward, true, false, forwardName), new EntryPlan(cores.Pullback, false, false, pullbackName));
        Add(cores.Forward, forwardName);
        Add(cores.Pullback, pullbackName);
    }

    // The companion has the parameters of another method, which only writes its last one beside what this one writes.
    private void Add(Companion companion, CoreFunction core, DifferentiableRequest request, TypePart part, IndentedWriter writer)
    {
        string name = _directory.NameOf(core);
        HashSet<int> written = [.. WrittenParameters(), Root.Parameters.Length];
        new EntryPrinter(writer, BatchSignature.Of(Root, request), BatchSignature.Request(request), new StructPrinter(part.Accessors), new ObjectMembers(part.Accessors), Bodies(part), written)
            .Print(companion, new EntryPlan(core, WithValue: false, Seeded: true, name));
        Add(core, name);
    }

    // A core is called from the types of its callers: as widely as its method, but not beyond the assembly.
    private void Add(CoreFunction core, string name)
    {
        if (!_printed.Add(name))
            return;
        IrSignature signature = _directory.PlaceOf(core.Callee);
        TypePart part = PartOf(signature);
        var writer = new IndentedWriter();
        if (core.IsChunk)
        {
            ChunkMethods.Print(writer, core, Accessibility(signature), name, Bodies(part));
            part.Add(writer.ToString());
            return;
        }
        if (core.OutlinedLoop is { Length: > 0 } loop)
            writer.Line("// " + loop);
        if (core.OutlinedLoop is not null)
            writer.Line(CoreMethod.OutlinedAttribute);
        else if (CoreMethod.IsOptimizedAtOnce(core))
            writer.Line(CoreMethod.OptimizationAttribute);
        CoreMethod.Print(writer, core, IsCalledFromElsewhere(core) ? "internal" : Accessibility(signature), name, Bodies(part));
        part.Add(writer.ToString());
    }

    // Cores of rules stand in the root's type, also where a callee in another type calls them.
    private bool IsCalledFromElsewhere(CoreFunction core) =>
        _directory.Method(core.Callee).Rule is { IsAccessible: true }
        && _unit.Callees.Any(callee => callee.Rule is null && TypePart.KeyOf(callee.Signature) != TypePart.KeyOf(Root));

    private string Accessibility(IrSignature signature) => signature.Accessibility switch
    {
        _ when TypePart.KeyOf(signature) == TypePart.KeyOf(Root) => "private",
        "public" or "protected internal" => "internal",
        "protected" => "private protected",
        var other => other,
    };

    private CoreBodies Bodies(TypePart part) => new(new FunctionSurroundings(_directory.Resolve, part.Accessors, [], Root.ProjectIsChecked));

    private TypePart PartOf(IrSignature signature)
    {
        string key = TypePart.KeyOf(signature);
        if (!_parts.TryGetValue(key, out TypePart? part))
        {
            part = new TypePart(signature, StableHash.Of(Root.HintName));
            _parts.Add(key, part);
            _order.Add(part);
        }
        return part;
    }

    private HashSet<int> WrittenParameters() => CorePlan.WrittenParameters(_unit.Root, new CallEffects(_unit));

    private static CompanionKind Target(CompanionKind allocating) =>
        allocating == CompanionKind.AllocatingGradient ? CompanionKind.Gradient : CompanionKind.ValueAndGradient;
}
