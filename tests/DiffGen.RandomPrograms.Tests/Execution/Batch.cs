using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DiffGen.RandomPrograms.Tests.Syntax;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiffGen.RandomPrograms.Tests.Execution;

/// <summary>
/// Many programs compiled into one assembly and checked. A program that is rejected or does not compile is taken out, and the rest
/// goes on without it.
/// </summary>
internal sealed partial class Batch
{
    private static readonly GeneratorOptions Options = new() { AssemblyName = "RandomPrograms", Nullable = NullableContextOptions.Disable };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<RandomProgram> _programs;
    private readonly Outcome?[] _outcomes;

    private Batch(IReadOnlyList<RandomProgram> programs)
    {
        _programs = programs;
        _outcomes = new Outcome?[programs.Count];
    }

    /// <summary>How a batch is run.</summary>
    /// <param name="PrimalOnly">Without the generator: a check of the grammar.</param>
    /// <param name="Mutate">A change to the generated code, for negative controls.</param>
    /// <param name="Trusted">Whole programs of the grammar, which are valid; not so the steps of shrinking.</param>
    public sealed record Settings(bool PrimalOnly = false, Func<string, string>? Mutate = null, bool Trusted = false);

    public static IReadOnlyList<Outcome> Run(IReadOnlyList<RandomProgram> programs, Settings? settings = null)
    {
        settings ??= new Settings();
        var batch = new Batch(programs);
        if (!batch.RunAll(settings) && programs.Count > 1)
        {
            // The generator threw: find out over whom.
            int half = programs.Count / 2;
            return [.. Run([.. programs.Take(half)], settings), .. Run([.. programs.Skip(half)], settings)];
        }
        return [.. batch._outcomes.Select(o => o!)];
    }

    private bool RunAll(Settings settings)
    {
        var options = Options;
        CSharpCompilation compilation = ConsumerCompilation.Create([Support.Source], options).AddSyntaxTrees(
            _programs.Select((p, i) => Parse(p.ToSource("P" + i), $"P{i}.cs")));
        var broken = settings.Trusted ? [] : compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && IndexOf(d) >= 0).ToList();
        foreach (Diagnostic d in broken)
            Set(IndexOf(d), Verdict.InvalidProgram, d.Id, d.ToString());
        compilation = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(t => IndexOf(t) is >= 0 and var i && _outcomes[i] is not null));
        if (!settings.PrimalOnly)
        {
            GeneratorDriver driver = ConsumerCompilation.Driver(options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            if (result.Exception is { } exception)
            {
                Set(0, Verdict.GeneratorCrash, exception.GetType().Name, exception.ToString());
                return _programs.Count == 1;
            }
            compilation = Mutated((CSharpCompilation)output, result, settings.Mutate);
            SetAsideRejected(compilation);
        }
        compilation = AddDrivers(compilation, settings);
        Execute(EmitWithoutBroken(compilation), settings);
        return true;
    }

    private static CSharpCompilation Mutated(CSharpCompilation output, GeneratorRunResult result, Func<string, string>? mutate)
    {
        if (mutate is null)
            return output;
        foreach (GeneratedSourceResult source in result.GeneratedSources)
            output = output.ReplaceSyntaxTree(source.SyntaxTree, Parse(mutate(source.SourceText.ToString()), source.SyntaxTree.FilePath));
        return output;
    }

    /// <summary>A program without companions has been rejected; the analyzer says why.</summary>
    private void SetAsideRejected(CSharpCompilation compilation)
    {
        for (int i = 0; i < _programs.Count; i++)
        {
            if (_outcomes[i] is not null)
                continue;
            INamedTypeSymbol? type = compilation.GetTypeByMetadataName($"P{i}.{RandomProgram.ClassName}");
            if (type is not null && type.GetMembers("FJvp").Length > 0 && type.GetMembers("FVjp").Length > 0)
                continue;
            using GeneratorRun alone = GeneratorRun.Compile(_programs[i].ToSource("P0"), Options);
            Diagnostic? why = alone.AnalyzerDiagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
            if (alone.GeneratorDiagnostics.FirstOrDefault() is { } failure)
                Set(i, Verdict.GeneratorCrash, failure.Id, failure.ToString());
            else if (why is null)
                Set(i, Verdict.GeneratorCrash, "silence", "no companions and no diagnostic");
            else
                Set(i, IsInternal(why) ? Verdict.GeneratorCrash : Verdict.Rejected, why.Id, why.ToString());
        }
    }

    private static bool IsInternal(Diagnostic diagnostic) => diagnostic.Descriptor.Title.ToString(null).Contains("internal", StringComparison.OrdinalIgnoreCase);

    private CSharpCompilation AddDrivers(CSharpCompilation compilation, Settings settings)
    {
        var trees = new List<SyntaxTree>();
        for (int i = 0; i < _programs.Count; i++)
        {
            if (_outcomes[i] is not null)
                continue;
            RandomProgram program = _programs[i];
            trees.Add(Parse(program.ToShadowSource("S" + i), $"S{i}.cs"));
            trees.Add(Parse(RandomProgram.ToShadow(Driver.PrimalSource(program, "S" + i, "SD" + i)), $"SD{i}.cs"));
            trees.Add(Parse(settings.PrimalOnly ? Driver.PrimalSource(program, "P" + i, "D" + i).Replace("PrimalDriver", "Driver", StringComparison.Ordinal)
                : Driver.Source(program, "P" + i, "D" + i), $"D{i}.cs"));
        }
        return compilation.AddSyntaxTrees(trees);
    }

    /// <summary>Emits; where some programs do not compile, once more without them.</summary>
    private Assembly EmitWithoutBroken(CSharpCompilation compilation)
    {
        while (true)
        {
            using var image = new MemoryStream();
            var emitted = compilation.Emit(image);
            var broken = emitted.Diagnostics.Where(d => !d.IsSuppressed && (d.Severity == DiagnosticSeverity.Error || d.Severity == DiagnosticSeverity.Warning && IsGenerated(d.Location.SourceTree)))
                .Where(d => IndexOf(d) is >= 0 and var i && _outcomes[i] is null).OrderByDescending(d => d.Severity).ToList();
            foreach (Diagnostic d in broken.Where(d => _outcomes[IndexOf(d)] is null))
                Set(IndexOf(d), Verdict.DoesNotCompile, d.Id, d.ToString());
            if (emitted.Success && broken.Count == 0)
            {
                image.Position = 0;
                return new AssemblyLoadContext("RandomPrograms", isCollectible: true).LoadFromStream(image);
            }
            if (broken.Count == 0)
                throw new InvalidOperationException("A batch does not compile: " + string.Join("\n", emitted.Diagnostics.Take(5)));
            compilation = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(t => IndexOf(t) is >= 0 and var i && _outcomes[i] is not null));
        }
    }

    private void Execute(Assembly assembly, Settings settings)
    {
        for (int i = 0; i < _programs.Count; i++)
        {
            if (_outcomes[i] is not null)
                continue;
            RandomProgram program = _programs[i];
            CompiledProgram compiled = Bind(assembly, i, settings.PrimalOnly);
            Task<Outcome> run = Task.Factory.StartNew(() => new Checker(program, compiled).Run(), TaskCreationOptions.LongRunning);
            _outcomes[i] = run.Wait(Patience) ? run.Result : new Outcome(program, Verdict.Hangs);
        }
    }

    private static CompiledProgram Bind(Assembly assembly, int index, bool primalOnly)
    {
        T Method<T>(string type, string name)
            where T : Delegate
            => assembly.GetType(type)?.GetMethod(name)?.CreateDelegate<T>() ?? throw new InvalidOperationException($"{type}.{name} is missing.");

        bool Has(string type, string name) => assembly.GetType(type)?.GetMethod(name) is not null;

        var frozen = new FrozenValues(
            Method<Action>("RandomSupport.Frozen", "Record"),
            Method<Action>("RandomSupport.Frozen", "Replay"),
            Method<Func<bool>>("RandomSupport.Frozen", "get_Diverged"));
        string driver = $"D{index}.Driver";
        var primal = Method<Func<double[], double[]>>(driver, "Primal");
        var shadow = Method<Func<double[], double[]>>($"SD{index}.PrimalDriver", "Primal");
        var compiled = new CompiledProgram(primal, shadow, frozen);
        if (primalOnly)
            return compiled;
        bool gradient = Has(driver, "Gradient");
        return compiled with
        {
            Jvp = Method<Func<double[], double[], (double[], double[])>>(driver, "Jvp"),
            Vjp = Method<Func<double[], double[], (double[], double[])>>(driver, "Vjp"),
            ValueAndGradient = gradient ? Method<Func<double[], (double[], double[])>>(driver, "ValueAndGradient") : null,
            Gradient = gradient ? Method<Func<double[], double[]>>(driver, "Gradient") : null,
            Hvp = Has(driver, "Hvp") ? Method<Func<double[], double[], double[]>>(driver, "Hvp") : null,
        };
    }

    private void Set(int index, Verdict verdict, string id, string detail = "")
        => _outcomes[index] ??= new Outcome(_programs[index], verdict, id, detail);

    private static SyntaxTree Parse(string source, string path) => ConsumerCompilation.Parse(source, path, Options);

    private static int IndexOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree ? IndexOf(tree) : -1;

    private static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    /// <summary>The program that a file belongs to: told by its name, or by its namespace where the generator wrote it.</summary>
    private static int IndexOf(SyntaxTree tree)
    {
        Match match = IsGenerated(tree) ? GeneratedNamespace().Match(tree.ToString()) : OwnName().Match(tree.FilePath);
        return match.Success ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : -1;
    }

    [GeneratedRegex(@"\bnamespace P(\d+)\b")]
    private static partial Regex GeneratedNamespace();

    [GeneratedRegex(@"^(?:P|S|SD|D)(\d+)\.cs$")]
    private static partial Regex OwnName();
}
