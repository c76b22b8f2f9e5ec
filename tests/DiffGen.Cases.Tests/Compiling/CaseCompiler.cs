using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DiffGen.Cases.Tests.Compiling;

/// <summary>
/// Compiles many cases and their drivers into one assembly. A case that does not compile is taken out and reported under its
/// own name, and the others are compiled without it.
/// </summary>
internal static class CaseCompiler
{
    private const int MaximumRounds = 12;

    /// <param name="rewrite">Changes generated files before they are compiled: for tests that must fail.</param>
    /// <param name="companions">Where the companions come from.</param>
    /// <param name="primalOnly">The drivers call no companions but those that the marks ask for by name.</param>
    public static CompiledCases Compile(
        IReadOnlyList<CaseFile> files, Setting setting, Func<string, string>? rewrite = null, CompanionSource companions = CompanionSource.Generator,
        bool primalOnly = false)
    {
        GeneratorOptions options = GeneratorOptions.Default with { AssemblyName = "DiffGen.Corpus." + setting.Name, Disable = setting.Disable, Properties = setting.Properties };
        MetadataReference self = MetadataReference.CreateFromFile(typeof(ICaseDriver).Assembly.Location);
        CSharpCompilation input = CSharpCompilation.Create(
            options.AssemblyName,
            files.Select(f => MarkRewriter.Ask(ConsumerCompilation.Parse(f.Text, f.Path, options), setting.Derivatives)),
            ConsumerCompilation.References.Add(self),
            options.CompilationOptions);
        var failures = new Dictionary<string, string>();
        var caseOfTree = new Dictionary<SyntaxTree, CaseFile>();
        for (int i = 0; i < files.Count; i++)
            caseOfTree[input.SyntaxTrees[i]] = files[i];
        input = AddDrivers(input, files, options, companions, primalOnly, caseOfTree, failures);

        CSharpCompilation output = input;
        string reported = "";
        var generated = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        if (companions == CompanionSource.Generator)
        {
            GeneratorDriver driver = ConsumerCompilation.Driver(options).RunGenerators(input);
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            if (result.Exception is { } exception)
                return CompileWithoutCulprits(files, setting, rewrite, exception);
            reported = string.Concat(result.Diagnostics.Select(d => "\n" + d));
            foreach (GeneratedSourceResult source in result.GeneratedSources)
            {
                SyntaxTree tree = rewrite is null
                    ? source.SyntaxTree
                    : CSharpSyntaxTree.ParseText(rewrite(source.SourceText.ToString()), options.ParseOptions, source.HintName);
                output = output.AddSyntaxTrees(tree);
                if (Owner(tree, files) is not { } owner)
                    continue;
                caseOfTree[tree] = owner;
                generated = generated.SetItem(owner.Id, generated.GetValueOrDefault(owner.Id, []).Add(tree.ToString()));
            }
        }
        return Emit(output, caseOfTree, failures, generated, reported);
    }

    // An exception names no case: halves are tried until the ones at fault are alone.
    private static CompiledCases CompileWithoutCulprits(IReadOnlyList<CaseFile> files, Setting setting, Func<string, string>? rewrite, Exception exception)
    {
        if (files.Count == 1)
            return new CompiledCases(ImmutableDictionary<string, Type>.Empty, ImmutableDictionary<string, string>.Empty.Add(files[0].Id, "the generator threw:\n" + exception), ImmutableDictionary<string, ImmutableArray<string>>.Empty);
        int half = files.Count / 2;
        return CompiledCases.Join(
            Compile([.. files.Take(half)], setting with { Name = setting.Name + "L" }, rewrite),
            Compile([.. files.Skip(half)], setting with { Name = setting.Name + "R" }, rewrite));
    }

    private static CSharpCompilation AddDrivers(
        CSharpCompilation input, IReadOnlyList<CaseFile> files, GeneratorOptions options, CompanionSource companions, bool primalOnly, Dictionary<SyntaxTree, CaseFile> caseOfTree,
        Dictionary<string, string> failures)
    {
        CSharpCompilation result = input;
        for (int i = 0; i < files.Count; i++)
        {
            CaseFile file = files[i];
            try
            {
                CaseMethod method = CaseMethod.Find(file, input.SyntaxTrees[i], input);
                if (companions == CompanionSource.None)
                    method = method with { JacobianName = null };
                SyntaxTree driver = ConsumerCompilation.Parse(new DriverWriter(file, method, companions == CompanionSource.None || primalOnly).Write(), DriverWriter.TypeName(file) + ".driver.cs", options);
                caseOfTree[driver] = file;
                result = result.AddSyntaxTrees(driver);
            }
            catch (FormatException exception)
            {
                failures[file.Id] = exception.Message;
                result = result.RemoveSyntaxTrees(input.SyntaxTrees[i]);
            }
        }
        return result;
    }

    private static CompiledCases Emit(
        CSharpCompilation output, Dictionary<SyntaxTree, CaseFile> caseOfTree, Dictionary<string, string> failures, ImmutableDictionary<string, ImmutableArray<string>> generated, string reported)
    {
        for (int round = 0; round < MaximumRounds; round++)
        {
            // Emission reports all that is wrong: asking for diagnostics before it would bind every method twice.
            using var image = new MemoryStream();
            EmitResult emitted = output.Emit(image);
            Diagnostic[] bad = [.. emitted.Diagnostics.Where(d => IsFault(d, caseOfTree))];
            if (bad.Length == 0)
            {
                if (!emitted.Success)
                    throw new CaseException("the corpus compiles without errors but cannot be emitted");
                image.Position = 0;
                var context = new AssemblyLoadContext(output.AssemblyName, isCollectible: true);
                Assembly assembly = context.LoadFromStream(image);
                var drivers = caseOfTree.Values.Where(f => !failures.ContainsKey(f.Id)).Distinct().ToImmutableDictionary(f => f.Id, f => assembly.GetType("Drivers." + DriverWriter.TypeName(f), throwOnError: true)!);
                return new CompiledCases(drivers, failures.ToImmutableDictionary(), generated);
            }
            CaseFile?[] owners = [.. bad.Select(d => d.Location.SourceTree is { } tree ? caseOfTree.GetValueOrDefault(tree) : null)];
            if (owners.All(o => o is null))
                throw new CaseException("no case can be blamed for:\n" + string.Join("\n", bad.Take(20).Select(d => d.ToString())));
            foreach (var group in bad.Zip(owners).Where(p => p.Second is not null).GroupBy(p => p.Second!.Id))
                failures[group.Key] = string.Join("\n", group.Select(p => p.First.ToString()).Distinct().Take(12)) + reported;
            output = output.RemoveSyntaxTrees(output.SyntaxTrees.Where(t => caseOfTree.TryGetValue(t, out CaseFile? owner) && failures.ContainsKey(owner.Id)));
        }
        throw new CaseException("the corpus still does not compile after its faulty cases were taken out");
    }

    // Generated code must compile without warnings in the strictest consumer.
    private static bool IsFault(Diagnostic diagnostic, Dictionary<SyntaxTree, CaseFile> caseOfTree) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } tree
            && (!caseOfTree.TryGetValue(tree, out CaseFile? owner) || (tree.FilePath != owner.Path && !tree.FilePath.EndsWith(".driver.cs", StringComparison.Ordinal))));

    private static CaseFile? Owner(SyntaxTree generated, IReadOnlyList<CaseFile> files)
    {
        // A generated file opens the namespace and the type of the method that it serves.
        const string Opening = "namespace Cases.";
        string text = generated.ToString();
        int at = text.IndexOf(Opening, StringComparison.Ordinal);
        if (at < 0)
            return null;
        ReadOnlySpan<char> rest = text.AsSpan(at + Opening.Length);
        foreach (CaseFile file in files)
        {
            if (rest.StartsWith(file.Area, StringComparison.Ordinal) && ContainsType(text, file.Name))
                return file;
        }
        return null;
    }

    private static bool ContainsType(string text, string name)
    {
        foreach (string keyword in (ReadOnlySpan<string>)["class ", "struct ", "record "])
        {
            int at = text.IndexOf("partial " + keyword + name, StringComparison.Ordinal);
            int end = at + ("partial " + keyword + name).Length;
            if (at >= 0 && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_')))
                return true;
        }
        return false;
    }
}
