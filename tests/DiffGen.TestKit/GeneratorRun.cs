using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace DiffGen.TestKit;

/// <summary>A file that the generator wrote.</summary>
public sealed record GeneratedFile(string HintName, string Text);

/// <summary>The steps that the generator went through, and why each ran again or not.</summary>
public sealed record TrackedStep(string Name, ImmutableArray<IncrementalStepRunReason> Reasons);

/// <summary>Consumer code compiled in process with the generator and, on demand, the analyzers; its assembly is loaded on first use and unloaded on disposal.</summary>
public sealed class GeneratorRun : IDisposable
{
    private readonly GeneratorOptions _options;
    private readonly Lazy<ImmutableArray<Diagnostic>> _analyzerDiagnostics;
    private readonly Lazy<ImmutableArray<Diagnostic>> _compilerDiagnostics;
    private readonly Lazy<(EmitResult Result, byte[] Image)> _emission;
    private AssemblyLoadContext? _context;
    private Assembly? _assembly;

    private GeneratorRun(CSharpCompilation input, CSharpCompilation output, GeneratorDriver driver, GeneratorOptions options)
    {
        _options = options;
        Input = input;
        Output = output;
        Driver = driver;
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        GeneratorException = result.Exception;
        GeneratorDiagnostics = result.Diagnostics;
        GeneratedFiles = result.GeneratedSources.IsDefault
            ? []
            : [.. result.GeneratedSources.Select(s => new GeneratedFile(s.HintName, s.SourceText.ToString()))];
        TrackedSteps = StepsOf(result);
        _emission = new(() => Emit(forReference: false));
        _compilerDiagnostics = new(() => [.. _emission.Value.Result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)]);
        _analyzerDiagnostics = new(RunAnalyzers);
    }

    /// <summary>The consumer's own code.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The consumer's code with the generated files.</summary>
    public CSharpCompilation Output { get; }

    public GeneratorDriver Driver { get; }

    public ImmutableArray<GeneratedFile> GeneratedFiles { get; }

    public ImmutableArray<Diagnostic> GeneratorDiagnostics { get; }

    /// <summary>What the generator threw: always a fault.</summary>
    public Exception? GeneratorException { get; }

    public ImmutableArray<TrackedStep> TrackedSteps { get; }

    /// <summary>What DiffGen's analyzers say of the consumer's code, in the order of the source.</summary>
    public ImmutableArray<Diagnostic> AnalyzerDiagnostics => _analyzerDiagnostics.Value;

    /// <summary>The compiler's own errors and warnings over consumer and generated code.</summary>
    public ImmutableArray<Diagnostic> CompilerDiagnostics => _compilerDiagnostics.Value;

    /// <summary>All generated text, for messages.</summary>
    public string GeneratedText => string.Join("\n", GeneratedFiles.Select(f => $"// ==== {f.HintName}\n{f.Text}"));

    public static GeneratorRun Compile(string source, GeneratorOptions? options = null) => Compile([source], options);

    public static GeneratorRun Compile(IEnumerable<string> sources, GeneratorOptions? options = null, IIncrementalGenerator? generator = null)
    {
        options ??= GeneratorOptions.Default;
        CSharpCompilation input = ConsumerCompilation.Create(sources, options);
        return Run(input, ConsumerCompilation.Driver(options, generator), options);
    }

    /// <summary>Runs the same generator on a changed compilation, with what it has cached.</summary>
    public GeneratorRun Rerun(CSharpCompilation changed) => Run(changed, Driver, _options);

    /// <summary>Replaces the first source file and runs again.</summary>
    public GeneratorRun Rerun(string changedSource)
    {
        SyntaxTree old = Input.SyntaxTrees[0];
        return Rerun(Input.ReplaceSyntaxTree(old, ConsumerCompilation.Parse(changedSource, old.FilePath, _options)));
    }

    /// <summary>Fails unless the generator neither threw nor reported, and all code compiles without errors or warnings.</summary>
    public GeneratorRun AssertClean()
    {
        if (GeneratorException is not null)
            throw new TestKitException("the generator threw:\n" + GeneratorException);
        AssertNone("generator diagnostics", GeneratorDiagnostics);
        AssertNone("compiler errors or warnings", CompilerDiagnostics);
        return this;
    }

    /// <summary>As <see cref="AssertClean"/>, and the analyzers are silent.</summary>
    public GeneratorRun AssertCleanWithAnalyzers()
    {
        AssertNone("analyzer diagnostics", AnalyzerDiagnostics);
        return AssertClean();
    }

    /// <summary>The compiled code, loaded. Fails when it does not compile.</summary>
    public Assembly Assembly
    {
        get
        {
            if (_assembly is not null)
                return _assembly;
            using var image = new MemoryStream(Image());
            _context = new AssemblyLoadContext(_options.AssemblyName, isCollectible: true);
            foreach (byte[] library in _options.Libraries)
            {
                using var stream = new MemoryStream(library);
                _context.LoadFromStream(stream);
            }
            _assembly = _context.LoadFromStream(image);
            return _assembly;
        }
    }

    /// <summary>The compiled code. Fails when it does not compile.</summary>
    /// <param name="forReference">Without bodies and private members, as other projects see it.</param>
    public byte[] Image(bool forReference = false)
    {
        (EmitResult result, byte[] image) = forReference ? Emit(forReference) : _emission.Value;
        if (!result.Success)
            AssertNone("compiler errors", [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)]);
        return image;
    }

    private (EmitResult Result, byte[] Image) Emit(bool forReference)
    {
        using var image = new MemoryStream();
        EmitResult result = Output.Emit(image, options: new EmitOptions(metadataOnly: forReference, includePrivateMembers: !forReference));
        return (result, image.ToArray());
    }

    /// <summary>Calls a static method; exceptions come out as thrown. Methods with spans need a delegate or a caller in the source.</summary>
    public object? Invoke(string type, string method, params object?[] arguments)
    {
        MethodInfo found = Method(type, method, arguments.Length);
        return found.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    /// <summary>As <see cref="Invoke(string, string, object[])"/>, with the result's type.</summary>
    public T Invoke<T>(string type, string method, params object?[] arguments) => (T)Invoke(type, method, arguments)!;

    /// <summary>A delegate for a static method.</summary>
    public TDelegate Delegate<TDelegate>(string type, string method)
        where TDelegate : Delegate
    {
        Type[] parameters = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(p => p.ParameterType)];
        MethodInfo found = FindType(type).GetMethod(method, AllStatic, parameters)
            ?? throw new TestKitException($"no method {type}.{method}({string.Join(", ", parameters.Select(p => p.Name))})\n{GeneratedText}");
        return found.CreateDelegate<TDelegate>();
    }

    public void Dispose()
    {
        _assembly = null;
        _context?.Unload();
        _context = null;
    }

    private const BindingFlags AllStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static GeneratorRun Run(CSharpCompilation input, GeneratorDriver driver, GeneratorOptions options)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        return new GeneratorRun(input, (CSharpCompilation)output, driver, options);
    }

    private Type FindType(string type) =>
        Assembly.GetType(type) ?? throw new TestKitException($"no type {type}");

    private MethodInfo Method(string type, string method, int arity)
    {
        MethodInfo[] found = [.. FindType(type).GetMethods(AllStatic).Where(m => m.Name == method && m.GetParameters().Length == arity)];
        return found.Length == 1
            ? found[0]
            : throw new TestKitException($"{found.Length} methods {type}.{method} with {arity} parameters\n{GeneratedText}");
    }

    private ImmutableArray<Diagnostic> RunAnalyzers()
    {
        if (ConsumerCompilation.Analyzers.IsEmpty)
            return [];
        var analyzerOptions = new AnalyzerOptions([], _options.ConfigOptions);
        ImmutableArray<Diagnostic> found = Output.WithAnalyzers(ConsumerCompilation.Analyzers, analyzerOptions)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return [.. found.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static ImmutableArray<TrackedStep> StepsOf(GeneratorRunResult result) =>
        result.TrackedSteps is null
            ? []
            :
            [
                .. result.TrackedSteps
                    .OrderBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => new TrackedStep(s.Key, [.. s.Value.SelectMany(step => step.Outputs).Select(output => output.Reason)])),
            ];

    private void AssertNone(string what, ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.IsEmpty)
            return;
        var message = new StringBuilder(what).Append(":\n");
        foreach (Diagnostic diagnostic in diagnostics)
            message.Append(diagnostic).Append('\n');
        throw new TestKitException(message.Append(GeneratedText).ToString());
    }
}
