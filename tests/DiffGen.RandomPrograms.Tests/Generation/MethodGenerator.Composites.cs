using System;
using System.Collections.Generic;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    public const string TupleType = "(double, double)";

    private Node Scalar(int depth) => Tamed(Real("double", depth), 4);

    /// <summary>A struct or tuple.</summary>
    private Node Composite(string type, int depth)
    {
        List<Variable> variables = _scope.Where(v => v.Type == type);
        List<Variable> lines = _scope.Where(v => v.IsLine && v.Element == type);
        if (variables.Count > 0 && random.Chance(0.35))
            return Node.Expression("composite-variable", type, 4, random.Pick(variables).Name);
        if (lines.Count > 0 && random.Chance(0.5))
            return Element(random.Pick(lines));
        if (depth > 1 && random.Chance(0.2) && Call(type, depth - 1) is { } call)
            return call;
        return type switch
        {
            "Pair" => PairValue(depth),
            "Triple" => TripleValue(depth, variables),
            "Segment" => Node.Expression("initialiser", type, 4, "new Segment { From = $0, Weight = $1 }", Composite("Pair", depth - 1), Scalar(depth - 1)),
            _ => Node.Expression("tuple", type, 4, "($0, $1)", Scalar(depth - 1), Scalar(depth - 1)),
        };
    }

    private Node PairValue(int depth)
    {
        if (depth > 1)
        {
            switch (random.Below(6))
            {
                case 0:
                    return Node.Expression("operator", "Pair", 4, "(($0 + $1) * 0.5)", Composite("Pair", depth - 1), Composite("Pair", depth - 1));
                case 1:
                    return Node.Expression("operator", "Pair", 4, "(-$0)", Composite("Pair", depth - 1));
                case 2:
                    return Node.Expression("operator", "Pair", 4, "($0 * $1)", Composite("Pair", depth - 1), Tamed(Real("double", depth - 1), 1));
                case 3:
                    return Node.Expression("operator", "Pair", 4, "($0 * $1 * 0.125)", Composite("Pair", depth - 1), Composite("Pair", depth - 1));
                case 4:
                    string member = random.Pick<string>(["X", "Y"]);
                    return Node.Expression("with", "Pair", 4, $"($0 with {{ {member} = $1 }})", Composite("Pair", depth - 1), Scalar(depth - 1));
            }
        }
        return Node.Expression("new-struct", "Pair", 4, "new Pair($0, $1)", Scalar(depth - 1), Scalar(depth - 1));
    }

    private Node TripleValue(int depth, List<Variable> variables)
    {
        if (depth > 1 && variables.Count > 0 && random.Chance(0.3))
            return Node.Expression("operator", "Triple", 8, $"({random.Pick(variables).Name} - $0)", Composite("Triple", depth - 1));
        string template = random.Chance(0.7) ? "new Triple { X = $0, Y = $1, Z = $2 }" : "new Triple { X = $0, Z = $1 }";
        return Node.Expression("initialiser", "Triple", 4, template, Scalar(depth - 1), Scalar(depth - 1), Scalar(depth - 1));
    }

    /// <summary>A component of a struct or tuple in sight.</summary>
    private Node CompositeScalar(string type, int depth)
    {
        List<Variable> variables = _scope.Where(v => v.Type is "Pair" or "Triple" or "Segment" or TupleType);
        List<Variable> lines = _scope.Where(v => v.IsLine && v.Element is "Pair" or "Triple");
        if (type != "double" || variables.Count + lines.Count == 0)
            return type == "double" && _scope.Where(v => v.Type == "double").Count == 0 ? Literal(type) : RealScalar(type);
        if (lines.Count > 0 && (variables.Count == 0 || random.Chance(0.3)))
        {
            Variable line = random.Pick(lines);
            return Node.Expression("element-member", "double", 4, "$0." + Member(line.Element), Element(line));
        }
        Variable variable = random.Pick(variables);
        if (variable.Type == "Triple" && depth > 0 && random.Chance(0.3))
            return Node.Expression("operator", "double", 48, $"({variable.Name} * $0)", Composite("Triple", depth));
        return Node.Expression("member", "double", 4, $"{variable.Name}.{Member(variable.Type)}");
    }

    private Node RealScalar(string type)
    {
        List<Variable> scalars = _scope.Where(v => v.Type == type);
        if (scalars.Count == 0)
            return Literal(type);
        Variable variable = random.Pick(scalars);
        return Node.Expression("variable", type, variable.Bound, variable.Name);
    }

    private string Member(string type) => type switch
    {
        "Pair" => random.Pick<string>(["X", "Y"]),
        "Triple" => random.Pick<string>(["X", "Y", "Z"]),
        "Segment" => random.Pick<string>(["From.X", "From.Y", "Weight"]),
        _ => random.Pick<string>(["Item1", "Item2"]),
    };

    private void DeclareComposite(List<Node> nodes)
    {
        switch (random.Below(7))
        {
            case 0:
                string u = Fresh("u");
                string v = Fresh("v");
                nodes.Add(Node.Statement("deconstruct-declare", $"var ({u}, {v}) = $0;", random.Chance(0.7)
                    ? Composite(TupleType, 3) : Composite("Pair", 3)));
                Declare(new Variable(u, "double"));
                Declare(new Variable(v, "double"));
                break;
            case 1:
                string sin = Fresh("sin");
                string cos = Fresh("cos");
                nodes.Add(Node.Statement("sin-cos", $"var ({sin}, {cos}) = Math.SinCos($0);", Scalar(2)));
                Declare(new Variable(sin, "double") { Bound = 1 });
                Declare(new Variable(cos, "double") { Bound = 1 });
                break;
            case 2 or 3:
                AddDeclaration(nodes, "tuple", TupleType, Composite(TupleType, 3));
                break;
            case 4:
                string type = random.Pick<string>(["Triple", "Segment"]);
                AddDeclaration(nodes, type.ToLowerInvariant(), type, Composite(type, 3));
                break;
            default:
                AddDeclaration(nodes, "pair", "Pair", Composite("Pair", 3));
                break;
        }
    }

    private void AddDeclaration(List<Node> nodes, string stem, string type, Node value)
    {
        string name = Fresh(stem);
        nodes.Add(Node.Statement("declare-" + stem, $"{type} {name} = $0;", value));
        Declare(new Variable(name, type));
    }

    /// <summary>Assigns a struct or tuple, one of its members, or several scalars by deconstruction.</summary>
    private Node? AssignComposite()
    {
        List<Variable> scalars = _scope.Writable(v => v.Type == "double" && v.Bound <= 4);
        List<Variable> variables = _scope.Writable(v => v.Type is "Pair" or "Triple" or "Segment" or TupleType);
        List<Variable> lines = _scope.Writable(v => v.IsLine && !v.IsReadOnlySpan && v.Element is "Pair" or "Triple");
        switch (random.Below(5))
        {
            case 0 when scalars.Count > 1:
                Variable a = random.Pick(scalars);
                Variable b = random.Pick(scalars);
                if (a == b)
                    return null;
                return random.Chance(0.5)
                    ? Node.Statement("swap-scalars", $"({a.Name}, {b.Name}) = ({b.Name}, {a.Name});")
                    : Node.Statement("deconstruct-assign", $"({a.Name}, {b.Name}) = ($0, $1);", Scalar(2), Scalar(2));
            case 1 when lines.Count > 0:
                Variable line = random.Pick(lines);
                return random.Chance(0.5)
                    ? Node.Statement("assign-element-struct", $"{line.Name}[$0] = $1;", Index(line), Composite(line.Element, 3))
                    : Node.Statement("assign-element-member", $"{line.Name}[$0].{Member(line.Element)} = $1;", Index(line), Scalar(3));
            case 2 when variables.Count > 0:
                Variable member = random.Pick(variables);
                string name = $"{member.Name}.{Member(member.Type)}";
                return random.Below(3) switch
                {
                    0 => Node.Statement("compound-member", $"{name} *= $0;", Tamed(Real("double", 2), 1)),
                    1 when _multiplicity == 1 => Node.Statement("compound-member", $"{name} += $0;", Tamed(Real("double", 2), 2)),
                    _ => Node.Statement("assign-member", $"{name} = $0;", Scalar(3)),
                };
            default:
                if (variables.Count == 0)
                    return null;
                Variable variable = random.Pick(variables);
                return Node.Statement("assign-composite", $"{variable.Name} = $0;", Composite(variable.Type, 3));
        }
    }
}
