using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using DiffGen.Generator.Emission;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.Ir;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>
/// Lowers methods, prints their IR as C# again, and runs both on the same arguments: results, written arguments and exceptions must be the same.
/// </summary>
internal static class RoundTrip
{
    private const int Rounds = 6;

    public static void Members(string members) => Source(Lowered.Wrap(members));

    public static void Source(string source)
    {
        // The printed methods stand in a class of their own.
        CSharpCompilation compilation = Lowered.Compile(source.Replace("private ", "internal "));
        var methods = Lowered.All(compilation).Select(pair => (pair.Method, Ir: Lowered.Verified(pair.Result))).ToArray();
        Assert.NotEmpty(methods);
        string text = Driver(methods);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "Driver.cs");
        // Warnings of test sources do not matter here, and the printed methods are not the user's.
        compilation = compilation.AddSyntaxTrees(tree)
            .WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithNullableContextOptions(NullableContextOptions.Disable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)) + "\n" + text);
        image.Position = 0;
        var context = new AssemblyLoadContext("round trip", isCollectible: true);
        try
        {
            Type driver = context.LoadFromStream(image).GetType("Driver")!;
            for (int i = 0; i < methods.Length; i++)
                Compare(driver.GetMethod("Run" + i, BindingFlags.Static | BindingFlags.Public)!, methods[i].Method, methods[i].Ir, text);
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Compare(MethodInfo run, IMethodSymbol method, IrMethod ir, string text)
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            // Some methods run for ever on arguments that they are not made for.
            if (Run(run, printed: false, seed) is not { } expected)
                return;
            string actual = Run(run, printed: true, seed) ?? "did not end";
            Assert.True(expected == actual, $"{method} with seed {seed}\nexpected {expected}\nactual   {actual}\n{IrPrinter.Print(ir)}\n{text}");
        }
    }

    private static string? Run(MethodInfo run, bool printed, int seed)
    {
        string? result = null;
        var thread = new Thread(() => result = (string)run.Invoke(null, [printed, seed])!, 64 << 20) { IsBackground = true };
        thread.Start();
        return thread.Join(TimeSpan.FromSeconds(10)) ? result : null;
    }

    private static string Driver((IMethodSymbol Method, IrMethod Ir)[] methods)
    {
        var names = methods.Select((pair, i) => (pair.Ir.Key, i)).ToDictionary(pair => pair.Key, pair => (Name: "Printed" + pair.i, methods[pair.i].Ir.Signature));
        var surroundings = new FunctionSurroundings(
            call => new CallTarget(names[call.Callee].Name, Signature: names[call.Callee].Signature), new FieldAccessors(), [], ProjectIsChecked: false);
        var writer = new IndentedWriter();
        writer.Line("#pragma warning disable");
        writer.Line("public static class Driver");
        writer.Open();
        for (int i = 0; i < methods.Length; i++)
        {
            PrimalPrinter.Print(methods[i].Ir, "public static", "Printed" + i, surroundings, writer);
            WriteRun(methods[i].Method, methods[i].Ir, i, writer);
        }
        foreach (string line in surroundings.Accessors.Members.SelectMany(member => member))
            writer.Line(line);
        foreach (string line in Support.Split('\n'))
            writer.Line(line);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteRun(IMethodSymbol method, IrMethod ir, int index, IndentedWriter writer)
    {
        IrSignature signature = ir.Signature;
        writer.Line($"public static string Run{index}(bool printed, int seed)");
        writer.Open();
        writer.Line("var random = new System.Random(seed);");
        writer.Line("bool ok = false;");
        var arguments = new List<string>();
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            IrParameter parameter = signature.Parameters[i];
            string type = parameter.CSharpType;
            if (parameter.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan })
                type = type[(type.IndexOf('<') + 1)..^1] + "[]";
            writer.Line($"var p{i} = ({type})Make(typeof({type}), random);");
            string mode = parameter.Mode switch { ParameterMode.Ref => "ref ", ParameterMode.Out => "out ", ParameterMode.In => "in ", _ => "" };
            arguments.Add(mode + "p" + i);
        }
        string shows = string.Concat(signature.Parameters.Select((p, i) => p.Mode is ParameterMode.Ref or ParameterMode.Out ? $" + (ok ? Show(p{i}) : \"\")" : $" + Show(p{i})"));
        string original = method.IsStatic ? Original(method, signature, arguments) : Instance(method, arguments);
        writer.Line("string result = \"\";");
        writer.Line("try");
        writer.Open();
        string printed = $"Printed{index}({string.Join(", ", arguments)})";
        writer.Line(method.ReturnsVoid ? $"if (printed) {printed}; else {original};" : $"result = printed ? Show({printed}) : Show({original});");
        writer.Line("ok = true;");
        writer.Close();
        writer.Line("catch (System.Exception e) { result = e.GetType().Name; }");
        writer.Line($"return result{shows};");
        writer.Close();
    }

    private static string Original(IMethodSymbol method, IrSignature signature, List<string> arguments) => method.MethodKind switch
    {
        MethodKind.UserDefinedOperator when arguments.Count == 2 => $"({arguments[0]} {Operator(method)} {arguments[1]})",
        MethodKind.UserDefinedOperator => $"({Operator(method)}{arguments[0]})",
        MethodKind.Conversion => $"(({signature.ReturnCSharpType}){arguments[0]})",
        _ => $"{signature.CallExpression}({string.Join(", ", arguments)})",
    };

    private static string Instance(IMethodSymbol method, List<string> arguments)
    {
        string receiver = arguments[^1].Replace("ref ", "");
        return method.MethodKind == MethodKind.PropertyGet
            ? $"{receiver}.{method.AssociatedSymbol!.Name}"
            : $"{receiver}.{method.Name}({string.Join(", ", arguments.Take(arguments.Count - 1))})";
    }

    private static string Operator(IMethodSymbol method) => SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(method.Name));

    private const string Support = """
        private static object Make(System.Type type, System.Random random)
        {
            if (type == typeof(double)) return System.Math.Round(random.NextDouble() * 4 - 1.5, 3);
            if (type == typeof(float)) return (float)System.Math.Round(random.NextDouble() * 4 - 1.5, 3);
            if (type == typeof(bool)) return random.Next(2) == 0;
            if (type == typeof(string)) return "text" + random.Next(4);
            if (type == typeof(char)) return (char)('a' + random.Next(5));
            if (type.IsEnum) return System.Enum.GetValues(type).GetValue(random.Next(System.Enum.GetValues(type).Length));
            if (type.IsPrimitive) return System.Convert.ChangeType(random.Next(5), type);
            if (type.IsArray && type.GetArrayRank() == 2)
            {
                var matrix = System.Array.CreateInstance(type.GetElementType(), 3, 4);
                for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) matrix.SetValue(Make(type.GetElementType(), random), i, j);
                return matrix;
            }
            if (type.IsArray)
            {
                var array = System.Array.CreateInstance(type.GetElementType(), 6);
                for (int i = 0; i < 6; i++) array.SetValue(Make(type.GetElementType(), random), i);
                return array;
            }
            if (type.IsValueType)
            {
                object value = System.Activator.CreateInstance(type);
                foreach (var field in type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
                    field.SetValue(value, Make(field.FieldType, random));
                return value;
            }
            return System.Activator.CreateInstance(type);
        }

        private static string Show(object value)
        {
            if (value is null) return "null ";
            if (value is double d) return (double.IsNaN(d) ? "NaN" : System.BitConverter.DoubleToInt64Bits(d) + "=" + d.ToString("R")) + " ";
            if (value is float f) return (float.IsNaN(f) ? "NaN" : System.BitConverter.SingleToInt32Bits(f) + "=" + f.ToString("R")) + " ";
            if (value is System.Array array)
            {
                string text = "[";
                foreach (object item in array) text += Show(item);
                return text + "] ";
            }
            var type = value.GetType();
            if (type.IsPrimitive || type.IsEnum || value is string) return value + " ";
            string all = "(";
            foreach (var field in type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
                all += Show(field.GetValue(value));
            return all + ") ";
        }
        """;
}
