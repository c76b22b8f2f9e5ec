using System;
using System.Collections.Generic;
using System.Globalization;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    private void AddStatement(List<Node> nodes)
    {
        _statementsLeft--;
        Cost += _multiplicity;
        bool deep = _nesting >= MaxNesting;
        switch (random.Weighted<int>([(60, 0), (deep ? 0 : 14, 1), (deep || _multiplicity > 200 ? 0 : 17, 2), (_inFinally ? 0 : _nesting > 0 ? 7 : 1, 3), (_inFinally ? 0 : 2, 4), (deep ? 0 : 2, 5), (deep || _inFinally ? 0 : 4, 6)]))
        {
            case 0:
                AddSimpleStatement(nodes);
                break;
            case 1:
                nodes.Add(random.Chance(0.75) ? If() : Switch());
                break;
            case 2:
                nodes.Add(Loop());
                break;
            case 3:
                AddExit(nodes);
                break;
            case 4:
                nodes.Add(Guard());
                break;
            case 5:
                nodes.Add(Node.Statement("nested-block", "$0", Block(random.Between(1, 3))));
                break;
            case 6:
                nodes.Add(TryFinally());
                break;
        }
    }

    private void AddSimpleStatement(List<Node> nodes)
    {
        Node? node = null;
        switch (random.Weighted<int>([(_nesting > 0 ? 12 : 22, 0), (24, 1), (16, 2), (16, 3), (_inFinally ? 0 : _nesting > 1 ? 3 : 7, 4), (context.Composites ? 10 : 0, 5), (context.Composites ? 16 : 0, 6), (8, 7), (_inFinally ? 0 : 10, 8)]))
        {
            case 0:
                DeclareScalar(nodes);
                return;
            case 1:
                node = AssignScalar();
                break;
            case 2:
                node = AssignElement();
                break;
            case 3:
                node = Accumulate(nodes);
                break;
            case 4:
                DeclareBuffer(nodes);
                return;
            case 5:
                DeclareComposite(nodes);
                return;
            case 6:
                node = AssignComposite();
                break;
            case 7:
                node = CallStatement();
                break;
            case 8:
                if (AddBufferOperation(nodes))
                    return;
                break;
        }
        if (node is null)
            DeclareScalar(nodes);
        else
            nodes.Add(node);
    }

    private void DeclareScalar(List<Node> nodes)
    {
        switch (random.Below(10))
        {
            case 0:
                string count = Fresh("n");
                nodes.Add(Node.Statement("declare-int", $"int {count} = $0 & 7;", Int(2)));
                Declare(new Variable(count, "int"));
                return;
            case 1:
                string flag = Fresh("flag");
                nodes.Add(Node.Statement("declare-bool", $"bool {flag} = $0;", Bool(2)));
                Declare(new Variable(flag, "bool"));
                return;
            case 2:
                string constant = Fresh("Scale");
                nodes.Add(Node.Statement("declare-const", $"const double {constant} = $0;", Literal("double")));
                Declare(new Variable(constant, "double") { Writable = false, Bound = 2 });
                return;
            default:
                string type = context.Float && random.Chance(0.35) ? "float" : "double";
                string name = Fresh("x");
                string declared = !context.Float && random.Chance(0.2) ? "var" : type;
                nodes.Add(Node.Statement("declare-real", $"{declared} {name} = $0;", Tamed(Real(type, 3), 4)));
                Declare(new Variable(name, type));
                return;
        }
    }

    private Node? AssignScalar()
    {
        List<Variable> targets = _scope.Writable(v => v.Type is "double" or "float" or "int" or "bool");
        if (targets.Count == 0)
            return null;
        Variable target = random.Pick(targets);
        string name = target.Name;
        if (target.Type == "int")
        {
            return random.Below(3) switch
            {
                0 => Node.Statement("int-increment", name + random.Pick<string>(["++;", "--;"])),
                1 => Node.Statement("int-compound", $"{name} += $0 & 3;", Int(2)),
                _ => Node.Statement("int-assign", $"{name} = $0 & 7;", Int(2)),
            };
        }
        if (target.Type == "bool")
            return Node.Statement("bool-assign", name + random.Pick<string>([" = $0;", " |= $0;", " ^= $0;"]), Bool(2));
        switch (random.Below(9))
        {
            case 0:
                return Node.Statement("compound-multiply", $"{name} *= $0;", Tamed(Real(target.Type, 2), 1));
            case 1:
                Node divisor = Tamed(Real(target.Type, 2), 1);
                return Node.Statement("compound-divide", $"{name} /= {MathFunctions.For(target.Type, "{2.25}")} + $0;", divisor);
            case 2:
                return Node.Statement("compound-remainder", $"{name} %= {MathFunctions.For(target.Type, "{2.75}")};");
            case 3 when _multiplicity <= 2:
                return Node.Statement("compound-add", $"{name} {random.Pick<string>(["+=", "-="])} $0;", Tamed(Real(target.Type, 3), 2));
            case 4 when _multiplicity <= 2:
                return Node.Statement("increment", random.Pick<string>([$"{name}++;", $"--{name};"]));
            case 5 or 6 when _multiplicity > 4:
                string half = MathFunctions.For(target.Type, "{0.5}");
                return Node.Statement("assign-recurrence", $"{name} = {half} * {name} + $0;", Tamed(Real(target.Type, 3), 2));
            default:
                return Node.Statement("assign", $"{name} = $0;", Tamed(Real(target.Type, 4), 4));
        }
    }

    /// <summary>Adds into an accumulator, which is declared outside loops when there is none.</summary>
    private Node? Accumulate(List<Node> nodes)
    {
        string type = context.Float && random.Chance(0.3) ? "float" : "double";
        List<Variable> buffers = _scope.Where(v => v.IsBuffer && v.Writable && !v.IsReadOnlySpan && v.Element == type);
        if (buffers.Count > 0 && _multiplicity <= 40 && random.Chance(0.2))
        {
            Node sum = Tamed(Real(type, 3), 1);
            return Node.Statement("accumulate-element", $"$0 += {MathFunctions.For(type, "{0.125}")} * ($1);", Element(random.Pick(buffers)), sum);
        }
        List<Variable> accumulators = _scope.Accumulators(type);
        if (accumulators.Count == 0 || _multiplicity == 1 && random.Chance(0.2))
        {
            string name = Fresh("sum");
            nodes.Add(Node.Statement("declare-accumulator", $"{type} {name} = $0;", random.Chance(0.7) ? Literal(type) : Tamed(Real(type, 2), 4)));
            Declare(new Variable(name, type) { Accumulator = true, Bound = 4000 });
            return _nesting == 0 && random.Chance(0.5) ? Node.Statement("accumulate", $"{name} += $0;", Tamed(Real(type, 3), 4)) : null;
        }
        string target = random.Pick(accumulators).Name;
        return Node.Statement("accumulate", $"{target} {(random.Chance(0.85) ? "+=" : "-=")} $0;", Tamed(Real(type, 4), 4));
    }

    private Node? AssignElement()
    {
        List<Variable> buffers = _scope.Writable(v => v.IsBuffer && !v.IsReadOnlySpan && v.Element is "double" or "float");
        buffers.RemoveAll(v => !v.IsBuffer || v.IsReadOnlySpan);
        if (buffers.Count == 0)
            return null;
        Variable buffer = random.Pick(buffers);
        Node element = Element(buffer);
        string type = buffer.Element;
        switch (random.Below(6))
        {
            case 0:
                return Node.Statement("element-multiply", "$0 *= $1;", element, Tamed(Real(type, 2), 1));
            case 1:
                string half = MathFunctions.For(type, "{0.5}");
                return Node.Statement("element-recurrence", $"$0 = {half} * $1 + $2;", element, Element(buffer), Tamed(Real(type, 3), 2));
            case 2 or 3 when _multiplicity <= 8:
                return Node.Statement("element-add", "$0 " + random.Pick<string>(["+=", "-="]) + " $1;", element, Tamed(Real(type, 3), 1));
            case 4 when _multiplicity <= 2:
                return Node.Statement("element-increment", random.Pick<string>(["$0++;", "--$0;"]), element);
            default:
                return Node.Statement("element-assign", "$0 = $1;", element, Tamed(Real(type, 4), 4));
        }
    }

    private Node Guard()
    {
        List<Variable> lines = _scope.Where(v => v.IsLine);
        if (lines.Count > 0 && random.Chance(0.4))
        {
            string name = random.Pick(lines).Name;
            return Node.Statement("guard-length", $"if ({name}.Length < 2)\nthrow new ArgumentException(\"too short\", \"{name}\");");
        }
        return random.Chance(0.5)
            ? Node.Statement("guard-value", "if (!(Math.Abs($0) < 1e12))\nthrow new InvalidOperationException(\"not finite\");", Real("double", 1))
            : Node.Statement("guard-value", "if (double.IsNaN($0))\n{\nthrow new ArgumentOutOfRangeException();\n}", Real("double", 1));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
