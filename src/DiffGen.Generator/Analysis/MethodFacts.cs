using System.Collections.Generic;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>Where a value is defined. <see cref="Op"/> is null for parameters of the method or of a region.</summary>
internal readonly record struct Definition(Op? Op, RegionNode Node, int Position);

/// <summary>A write to memory: by which operation, through which class, where.</summary>
internal readonly record struct MemoryWrite(Op Op, int Class, RegionNode Node, int Position);

/// <summary>Facts about one region tree: definitions, positions in execution order, uses, classes of memory and who writes them.</summary>
internal sealed class MethodFacts
{
    private readonly Dictionary<int, Definition> _definitions = new();
    private readonly Dictionary<Op, int> _positions = new(ReferenceComparer<Op>.Instance);
    private readonly Dictionary<Op, RegionNode> _nodes = new(ReferenceComparer<Op>.Instance);
    private readonly Dictionary<Region, RegionNode> _regions = new(ReferenceComparer<Region>.Instance);
    private readonly Dictionary<int, int> _useCounts = new();
    private readonly Dictionary<int, List<MemoryWrite>> _writes = new();
    private int _position;

    public MethodFacts(IReadOnlyList<IrValue> parameters, Region body, CallEffects effects)
    {
        Parameters = parameters;
        Effects = effects;
        Aliases = new AliasClasses(parameters, body);
        Root = new RegionNode(body, null, null);
        foreach (var parameter in parameters)
            _definitions[parameter.Id] = new(null, Root, 0);
        Visit(Root);
    }

    public IReadOnlyList<IrValue> Parameters { get; }

    public CallEffects Effects { get; }

    public AliasClasses Aliases { get; }

    public RegionNode Root { get; }

    public bool IsDefined(IrValue value) => _definitions.ContainsKey(value.Id);

    public Definition DefinitionOf(IrValue value) => _definitions[value.Id];

    /// <summary>The operation that defines a value, or null for parameters.</summary>
    public Op? OpOf(IrValue value) => _definitions.TryGetValue(value.Id, out var definition) ? definition.Op : null;

    public int PositionOf(Op op) => _positions[op];

    public RegionNode NodeOf(Op op) => _nodes[op];

    public RegionNode NodeOf(Region region) => _regions[region];

    public int UseCount(IrValue value) => _useCounts.TryGetValue(value.Id, out int count) ? count : 0;

    /// <summary>The literal that a value is, or null.</summary>
    public Constant? ConstantOf(IrValue value) => OpOf(value) is ConstantOp constant ? constant.Value : null;

    public IReadOnlyList<MemoryWrite> WritesTo(int memoryClass) => _writes.TryGetValue(memoryClass, out var writes) ? writes : [];

    /// <summary>
    /// Whether memory of a class, read at <paramref name="position"/> in <paramref name="node"/>, still holds the same when
    /// <paramref name="within"/> has run to its end: no write stands later in it, nor earlier in a loop that both share.
    /// </summary>
    /// <param name="path">The field that is read.</param>
    public bool IsStableAfter(int memoryClass, EquatableArray<string> path, int position, RegionNode node, RegionNode within)
    {
        foreach (var write in WritesTo(memoryClass))
        {
            if (!write.Node.IsWithin(within) || write.Op is StoreOp store && !ElementPaths.Meet(store.Path, path))
                continue;
            if (write.Position > position || ShareLoop(write.Node, node, within))
                return false;
        }
        return true;
    }

    private static bool ShareLoop(RegionNode a, RegionNode b, RegionNode within)
    {
        for (RegionNode? loop = a.Loop; loop is not null && loop != within && loop.IsWithin(within); loop = loop.Parent?.Loop)
        {
            if (b.IsWithin(loop))
                return true;
        }
        return false;
    }

    private void Visit(RegionNode node)
    {
        _regions[node.Region] = node;
        node.Start = _position++;
        foreach (var parameter in node.Region.Parameters)
            _definitions[parameter.Id] = new(null, node, node.Start);
        foreach (var op in node.Region.Ops)
        {
            int position = _position++;
            _positions[op] = position;
            _nodes[op] = node;
            foreach (var operand in OpShape.Operands(op))
                CountUse(operand);
            foreach (var region in OpShape.Regions(op))
            {
                var child = new RegionNode(region, op, node);
                node.Children.Add(child);
                if (op is ForOp loop)
                    _definitions[loop.Induction.Id] = new(null, child, position);
                Visit(child);
            }
            foreach (var reference in Effects.Written(op))
                AddWrite(op, reference, node, position);
            foreach (var result in OpShape.Results(op))
                _definitions[result.Id] = new(op, node, position);
        }
        foreach (var operand in OpShape.Operands(node.Region.End))
            CountUse(operand);
        node.End = _position++;
    }

    private void CountUse(IrValue value) => _useCounts[value.Id] = UseCount(value) + 1;

    private void AddWrite(Op op, IrValue reference, RegionNode node, int position)
    {
        int id = Aliases.ClassOf(reference);
        // A callee or foreign code may write the rows behind a jagged array too; a store through a reference writes that memory alone.
        bool deep = op is CallOp or ForeignOp or FillOp { Buffer.Type: BufferType { IsObject: true } };
        if (op is CallOp && Aliases.HasRows(id) && !Effects.MayExchangeRows(op, reference))
            id = Aliases.RowsOf(id);
        while (true)
        {
            if (!_writes.TryGetValue(id, out var writes))
                _writes[id] = writes = new();
            writes.Add(new(op, id, node, position));
            if (!deep || !Aliases.HasRows(id))
                return;
            id = Aliases.RowsOf(id);
        }
    }
}
