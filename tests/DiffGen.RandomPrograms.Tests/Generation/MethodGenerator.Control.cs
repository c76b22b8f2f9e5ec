using System;
using System.Collections.Generic;
using System.Text;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    private Node If()
    {
        Node condition = Bool(2);
        return random.Below(4) switch
        {
            0 => Node.Statement("if", "if ($0)\n$1", condition, Block(random.Between(1, 3))),
            1 => Node.Statement("if-else-if", "if ($0)\n$1\nelse if ($2)\n$3\nelse\n$4", condition, Block(2), Bool(1), Block(2), Block(2)),
            _ => Node.Statement("if-else", "if ($0)\n$1\nelse\n$2", condition, Block(random.Between(1, 3)), Block(random.Between(1, 3))),
        };
    }

    /// <summary>Whatever leaves the body runs the cleanup, which itself goes straight to its end.</summary>
    private Node TryFinally()
    {
        Node body = Block(random.Between(1, 4));
        _inFinally = true;
        Node cleanup = Block(random.Between(1, 2));
        _inFinally = false;
        return Node.Statement("try-finally", "try\n$0\nfinally\n$1", body, cleanup);
    }

    private Node Switch()
    {
        bool outer = _inSwitch;
        _inSwitch = true;
        int sections = random.Between(2, 3);
        var text = new StringBuilder("switch ($0 & 3)\n{\n");
        var children = new List<Node> { Int(2) };
        bool fallsThrough = false;
        for (int i = 0; i < sections; i++)
        {
            string guard = "";
            if (random.Chance(0.15))
            {
                guard = $" when ${children.Count}";
                children.Add(Bool(1));
            }
            text.Append($"case {i}{guard}:\n${children.Count}\n");
            children.Add(Block(random.Between(1, 2)));
            if (guard.Length == 0 && i + 1 < sections && random.Chance(0.4))
            {
                // The next section may have a guard, to which no one can jump.
                string jump = random.Chance(0.7) ? "default" : "case 3";
                text.Append($"goto {jump};\n");
                fallsThrough = true;
            }
            else
            {
                text.Append("break;\n");
            }
        }
        text.Append($"case 3:\n${children.Count}\n{random.Pick<string>(["break", "goto default"])};\n");
        children.Add(Block(1));
        text.Append($"default:\n${children.Count}\nbreak;\n}}");
        children.Add(Block(1));
        _inSwitch = outer;
        return Node.Statement(fallsThrough ? "switch-goto-case" : "switch", text.ToString(), [.. children]);
    }

    private Node Loop()
    {
        int floor = _scope.WriteFloor;
        int mark = _scope.Count;
        bool independent = random.Chance(0.3);
        if (independent)
            _scope.WriteFloor = _scope.Count;
        bool outerSwitch = _inSwitch;
        _inSwitch = false;
        string? label = random.Chance(0.2) && !independent ? Fresh("Done") : null;
        if (label is not null)
            _labels.Add(label);
        Node loop = PlainLoop();
        if (label is not null)
        {
            _labels.Remove(label);
            loop = Node.Statement("label", $"$0\n{label}: ;", loop);
        }
        _inSwitch = outerSwitch;
        _scope.WriteFloor = floor;
        _scope.CutTo(mark);
        return independent ? Node.Statement("independent-loop", "$0", loop) : loop;
    }

    private Node PlainLoop()
    {
        int trips = context.Long && _multiplicity == 1 ? random.Between(9, 24) : random.Between(2, _multiplicity > 30 ? 3 : 6);
        string name = Fresh("i");
        List<Variable> lines = _scope.Where(v => v.IsLine);
        List<Variable> tables = _scope.Where(v => v.IsTable || v.IsJagged);
        if (tables.Count > 0 && random.Chance(0.25))
        {
            Variable table = random.Pick(tables);
            string rows = table.IsTable ? $"{table.Name}.GetLength({random.Below(2)})" : table.Name + ".Length";
            return Counting("for-rows", $"for (int {name} = 0; {name} < {rows}; {name}++)\n$0",
                new Variable(name, "int") { CountsOver = table, Writable = false }, 5, null);
        }
        switch (random.Below(13))
        {
            case 0 or 1 when lines.Count > 0:
                Variable over = random.Pick(lines);
                return Counting("for-length", $"for (int {name} = 0; {name} < {over.Name}.Length; {name}++)\n$0",
                    new Variable(name, "int") { CountsOver = over, Writable = false }, context.Long ? Math.Max(6, over.Length ?? over.MinLength) : 6, null);
            case 2:
                return Counting("for-down", $"for (int {name} = $1 - 1; {name} >= 0; {name}--)\n$0", Counter(name, trips), trips, trips);
            case 3:
                return Counting("for-step", $"for (int {name} = 0; {name} < $1; {name} += 2)\n$0", Counter(name, trips), (trips + 1) / 2, trips);
            case 4:
                return Counting("for-bound", $"for (int {name} = 0; {name} < Math.Min($1, $2 & 7); {name}++)\n$0", Counter(name, trips), trips, trips, Int(2));
            case 5:
                return Counting("while", $"int {name} = 0;\nwhile ({name} < $1 && $2)\n{{\n{name}++;\n$0\n}}", WhileCounter(name), trips, trips, Bool(2));
            case 6:
                return Counting("do", $"int {name} = 0;\ndo\n{{\n{name}++;\n$0\n}}\nwhile ({name} < $1 && $2);", WhileCounter(name), trips, trips, Bool(2));
            case 7:
                return RealInduction(name);
            case 8 or 9 when lines.Count > 0:
                return ForEach(random.Pick(lines), name);
            case 10:
                return Counting("while-post", $"int {name} = $1;\nwhile ({name}-- > 0)\n$0", Counter(name, trips), trips, trips);
            default:
                return Counting("for-up", $"for (int {name} = 0; {name} < $1; {name}++)\n$0", Counter(name, trips), trips, trips);
        }
    }

    private static Variable Counter(string name, int trips) => new(name, "int") { Trips = trips, Writable = false };

    private static Variable WhileCounter(string name) => new(name, "int") { Writable = false };

    private Node Counting(string production, string template, Variable counter, int trips, int? literal, params Node[] more)
    {
        int mark = _scope.Count;
        Declare(counter);
        Node body = LoopBody(trips);
        _scope.CutTo(mark);
        List<Node> children = [body];
        if (literal is { } value)
            children.Add(IntLiteral(value));
        children.AddRange(more);
        return Node.Statement(production, template, [.. children]);
    }

    /// <summary>A loop over a real variable whose start and step carry derivatives.</summary>
    private Node RealInduction(string name)
    {
        string counter = Fresh("k");
        int mark = _scope.Count;
        Node start = Tamed(Real("double", 2), 1);
        Node step = Tamed(Real("double", 1), 1);
        Declare(new Variable(name, "double") { Writable = false });
        Node body = LoopBody(6);
        _scope.CutTo(mark);
        string template = $"int {counter} = 0;\nfor (double {name} = $1; {name} < 2.5 && {counter} < 6; {name} += 0.75 + 0.25 * $2, {counter}++)\n$0";
        return Node.Statement("for-real", template, body, start, step);
    }

    private Node ForEach(Variable over, string name)
    {
        int mark = _scope.Count;
        Declare(new Variable(name, over.Element) { Writable = false, Bound = over.Bound });
        Node body = LoopBody(6);
        _scope.CutTo(mark);
        return Node.Statement("foreach", $"foreach ({(random.Chance(0.5) ? "var" : over.Element)} {name} in {over.Name})\n$0", body);
    }

    private Node LoopBody(int trips)
    {
        long outer = _multiplicity;
        _multiplicity *= trips;
        _loops++;
        Node body = Block(random.Between(1, 4));
        _loops--;
        _multiplicity = outer;
        return body;
    }

    /// <summary>Leaves a loop, a switch, several loops at once, or the method, most often under a condition.</summary>
    private void AddExit(List<Node> nodes)
    {
        var exits = new List<Node>();
        if (_loops > 0 || _inSwitch)
            exits.Add(Node.Statement("break", "break;"));
        if (_loops > 0)
            exits.Add(Node.Statement("continue", "continue;"));
        foreach (string label in _labels)
            exits.Add(Node.Statement("goto", $"goto {label};"));
        if (exits.Count == 0 || random.Chance(0.3) && _scope.WriteFloor == 0)
            exits = [Return()];
        Node exit = random.Pick(exits);
        if (random.Chance(0.4))
            exit = Node.Statement("exit-block", "{\n$0\n$1\n}", AssignScalar() ?? Node.Statement("empty", ";"), exit);
        nodes.Add(random.Chance(0.8)
            ? Node.Statement("if-exit", "if ($0)\n$1", Bool(2), exit)
            : Node.Statement("if-exit-else", "if ($0)\n$1\nelse\n$2", Bool(2), exit, Block(1)));
    }
}
