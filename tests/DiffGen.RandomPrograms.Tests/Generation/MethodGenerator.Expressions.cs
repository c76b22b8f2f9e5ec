using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    private Node Real(string type, int depth)
    {
        if (depth <= 0 || random.Chance(0.3))
            return RealLeaf(type);
        Func<string, int, Node> production = random.Weighted<Func<string, int, Node>>(
        [
            (22, Arithmetic), (14, UnaryFunction), (5, BinaryFunction), (2, TernaryFunction), (3, Conditional), (2, RealSwitch),
            (3, AssignInside), (5, HelperCall), (1, StopGradient), (2, Conversion), (2, IntAsReal), (2, Negate), (1, CompositeScalar), (2, Specialised),
        ]);
        Node node = production(type, depth - 1);
        return node.Bound > 1e4 ? Tamed(node, 4) : node;
    }

    /// <summary>The expression itself, or brought back under the bound.</summary>
    private Node Tamed(Node node, double bound)
    {
        if (node.Bound <= bound)
            return node;
        (string name, string template, double result) = random.Pick(MathFunctions.Taming);
        if (name == "Quotient" && !IsRepeatable(node))
            (name, template, result) = MathFunctions.Taming[0];
        return Node.Expression("Math." + name, node.Type, result, "(" + MathFunctions.For(node.Type, template) + ")", node);
    }

    private Node Literal(string type)
    {
        int value = random.Between(-12, 16);
        string text = (value / 8.0).ToString(CultureInfo.InvariantCulture);
        if (!text.Contains('.'))
            text += ".0";
        return Node.Expression("literal", type, 2, value < 0 ? $"({text}{Suffix(type)})" : text + Suffix(type));
    }

    private static string Suffix(string type) => type == "float" ? "f" : "";

    private Node RealLeaf(string type)
    {
        List<Variable> scalars = _scope.Where(v => v.Type == type);
        List<Variable> lines = _scope.Where(v => v.IsBuffer && v.Element == type);
        if (lines.Count > 0 && (scalars.Count == 0 || random.Chance(0.4)))
            return Element(random.Pick(lines));
        if (scalars.Count > 0 && !random.Chance(0.08))
        {
            // The latest names are the likeliest, so that values flow through the program instead of from its start only.
            int at = scalars.Count - 1 - (int)(scalars.Count * Math.Pow(random.Real(), 1.6));
            Variable variable = scalars[Math.Max(at, 0)];
            return Node.Expression("variable", type, variable.Bound, variable.Name);
        }
        if (type == "double" && context.Composites && random.Chance(0.5))
            return CompositeScalar(type, 0);
        return Literal(type);
    }

    private Node Arithmetic(string type, int depth)
    {
        Node left = Real(type, depth);
        Node right = Real(type, depth);
        switch (random.Below(7))
        {
            case 0 or 1:
                return Node.Expression("add", type, left.Bound + right.Bound, "($0 + $1)", left, right);
            case 2:
                return Node.Expression("subtract", type, left.Bound + right.Bound, "($0 - $1)", left, right);
            case 3:
                string divisor = type == "float" ? "1.5f" : "1.5";
                return Node.Expression("divide", type, left.Bound, $"$0 / ({divisor} + $1 * $1)", left, Repeatable(type, Tamed(right, 4)));
            default:
                return Node.Expression("multiply", type, left.Bound * right.Bound, "$0 * $1", Factor(left), Factor(right));
        }
    }

    private static Node Factor(Node node)
        => node.Production is "divide" or "conditional" ? Node.Expression("parentheses", node.Type, node.Bound, "($0)", node) : node;

    private Node Negate(string type, int depth)
    {
        Node operand = Real(type, depth);
        return Node.Expression("negate", type, operand.Bound, "(-$0)", operand);
    }

    private Node UnaryFunction(string type, int depth) => Function(type, Real(type, depth), random.Pick(MathFunctions.Unary));

    private Node BinaryFunction(string type, int depth) => Function(type, depth, random.Pick(MathFunctions.Binary), 2);

    private Node TernaryFunction(string type, int depth) => Function(type, depth, random.Pick(MathFunctions.Ternary), 3);

    private Node Function(string type, int depth, (string Name, string Template, double Bound) function, int arity)
    {
        var arguments = new Node[arity];
        for (int i = 0; i < arity; i++)
            arguments[i] = Tamed(Real(type, depth), 4);
        for (int i = 0; i < arity; i++)
        {
            if (function.Template.Split("$" + i).Length > 2)
                arguments[i] = Repeatable(type, arguments[i]);
        }
        string production = (type == "float" ? "MathF." : "Math.") + function.Name;
        return Node.Expression(production, type, function.Bound, "(" + MathFunctions.For(type, function.Template) + ")", arguments);
    }

    private Node Function(string type, Node argument, (string Name, string Template, double Bound) function)
    {
        argument = Tamed(argument, 4);
        if (function.Template.Split("$0").Length > 2)
            argument = Repeatable(type, argument);
        string production = (type == "float" ? "MathF." : "Math.") + function.Name;
        return Node.Expression(production, type, function.Bound, "(" + MathFunctions.For(type, function.Template) + ")", argument);
    }

    /// <summary>What a template names twice must have no side effects, and is better small.</summary>
    private Node Repeatable(string type, Node node)
    {
        for (int attempt = 0; attempt < 3 && !(IsRepeatable(node) && node.Bound <= 4); attempt++)
            node = RealLeaf(type);
        return IsRepeatable(node) && node.Bound <= 4 ? node : Literal(type);
    }

    private static bool IsRepeatable(Node node) => node.Size() <= 3
        && !node.DescendantsAndSelf().Any(n => n.Production is "assign-inside" or "increment-inside" or "int-increment-inside" or "call" or "call-named");

    private Node Conditional(string type, int depth)
    {
        Node condition = Bool(depth);
        Node whenTrue = Real(type, depth);
        Node whenFalse = Real(type, depth);
        return Node.Expression("conditional", type, Math.Max(whenTrue.Bound, whenFalse.Bound), "($0 ? $1 : $2)", condition, whenTrue, whenFalse);
    }

    private Node RealSwitch(string type, int depth)
    {
        Node a = Real(type, depth);
        Node b = Real(type, depth);
        Node c = Real(type, depth);
        double bound = Math.Max(a.Bound, Math.Max(b.Bound, c.Bound));
        if (random.Chance(0.4))
        {
            string suffix = Suffix(type);
            string template = $"($0 switch {{ > 0.75{suffix} => $1, < -0.5{suffix} => $2, _ => $3 }})";
            return Node.Expression("switch-expression-real", type, bound, template, Real(type, 1), a, b, c);
        }
        string arms = random.Chance(0.5) ? "0 => $1, 1 or 3 => $2, _ => $3" : "> 1 => $1, 0 when $4 => $2, _ => $3";
        Node condition = Bool(1);
        return Node.Expression("switch-expression-int", type, bound, "(($0 & 3) switch { " + arms + " })", Int(depth), a, b, c, condition);
    }

    private Node AssignInside(string type, int depth)
    {
        List<Variable> targets = _scope.Writable(v => v.Type == type && v.Bound <= 4);
        if (targets.Count == 0)
            return RealLeaf(type);
        Variable target = random.Pick(targets);
        string one = type == "float" ? "0.5f" : "0.5";
        switch (random.Below(5))
        {
            case 0:
                Node factor = Tamed(Real(type, depth), 1);
                return Node.Expression("assign-inside", type, 4, $"({target.Name} *= $0)", factor);
            case 1 when _multiplicity == 1:
                string form = random.Pick<string>([$"{target.Name}++", $"++{target.Name}", $"{target.Name}--", $"--{target.Name}"]);
                return Node.Expression("increment-inside", type, 5, $"({form})");
            case 2 when _multiplicity == 1:
                return Node.Expression("assign-inside", type, 6, $"({target.Name} -= $0)", Tamed(Real(type, depth), 2));
            case 3:
                return Node.Expression("assign-inside", type, 8, $"({target.Name} + ({target.Name} = $0))", Tamed(Real(type, depth), 4));
            default:
                Node value = Tamed(Real(type, depth), 4);
                return Node.Expression("assign-inside", type, 4, $"({target.Name} = {one} * $0)", value);
        }
    }

    private Node StopGradient(string type, int depth)
    {
        Node operand = Real(type, depth);
        return Node.Expression("stop-gradient", type, operand.Bound, "Diff.StopGradient($0)", operand);
    }

    private Node Conversion(string type, int depth)
    {
        if (!context.Float)
            return Arithmetic(type, depth);
        if (type == "double")
        {
            Node single = Real("float", depth);
            string template = random.Chance(0.5) ? "(double)($0)" : "(1.0 * $0)";
            return Node.Expression("widen", type, single.Bound, template, single);
        }
        Node wide = Tamed(Real("double", depth), 4);
        return Node.Expression("narrow", type, wide.Bound, "((float)($0))", wide);
    }

    private Node IntAsReal(string type, int depth)
    {
        string scale = type == "float" ? "0.25f" : "0.25";
        Node value = Int(Math.Min(depth, 2));
        return random.Chance(0.3)
            ? Node.Expression("int-cast", type, 2, $"(({type})($0 & 7) / 4)", value)
            : Node.Expression("int-as-real", type, 2, $"({scale} * ($0 & 7))", value);
    }
}
