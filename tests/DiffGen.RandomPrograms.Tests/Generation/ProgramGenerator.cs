using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

/// <summary>Makes a program of a seed.</summary>
internal static class ProgramGenerator
{
    public static RandomProgram Generate(ulong seed)
    {
        var random = new RandomSource(seed);
        var context = new ProgramContext { Float = random.Chance(0.2), Composites = random.Chance(0.4), Long = seed % 2 == 0 };
        var helpers = new List<Node>();
        int helperCount = random.Weighted<int>([(4, 0), (3, 1), (2, 2), (1, 3)]);
        for (int i = 0; i < helperCount; i++)
            helpers.AddRange(MakeHelper(random, context));
        return MakeEntry(seed, random, context, helpers);
    }

    private static RandomProgram MakeEntry(ulong seed, RandomSource random, ProgramContext context, List<Node> helpers)
    {
        string scalar = context.Float && random.Chance(0.5) ? "float" : "double";
        string returnType = random.Weighted<string>([(14, scalar), (2, "void"), (1, scalar + "[]"), (1, MethodGenerator.TupleType), (context.Composites ? 1 : 0, "Pair")]);
        var parameters = new List<Parameter>();
        int count = random.Between(1, 4);
        for (int i = 0; i < count; i++)
            parameters.Add(EntryParameter(random, context, i));
        if (!parameters.Any(p => p.IsActive && p.Modifier != "out"))
            parameters.Add(new Parameter("p" + count, "double"));
        if (returnType == "void" && !parameters.Any(IsWritten))
            parameters.Add(new Parameter("output", "Span<double>", "", random.Between(2, 5)));
        var method = new MethodGenerator(random, context, returnType);
        List<Node> prologue = DeclareParameters(random, method, parameters, context, returnType);
        Node body = method.Body(random.Weighted<int>([(2, 4), (3, 8), (3, 14), (1, 24)]), prologue);
        return new RandomProgram(seed, returnType, parameters, body, helpers);
    }

    private static bool IsWritten(Parameter parameter)
        => parameter.Modifier == "ref" || parameter.IsBuffer && !parameter.Type.StartsWith("ReadOnly", StringComparison.Ordinal);

    private static Parameter EntryParameter(RandomSource random, ProgramContext context, int index)
    {
        string scalar = context.Float && random.Chance(0.4) ? "float" : "double";
        string name = "p" + index;
        int length = random.Between(2, 6);
        if (context.Long)
            length = random.Between(9, 40);
        return random.Weighted<int>([(9, 0), (1, 1), (5, 2), (3, 3), (4, 4), (1, 5), (1, 6), (1, 7), (context.Composites ? 3 : 0, 8), (context.Composites ? 1 : 0, 9)]) switch
        {
            0 => new Parameter(name, scalar),
            1 => new Parameter(name, "int"),
            2 => new Parameter(name, scalar + "[]", "", length),
            3 => new Parameter(name, $"Span<{scalar}>", "", length),
            4 => new Parameter(name, $"ReadOnlySpan<{scalar}>", "", length),
            5 => new Parameter(name, scalar + "[,]", "", Math.Min(length, 3)),
            6 => new Parameter(name, scalar + "[][]", "", Math.Min(length, 3)),
            7 => new Parameter(name, scalar, random.Pick<string>(["ref", "in", "out"])),
            8 => new Parameter(name, random.Pick<string>(["Pair", "Triple", "Segment", MethodGenerator.TupleType])),
            _ => new Parameter(name, random.Pick<string>(["Pair[]", "Span<Pair>"]), "", Math.Min(length, 3)),
        };
    }

    private static IReadOnlyList<Node> MakeHelper(RandomSource random, ProgramContext context)
    {
        string name = "H" + context.Helpers.Count;
        string scalar = context.Float && random.Chance(0.3) ? "float" : "double";
        string returnType = random.Weighted<string>([(6, scalar), (3, "void"), (1, MethodGenerator.TupleType), (context.Composites ? 1 : 0, "Pair")]);
        bool recursive = returnType != "void" && random.Chance(0.3);
        var parameters = new List<Parameter> { new(Name(context, "x"), scalar) };
        int count = random.Between(0, 2);
        for (int i = 0; i < count; i++)
            parameters.Add(HelperParameter(random, context));
        if (returnType == "void" && !parameters.Any(p => p.Modifier is "ref" or "out" || p.IsBuffer && IsWritten(p)))
            parameters.Add(new Parameter(Name(context, "x"), "double", random.Pick<string>(["ref", "out"])));
        string depth = Name(context, "depth");
        if (recursive)
            parameters.Add(new Parameter(depth, "int"));

        if (!recursive)
        {
            (Node node, long cost) = MakeMethod(random, context, new Helper(name, returnType, parameters, 0), null);
            context.Helpers.Add(new Helper(name, returnType, parameters, cost));
            return [node];
        }

        // Half of the recursive helpers call themselves, the others each other.
        var self = new Helper(name, returnType, parameters, 5) { IsRecursive = true };
        if (random.Chance(0.5))
        {
            (Node node, long cost) = MakeMethod(random, context, self, self);
            context.Helpers.Add(self with { Cost = cost * 5 });
            return [node];
        }
        Helper partner = self with { Name = "G" + name };
        (Node first, long firstCost) = MakeMethod(random, context, self, partner);
        (Node second, long secondCost) = MakeMethod(random, context, partner, self);
        context.Helpers.Add(self with { Cost = (firstCost + secondCost) * 3 });
        return [first, second];
    }

    private static (Node Method, long Cost) MakeMethod(RandomSource random, ProgramContext context, Helper made, Helper? callee)
    {
        MethodGenerator method = new MethodGenerator(random, context, made.ReturnType).AsHelper();
        List<Node> prologue = DeclareParameters(random, method, made.Parameters, context, made.ReturnType);
        if (callee is not null)
        {
            string depth = made.Parameters[^1].Name;
            method.AllowRecursion(callee, depth);
            prologue.Add(method.RecursionBase(depth));
        }
        Node body = method.Body(random.Between(1, callee is null ? 8 : 6), prologue);
        string signature = $"[Differentiable]\npublic static {made.ReturnType} {made.Name}({string.Join(", ", made.Parameters)})\n$0";
        string production = callee is null ? "helper" : callee.Name == made.Name ? "helper-recursive" : "helper-mutually-recursive";
        return (Node.Method(production, signature, body), method.Cost);
    }

    private static string Name(ProgramContext context, string stem) => stem + context.NextId();

    private static Parameter HelperParameter(RandomSource random, ProgramContext context)
    {
        string scalar = context.Float && random.Chance(0.3) ? "float" : "double";
        return random.Below(10) switch
        {
            0 => new Parameter(Name(context, "x"), scalar, "ref"),
            1 => new Parameter(Name(context, "x"), scalar, "out"),
            2 => new Parameter(Name(context, "x"), scalar, "in"),
            3 or 4 => new Parameter(Name(context, "s"), $"Span<{scalar}>", "", 2),
            5 => new Parameter(Name(context, "s"), $"ReadOnlySpan<{scalar}>", "", 2),
            6 => new Parameter(Name(context, "a"), scalar + "[]", "", 2),
            7 => new Parameter(Name(context, "n"), "int"),
            8 when context.Composites => new Parameter(Name(context, "c"), random.Pick<string>(["Pair", MethodGenerator.TupleType])),
            _ => new Parameter(Name(context, "x"), scalar),
        };
    }

    private static List<Node> DeclareParameters(
        RandomSource random, MethodGenerator method, IReadOnlyList<Parameter> parameters, ProgramContext context, string returnType)
    {
        var prologue = new List<Node>();
        if (random.Chance(0.15))
            method.Declare(new Variable(RandomProgram.TableName, "double[]") { Writable = false, MinLength = RandomProgram.TableLength, Length = RandomProgram.TableLength });
        if (random.Chance(0.15))
            method.Declare(new Variable(RandomProgram.ConstantName, "double") { Writable = false, Bound = 1 });
        foreach (Parameter parameter in parameters)
        {
            if (parameter.Modifier == "out")
                prologue.Add(method.AssignOut(parameter));
            bool entry = parameter.Name.StartsWith('p') || parameter.Name == "output";
            var variable = new Variable(parameter.Name, parameter.Type)
            {
                Writable = parameter.Modifier != "in" && !parameter.Type.StartsWith("ReadOnly", StringComparison.Ordinal) && !parameter.Name.StartsWith("depth", StringComparison.Ordinal),
                MinLength = parameter.Length,
                Length = entry && parameter.IsBuffer && random.Chance(0.7) ? parameter.Length : null,
            };
            method.Declare(variable);
        }
        if (returnType.EndsWith("[]", StringComparison.Ordinal))
        {
            string name = Name(context, "result");
            int length = random.Between(2, 4);
            prologue.Add(Node.Statement("result-array", $"{returnType} {name} = new {returnType[..^2]}[{length}];"));
            var result = new Variable(name, returnType) { Length = length, MinLength = length };
            method.Declare(result);
            method.Result = result;
            prologue.Add(method.FillLoop(name, "result-array", returnType[..^2], length));
        }
        return prologue;
    }
}
