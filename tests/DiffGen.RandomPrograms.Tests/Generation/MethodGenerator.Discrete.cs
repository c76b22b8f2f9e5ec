using System;
using System.Collections.Generic;
using System.Globalization;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    private int _elementDepth;

    private Node IntLiteral(int value) => Node.Expression("int-literal", "int", 0, value.ToString(CultureInfo.InvariantCulture));

    private static Node IntExpression(string production, string template, params Node[] children)
        => Node.Expression(production, "int", 0, template, children);

    private Node IntLeaf()
    {
        List<Variable> ints = _scope.Where(v => v.Type == "int");
        if (ints.Count == 0 && random.Chance(0.3))
            return IntExpression("int-conditional", "($0 ? $1 : $2)", Comparison(0), IntLiteral(random.Between(0, 3)), IntLiteral(random.Between(0, 3)));
        return ints.Count == 0 || random.Chance(0.15)
            ? IntLiteral(random.Between(0, 5))
            : IntExpression("int-variable", random.Pick(ints).Name);
    }

    private Node Int(int depth)
    {
        if (depth <= 0 || random.Chance(0.25))
            return IntLeaf();
        depth--;
        switch (random.Below(13))
        {
            case 0:
                return IntExpression("int-add", "($0 + $1)", Int(depth), Int(depth));
            case 1:
                return IntExpression("int-subtract", "($0 - $1)", Int(depth), Int(depth));
            case 2:
                return IntExpression("int-multiply", "($0 & 7) * $1", Int(depth), IntLiteral(random.Between(2, 3)));
            case 3:
                return IntExpression("int-divide", "($0) / 2", Int(depth));
            case 4:
                return IntExpression("int-remainder", "($0) % 3", Int(depth));
            case 5:
                return IntExpression("int-shift", random.Chance(0.5) ? "(($0 & 3) << 1)" : "(($0) >> 1)", Int(depth));
            case 6:
                return IntExpression("int-bits", random.Pick<string>(["($0 ^ $1)", "($0 | $1)", "($0 & $1)"]), Int(depth), Int(depth));
            case 7:
                return IntExpression("int-conditional", "($0 ? $1 : $2)", Bool(depth), Int(depth), Int(depth));
            case 8:
                return IntExpression("int-cast-stopped", "(int)Diff.StopGradient($0)", Tamed(Real("double", depth), 10));
            case 9:
                return IntExpression("int-math", random.Pick<string>(["Math.Max($0, $1)", "Math.Min($0, $1)", "Math.Abs($0 - $1)"]), Int(depth), Int(depth));
            case 10 when _scope.Where(v => v.IsLine) is { Count: > 0 } lines:
                return IntExpression("length", random.Pick(lines).Name + ".Length");
            case 11 or 12 when _scope.Writable(v => v.Type == "int") is { Count: > 0 } targets:
                string name = random.Pick(targets).Name;
                return random.Chance(0.6)
                    ? IntExpression("int-increment-inside", random.Pick<string>([$"{name}++", $"++{name}", $"{name}--"]))
                    : Node.Expression("assign-inside", "int", 0, $"({name} = $0 & 7)", Int(depth));
            default:
                return IntLeaf();
        }
    }

    private Node Bool(int depth)
    {
        static Node Make(string production, string template, params Node[] children) => Node.Expression(production, "bool", 0, template, children);

        string comparison = random.Pick<string>(Comparisons);
        if (depth > 0)
        {
            switch (random.Below(10))
            {
                case 0:
                    return Make("and", "($0 && $1)", Bool(depth - 1), Bool(depth - 1));
                case 1:
                    return Make("or", "($0 || $1)", Bool(depth - 1), Bool(depth - 1));
                case 2:
                    return Make("not", "!($0)", Bool(depth - 1));
                case 3:
                    return Make("pattern-real", random.Pick<string>(["($0 is > -0.5 and < 0.75)", "($0 is < 0.25 or > 1.5)"]), Real("double", depth - 1));
                case 4 when _scope.Writable(v => v.Type == "double" && v.Bound <= 4) is { Count: > 0 } targets:
                    string target = random.Pick(targets).Name;
                    return Make("assign-in-condition", $"({target} = $0) {comparison} $1", Tamed(Real("double", depth - 1), 4), Real("double", 0));
            }
        }
        List<Variable> bools = _scope.Where(v => v.Type == "bool");
        if (bools.Count > 0 && random.Chance(0.3))
            return Make("bool-variable", random.Pick(bools).Name);
        if (random.Chance(0.35) && _scope.Where(v => v.Type == "int").Count > 0)
        {
            string equality = random.Pick<string>(["==", "!=", comparison]);
            return Make("compare-int", $"(($0) % {random.Between(2, 4)}) {equality} $1", Int(depth), IntLiteral(random.Between(0, 2)));
        }
        return Comparison(depth);
    }

    private static readonly string[] Comparisons = ["<", ">", "<=", ">="];

    private Node Comparison(int depth)
    {
        Node left = Real("double", depth);
        Node right = random.Chance(0.5) ? Literal("double") : Real("double", depth - 1);
        if (left.ToString() == right.ToString())
            right = Literal("double");
        return Node.Expression("compare-real", "bool", 0, $"$0 {random.Pick<string>(Comparisons)} $1", left, right);
    }

    /// <summary>An index that is in range for every buffer of at least this length.</summary>
    private Node Index(Variable buffer)
    {
        int length = buffer.MinLength;
        string lengthText = buffer.Length is { } exact ? exact.ToString(CultureInfo.InvariantCulture)
            : buffer.IsLine ? buffer.Name + ".Length" : length.ToString(CultureInfo.InvariantCulture);
        List<Variable> counters = _scope.Where(v => v.IsCounter && (v.CountsOver == buffer || v.Trips > 0 && v.Trips <= length));
        if (counters.Count > 0 && random.Chance(0.6))
        {
            string counter = random.Pick(counters).Name;
            return random.Below(6) switch
            {
                0 => IntExpression("index-reversed", $"{lengthText} - 1 - {counter}"),
                1 => IntExpression("index-affine", $"({counter} * 3 + 1) % {lengthText}"),
                _ => IntExpression("index-counter", counter),
            };
        }
        // An index may hold an element, whose index may hold another: this must end.
        if (_elementDepth > 2)
            return IntLiteral(random.Below(length));
        switch (random.Below(8))
        {
            case 0 when buffer.IsLine:
                return IntExpression("index-from-end", "^" + random.Between(1, length).ToString(CultureInfo.InvariantCulture));
            case 1:
                return IntExpression("index-wrapped", $"($0 & 7) % {lengthText}", Int(2));
            case 2:
                return IntExpression("index-data-dependent", "$0 ? 1 : 0", Bool(1));
            case 3:
                return IntExpression("index-modulo", $"(($0 % {lengthText}) + {lengthText}) % {lengthText}", IntLeaf());
            default:
                return IntLiteral(random.Below(length));
        }
    }

    private Node Element(Variable buffer)
    {
        _elementDepth++;
        string name = buffer.Name;
        Node element = buffer.IsTable ? Node.Expression("element-table", buffer.Element, buffer.Bound, name + "[$0, $1]", Index(buffer), Index(buffer))
            : buffer.IsJagged ? Node.Expression("element-jagged", buffer.Element, buffer.Bound, name + "[$0][$1]", Index(buffer), Index(buffer))
            : Node.Expression("element", buffer.Element, buffer.Bound, name + "[$0]", Index(buffer));
        _elementDepth--;
        return element;
    }
}
