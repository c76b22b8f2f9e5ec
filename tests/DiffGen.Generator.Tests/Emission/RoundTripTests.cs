using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using DiffGen.Generator.Emission;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Pipeline;
using DiffGen.Generator.Tests.FrontEnd;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DiffGen.Generator.Tests.Emission;

/// <summary>Every method of the corpus, lowered and printed again, compiles beside the original.</summary>
public class RoundTripTests
{
    public static IEnumerable<object[]> Files() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "tests", "cases"), "*.cs", SearchOption.AllDirectories).Order()
            .Select(path => new object[] { Path.GetRelativePath(Root(), path) });

    [Theory]
    [MemberData(nameof(Files))]
    public void WhatIsPrintedCompiles(string file)
    {
        CSharpCompilation compilation = Lowered.Compile(File.ReadAllText(Path.Combine(Root(), file)));
        // What the front end rejects is not this test's business.
        var methods = Lowered.All(compilation).Where(r => r.Result.Method is not null).Select(r => Lowered.Verified(r.Result)).ToDictionary(m => m.Key);
        var text = new StringBuilder();
        int count = 0;
        // A method with a rule has no body of its own to print, and who calls it cannot be printed by itself.
        // An increment operator is called by name nowhere: its callers get its body, or its cores. Members with hidden storage need cores around them.
        foreach (IrMethod method in methods.Values.Where(method => CallGraph.Callees(method).All(key => methods.TryGetValue(key, out IrMethod? callee) && !IsIncrement(callee)) && !HasHiddenStorage(method)))
        {
            string printed = Print(method, methods, "RoundTrip" + count);
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(printed, GeneratorOptions.Default.ParseOptions, $"RoundTrip{count++}.g.cs"));
            text.Append(printed);
        }
        if (Environment.GetEnvironmentVariable("ROUNDTRIP_DUMP") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, file.Replace('/', '_')), text.ToString());
        Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath.StartsWith("RoundTrip") == true)];
        Assert.True(errors.Length == 0, string.Join("\n", errors.AsEnumerable()) + "\n" + text);
    }

    private static bool IsIncrement(IrMethod method) => method.Signature.Name is "op_Increment" or "op_Decrement";

    private static bool HasHiddenStorage(IrMethod method) =>
        method.Signature.Parameters.Any(parameter => parameter.IsReceiver && parameter.Type is StructType structure && structure.Fields.Any(field => field.Name.StartsWith('<')));

    private static string Print(IrMethod method, Dictionary<string, IrMethod> methods, string name)
    {
        var part = new TypePart(method.Signature, name);
        var surroundings = new FunctionSurroundings(call => new CallTarget(methods[call.Callee].Signature.CallExpression, default, methods[call.Callee].Signature),
            part.Accessors, [], method.Signature.ProjectIsChecked);
        var writer = new IndentedWriter();
        PrimalPrinter.Print(method, "private static", name, surroundings, writer);
        part.Add(writer.ToString());
        return SourceFileWriter.Write([part]);
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
