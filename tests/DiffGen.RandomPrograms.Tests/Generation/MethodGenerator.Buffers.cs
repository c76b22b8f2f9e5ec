using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

internal sealed partial class MethodGenerator
{
    private void DeclareBuffer(List<Node> nodes)
    {
        string element = context.Float && random.Chance(0.3) ? "float" : context.Composites && random.Chance(0.25) ? "Pair" : "double";
        int length = context.Long && _multiplicity == 1 ? random.Between(9, 24) : random.Between(2, 5);
        string name = Fresh("b");
        string size = Number(length);
        switch (random.Below(8))
        {
            case 0 when element != "Pair" && _multiplicity <= 40:
                AddBuffer(nodes, "stackalloc", $"Span<{element}> {name} = stackalloc {element}[{size}];", name, $"Span<{element}>", length, onStack: true);
                break;
            case 1:
                AddBuffer(nodes, "span-over-new", $"Span<{element}> {name} = new {element}[{size}];", name, $"Span<{element}>", length);
                break;
            case 2 or 3:
                int count = random.Between(2, 4);
                Node[] items = [.. Enumerable.Range(0, count).Select(_ => ValueOf(element, 2))];
                string list = string.Join(", ", Enumerable.Range(0, count).Select(i => "$" + i));
                string form = random.Chance(0.5) ? $"[{list}]" : $"new {element}[] {{ {list} }}";
                AddBuffer(nodes, "array-items", $"{element}[] {name} = {form};", name, element + "[]", count, false, items);
                break;
            case 4 when element != "Pair":
                AddBuffer(nodes, "new-table", $"{element}[,] {name} = new {element}[{size}, {size}];", name, element + "[,]", length);
                break;
            case 5 when element != "Pair":
                string row = Fresh("r");
                string fill = $"for (int {row} = 0; {row} < {size}; {row}++)\n{name}[{row}] = new {element}[{size}];";
                AddBuffer(nodes, "new-jagged", $"{element}[][] {name} = new {element}[{size}][];\n{fill}", name, element + "[][]", length);
                break;
            default:
                AddBuffer(nodes, "new-array", $"{element}[] {name} = new {element}[{size}];", name, element + "[]", length);
                break;
        }
        if (nodes[^1].Production != "array-items" && random.Chance(0.7))
            nodes.Add(FillLoop(name, nodes[^1].Production, element, length));
    }

    /// <summary>Gives a fresh buffer its values.</summary>
    public Node FillLoop(string name, string production, string element, int length)
    {
        int mark = _scope.Count;
        string i = Fresh("i");
        string j = Fresh("j");
        Declare(Counter(i, length));
        bool square = production is "new-table" or "new-jagged";
        if (square)
            Declare(Counter(j, length));
        Node value = ValueOf(element, 2);
        Cost += _multiplicity * length;
        _scope.CutTo(mark);
        string header = $"for (int {i} = 0; {i} < {Number(length)}; {i}++)\n";
        return production switch
        {
            "new-table" => Node.Statement("fill-table", header + $"for (int {j} = 0; {j} < {Number(length)}; {j}++)\n{name}[{i}, {j}] = $0;", value),
            "new-jagged" => Node.Statement("fill-jagged", header + $"for (int {j} = 0; {j} < {Number(length)}; {j}++)\n{name}[{i}][{j}] = $0;", value),
            _ => Node.Statement("fill-loop", header + $"{name}[{i}] = $0;", value),
        };
    }

    private void AddBuffer(List<Node> nodes, string production, string template, string name, string type, int length, bool onStack = false, params Node[] items)
    {
        nodes.Add(Node.Statement(production, template, items));
        Declare(new Variable(name, type) { Length = length, MinLength = length, OnStack = onStack });
    }

    /// <summary>Views, reference swaps, ref locals, bulk operations. False where nothing fits.</summary>
    private bool AddBufferOperation(List<Node> nodes)
    {
        List<Variable> lines = _scope.Writable(v => v.IsLine && !v.IsReadOnlySpan && v.Element is "double" or "float");
        lines.RemoveAll(v => !v.IsLine || v.IsReadOnlySpan);
        if (lines.Count == 0)
            return false;
        Variable line = random.Pick(lines);
        if (random.Chance(0.15) && AddRow(nodes))
            return true;
        switch (random.Below(8))
        {
            case 0 when line.MinLength >= 3:
                return AddView(nodes, line);
            case 1:
                return AddSwap(nodes, lines, line);
            case 2 or 3:
                return AddRefLocal(nodes, line);
            case 4:
                string clear = line.IsArray ? $"Array.Clear({line.Name});" : line.Name + ".Clear();";
                nodes.Add(Node.Statement("clear", clear));
                return true;
            case 5:
                string fill = line.IsArray ? $"Array.Fill({line.Name}, $0);" : line.Name + ".Fill($0);";
                nodes.Add(Node.Statement("fill", fill, Tamed(Real(line.Element, 2), 4)));
                return true;
            case 6:
                return AddCopy(nodes, line);
            default:
                return AddAlias(nodes, line);
        }
    }

    private bool AddView(List<Node> nodes, Variable line)
    {
        string name = Fresh("view");
        int start = random.Between(0, line.MinLength - 2);
        string span = line.IsArray ? line.Name + ".AsSpan()" : line.Name;
        string form = random.Below(3) switch
        {
            0 => $"{span}[{start}..]",
            1 when line.IsArray => $"{line.Name}.AsSpan({start}, 2)",
            _ => $"{span}.Slice({start}, 2)",
        };
        string type = random.Chance(0.7) ? $"Span<{line.Element}>" : $"ReadOnlySpan<{line.Element}>";
        nodes.Add(Node.Statement("view", $"{type} {name} = {form};"));
        Declare(new Variable(name, type) { MinLength = 2, AliasClass = line.AliasClass, OnStack = line.OnStack, Writable = !type.StartsWith('R') });
        return true;
    }

    private bool AddAlias(List<Node> nodes, Variable line)
    {
        string name = Fresh("alias");
        string type = line.IsArray && random.Chance(0.5) ? $"Span<{line.Element}>" : line.Type;
        nodes.Add(Node.Statement("alias", $"{type} {name} = {line.Name};"));
        Declare(new Variable(name, type) { MinLength = line.MinLength, Length = line.Length, AliasClass = line.AliasClass, OnStack = line.OnStack });
        return true;
    }

    private bool AddSwap(List<Node> nodes, List<Variable> lines, Variable line)
    {
        List<Variable> partners = [.. lines.Where(v => v != line && v.Type == line.Type && !v.OnStack && v.Length == line.Length && v.Length is not null && v.AliasClass != line.AliasClass)];
        if (partners.Count == 0 || line.OnStack)
            return false;
        Variable partner = random.Pick(partners);
        _scope.MergeAliases(line, partner);
        if (random.Chance(0.5) && line.IsArray)
        {
            nodes.Add(Node.Statement("swap-references", $"({line.Name}, {partner.Name}) = ({partner.Name}, {line.Name});"));
            return true;
        }
        string spare = Fresh("spare");
        nodes.Add(Node.Statement("swap-references", $"var {spare} = {line.Name};\n{line.Name} = {partner.Name};\n{partner.Name} = {spare};"));
        return true;
    }

    private bool AddRefLocal(List<Node> nodes, Variable line)
    {
        string name = Fresh("slot");
        nodes.Add(Node.Statement("ref-local", $"ref {line.Element} {name} = ref {line.Name}[$0];", Index(line)));
        Declare(new Variable(name, line.Element) { AliasClass = line.AliasClass });
        return true;
    }

    private bool AddCopy(List<Node> nodes, Variable line)
    {
        List<Variable> sources = _scope.Where(v => v.IsLine && v.Element == line.Element && v.AliasClass != line.AliasClass
            && v.Length is { } length && length <= line.MinLength);
        if (sources.Count == 0)
            return false;
        Variable source = random.Pick(sources);
        string copy = source.IsArray && line.IsArray ? $"{source.Name}.CopyTo({line.Name}, 0);" : $"{source.Name}.CopyTo({line.Name});";
        nodes.Add(Node.Statement("copy-to", copy));
        return true;
    }

    private bool AddRow(List<Node> nodes)
    {
        List<Variable> tables = _scope.Writable(v => v.IsJagged);
        if (tables.Count == 0)
            return false;
        Variable table = random.Pick(tables);
        // The rows of a parameter stay where the caller put them: its derivative has rows of its own.
        if (random.Chance(0.3) && table.Name.StartsWith('b'))
        {
            nodes.Add(Node.Statement("swap-rows", $"({table.Name}[0], {table.Name}[1]) = ({table.Name}[1], {table.Name}[0]);"));
            return true;
        }
        string name = Fresh("row");
        nodes.Add(Node.Statement("row", $"{table.Element}[] {name} = {table.Name}[$0];", Index(table)));
        Declare(new Variable(name, table.Element + "[]") { MinLength = table.MinLength, Length = table.Length, AliasClass = table.AliasClass });
        return true;
    }
}
