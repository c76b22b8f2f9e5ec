using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>The locals of a body: which values each holds, where it is declared, and what it is called.</summary>
internal sealed class VariableTable
{
    private readonly BodyModel _model;
    private readonly NameAllocator _names;
    private readonly Dictionary<int, string> _slots = [];
    private readonly Dictionary<(RegionNode, int), List<Variable>> _declarations = [];

    public VariableTable(BodyModel model, NameAllocator names)
    {
        _model = model;
        _names = names;
        var graph = new FlowGraph(model);
        var variables = new List<(Variable Variable, List<ValueInfo> Values)>();
        foreach (List<ValueInfo> values in Coalescing.Run(model, graph))
            variables.Add((Make(values, graph), values));
        variables = [.. variables.OrderBy(v => v.Variable.Scope is null ? -1 : v.Variable.Scope.Depth).ThenBy(v => v.Variable.Index)];
        foreach (var (variable, values) in variables)
        {
            if (variable.Name.Length == 0 && values.FirstOrDefault(v => v.Value.Name.Length > 0) is { } named)
                variable.Name = names.Take(named.Value.Name, variable.Scope!.Scope);
        }
        foreach (RegionNode node in model.Root.All())
        {
            foreach (SlotOp op in node.Region.Ops.OfType<SlotOp>())
                _slots[op.Slot.Id] = names.Take(op.Slot.Name.Length > 0 ? op.Slot.Name : "saved", node.Scope);
        }
        var suggestions = new NameSuggestions(model);
        foreach (var (variable, values) in variables)
        {
            if (variable.Name.Length == 0)
                variable.Name = names.Take(suggestions.For(values), variable.Scope!.Scope);
        }
    }

    public string Slot(Slot slot) => _slots[slot.Id];

    /// <summary>Locals that have to be declared before the operation because it assigns them only in its regions.</summary>
    public IEnumerable<Variable> DeclaredBefore(RegionNode node, int index) =>
        _declarations.TryGetValue((node, index), out var list) ? list.Where(v => !v.IsDeclaredByAssignment) : [];

    /// <summary>A fresh local for one statement.</summary>
    public string Temporary(string wanted, RegionNode node) => _names.Take(wanted, node.Scope);

    private Variable Make(List<ValueInfo> values, FlowGraph graph)
    {
        var variable = new Variable(values[0].Value.Type);
        foreach (ValueInfo value in values)
            value.Variable = variable;
        if (values.FirstOrDefault(v => v.Bound is not null) is { } bound)
        {
            variable.Name = bound.Bound!;
            variable.IsDeclared = true;
            return variable;
        }
        if (values[0].IsInduction)
        {
            variable.Scope = values[0].Node;
            variable.Index = -1;
            return variable;
        }
        List<Occurrence> occurrences = [.. values.SelectMany(v => graph.Occurrences.TryGetValue(v, out var list) ? list : [])];
        Place place = occurrences.Count > 0 ? Place.Of(occurrences) : new Place(values[0].Node, values[0].Index, true);
        variable.Scope = place.Node;
        variable.Index = place.Index;
        variable.IsDeclaredByAssignment = place.IsDefinition;
        variable.IsMutable = occurrences.Count(o => o.IsDefinition) > 1;
        if (!_declarations.TryGetValue((place.Node, place.Index), out var declared))
            _declarations[(place.Node, place.Index)] = declared = [];
        declared.Add(variable);
        return variable;
    }
}
