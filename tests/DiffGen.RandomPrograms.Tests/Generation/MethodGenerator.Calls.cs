using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    private string? _depthName;

    private Node HelperCall(string type, int depth) => Call(type, depth) ?? Arithmetic(type, depth);

    /// <summary>A call that yields a value of the type, or null where no helper fits.</summary>
    private Node? Call(string type, int depth)
    {
        List<Helper> candidates = [.. context.Helpers.Where(h => h.ReturnType == type && Affordable(h))];
        if (Self is { } self && self.ReturnType == type && _multiplicity == 1 && random.Chance(0.5))
        {
            // One call of itself per body keeps the running time linear in the depth.
            Self = null;
            candidates = [self];
        }
        return candidates.Count == 0 ? null : CallOf(random.Pick(candidates), depth);
    }

    private bool Affordable(Helper helper)
        => Cost + _multiplicity * helper.Cost <= MaxSteps && (_scope.WriteFloor == 0 || !helper.Writes);

    /// <summary>A call as a statement, of a method that returns nothing or whose result is dropped.</summary>
    private Node? CallStatement()
    {
        List<Helper> candidates = [.. context.Helpers.Where(h => (h.ReturnType == "void" || h.Writes) && Affordable(h))];
        if (candidates.Count == 0)
            return null;
        return CallOf(random.Pick(candidates), 2) is { } call ? Node.Statement("call-statement", "$0;", call) : null;
    }

    private Node? CallOf(Helper helper, int depth)
    {
        var arguments = new List<Node>();
        var text = new List<string>();
        var usedBuffers = new HashSet<int>();
        var usedScalars = new HashSet<Variable>();
        bool recursive = helper.IsRecursive;
        for (int i = 0; i < helper.Parameters.Count; i++)
        {
            Parameter parameter = helper.Parameters[i];
            if (recursive && i == helper.Parameters.Count - 1)
            {
                text.Add(Self is null && parameter.Name == _depthName ? parameter.Name + " - 1" : random.Between(1, 4).ToString());
                continue;
            }
            // An `in` parameter is a reference too: beside one that is written to it gets a value of its own.
            string? argument = parameter switch
            {
                { IsBuffer: true } => BufferArgument(parameter, usedBuffers, arguments),
                { Modifier: "ref" } => RefArgument(parameter, usedScalars, usedBuffers, arguments),
                { Modifier: "in" } when helper.Writes => Hole(arguments, Node.Expression("plus", parameter.Type, 4, "(+$0)", ValueOf(parameter.Type, Math.Min(depth, 2)))),
                { Modifier: "out" } => OutArgument(parameter, usedScalars),
                _ => Hole(arguments, ValueOf(parameter.Type, Math.Min(depth, 2))),
            };
            if (argument is null || arguments.Count > 9)
                return null;
            text.Add(argument);
        }
        Cost += _multiplicity * helper.Cost;
        bool named = random.Chance(0.12);
        if (named)
        {
            // Named arguments are evaluated in the order in which they are written.
            text = [.. text.Select((argument, i) => $"{helper.Parameters[i].Name}: {argument}")];
            text.Reverse();
        }
        return Node.Expression(named ? "call-named" : "call", helper.ReturnType, 4, $"{helper.Name}({string.Join(", ", text)})", [.. arguments]);
    }

    /// <summary>The method being written can call itself with one less than this parameter.</summary>
    public void AllowRecursion(Helper self, string depthName)
    {
        Self = self;
        _depthName = depthName;
    }

    /// <summary>Stops the recursion.</summary>
    public Node RecursionBase(string depthName)
    {
        Helper? self = Self;
        Self = null;
        Node result = Return();
        Self = self;
        return Node.Statement("recursion-base", $"if ({depthName} <= 0)\n$0", result);
    }

    /// <summary>Gives an out parameter its first value, so that every way out of the method has one.</summary>
    public Node AssignOut(Parameter parameter)
        => Node.Statement("assign-out", $"{parameter.Name} = $0;", ValueOf(parameter.Type, 2));

    private static string Hole(List<Node> arguments, Node argument)
    {
        arguments.Add(argument);
        return "$" + (arguments.Count - 1);
    }

    private string? BufferArgument(Parameter parameter, HashSet<int> used, List<Node> arguments)
    {
        var target = new Variable(parameter.Name, parameter.Type);
        bool writes = !target.IsReadOnlySpan;
        List<Variable> candidates = _scope.Where(v => v.Element == target.Element && !used.Contains(v.AliasClass) && (!writes || v.Writable)
            && (target.IsReadOnlySpan ? v.IsLine : target.IsSpan ? v.IsLine && !v.IsReadOnlySpan : v.Type == target.Type));
        if (candidates.Count == 0)
            return null;
        Variable variable = random.Pick(candidates);
        used.Add(variable.AliasClass);
        if (target.IsArray || target.IsTable || target.IsJagged || variable.MinLength < 3 || random.Chance(0.6))
            return variable.Name;
        int start = random.Between(0, variable.MinLength - 2);
        string view = variable.IsArray ? variable.Name + ".AsSpan()" : variable.Name;
        string slice = random.Below(3) switch
        {
            0 => $"{view}[{start}..]",
            1 => $"{view}.Slice({start}, 2)",
            _ => $"{view}[..^{variable.MinLength - 2}]",
        };
        return Hole(arguments, Node.Expression("slice-argument", target.Type, 4, slice));
    }

    private string? RefArgument(Parameter parameter, HashSet<Variable> usedScalars, HashSet<int> usedBuffers, List<Node> arguments)
    {
        List<Variable> scalars = _scope.Writable(v => v.Type == parameter.Type && v.Bound <= 4 && !usedScalars.Contains(v) && !usedBuffers.Contains(v.AliasClass));
        List<Variable> lines = _scope.Writable(v => v.IsLine && !v.IsReadOnlySpan && v.Element == parameter.Type && !usedBuffers.Contains(v.AliasClass));
        if (lines.Count > 0 && (scalars.Count == 0 || random.Chance(0.3)))
        {
            Variable line = random.Pick(lines);
            usedBuffers.Add(line.AliasClass);
            return "ref " + Hole(arguments, Node.Expression("ref-element-argument", parameter.Type, 4, line.Name + "[$0]", Index(line)));
        }
        if (scalars.Count == 0)
            return null;
        Variable scalar = random.Pick(scalars);
        usedScalars.Add(scalar);
        if (scalar.AliasClass != 0)
            usedBuffers.Add(scalar.AliasClass);
        return "ref " + scalar.Name;
    }

    private string OutArgument(Parameter parameter, HashSet<Variable> usedScalars)
    {
        List<Variable> scalars = _scope.Writable(v => v.Type == parameter.Type && v.Bound <= 4 && v.AliasClass == 0 && !usedScalars.Contains(v));
        if (scalars.Count == 0 || random.Chance(0.1))
            return "out _";
        Variable scalar = random.Pick(scalars);
        usedScalars.Add(scalar);
        return "out " + scalar.Name;
    }
}
