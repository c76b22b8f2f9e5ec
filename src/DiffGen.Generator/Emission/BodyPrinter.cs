using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Prints IR as the C# that a person would have written: values become locals under the user's names, loop-carried values become variables
/// that are updated, expressions used once are written where they are used.
/// </summary>
internal sealed partial class BodyPrinter
{
    private readonly BodyContext _context;
    private readonly BodyModel _model;
    private readonly VariableTable _variables;
    private readonly StructPrinter _structs;
    private readonly ObjectMembers _objects;
    private readonly ExpressionPrinter _expressions;
    private readonly Jumps _jumps = new();
    private readonly bool _takesStack;
    private List<Statement> _statements = [];

    private BodyPrinter(Region body, BodyContext context)
    {
        _context = context;
        _takesStack = OpShape.AllOps(body).Any(op => op is AllocateOp { Storage: Storage.Stack });
        _model = new BodyModel(Ordering.Run(Straightening.Run(body)), context.Parameters.Select(p => p.Value));
        foreach (BodyParameter parameter in context.Parameters)
        {
            _model[parameter.Value].Bound = parameter.Expression;
            _model[parameter.Value].IsAssignable = parameter.IsAssignable;
            context.Names.Reserve(parameter.Expression);
        }
        if (context.Tape is { } tape)
            context.Names.Reserve(tape);
        Folding.Run(_model);
        _variables = new VariableTable(_model, context.Names);
        _structs = new StructPrinter(context.Accessors);
        _objects = new ObjectMembers(context.Accessors);
        _expressions = new ExpressionPrinter(_model, _variables, _structs, context.ProjectIsChecked);
    }

    /// <summary>Writes the statements of a body.</summary>
    public static void Print(Region body, BodyContext context, IndentedWriter writer)
    {
        var printer = new BodyPrinter(body, context);
        printer.KeepParameters();
        printer.Region(printer._model.Root, Tail.OfFunction);
        StatementWriter.Write(printer._statements, writer);
    }

    // What takes a call to read is read once.
    private void KeepParameters()
    {
        foreach (IrValue parameter in _model.Parameters)
        {
            ValueInfo info = _model[parameter];
            if (info.Uses < 2 || info.Bound!.IndexOf('(') < 0)
                continue;
            string name = _variables.Temporary(parameter.Name.Length > 0 ? parameter.Name : "field", _model.Root);
            Add($"{AbiTypes.TextOf(parameter.Type)} {name} = {info.Bound};");
            info.Bound = name;
        }
    }

    private void Add(string text, bool leaves = false) => _statements.Add(new SimpleStatement(text, leaves));

    private List<Statement> Statements(RegionNode node, Tail tail, int skip = -1)
    {
        var outer = _statements;
        _statements = [];
        Region(node, tail, skip);
        var inner = _statements;
        _statements = outer;
        return inner;
    }

    /// <param name="skip">An operation that the header of a loop says already.</param>
    private void Region(RegionNode node, Tail tail, int skip = -1)
    {
        bool endsQuietly = node.Region.End is Unreachable || (node.Region.End is Yield && !Moves(_model.Transfers(node)));
        int last = LastLive(node);
        for (int i = 0; i < node.End; i++)
        {
            Op op = node.Region.Ops[i];
            if (i == skip || !_model.IsLive(op))
                continue;
            foreach (Variable variable in _variables.DeclaredBefore(node, i))
                DeclareOnly(variable);
            Operation(node, i, op, i == last && endsQuietly ? tail : Tail.None);
        }
        foreach (Variable variable in _variables.DeclaredBefore(node, node.End))
            DeclareOnly(variable);
        Terminator(node, tail);
    }

    private int LastLive(RegionNode node)
    {
        for (int i = node.End - 1; i >= 0; i--)
        {
            if (_model.IsLive(node.Region.Ops[i]))
                return i;
        }
        return -1;
    }

    private void Operation(RegionNode node, int index, Op op, Tail tail)
    {
        switch (op)
        {
            case CommentOp o:
                _statements.Add(new CommentStatement(o.Text));
                break;
            case IfOp o when !node.Children(index)[0].IsExpression:
                If(node, index, o, tail);
                break;
            case BlockOp o:
                _jumps.Enter(o.Label, isLoop: false);
                Region(node.Children(index)[0], tail.WithBreak(o.Label));
                Leave();
                break;
            case ForOp o:
                For(node, index, o);
                break;
            case LoopOp o:
                Loop(node, index, o);
                break;
            case SlotOp o:
                // Like every local that is assigned later, a span here may be given memory of any lifetime.
                string lifetime = _takesStack && o.Slot.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan } ? "scoped " : "";
                Add($"{lifetime}{AbiTypes.TextOf(o.Slot.Type)} {_variables.Slot(o.Slot)} = {Zero(o.Slot.Type)};");
                break;
            case SetSlotOp o:
                Update(_variables.Slot(o.Slot), o.Value, v => IsRead(v, o.Slot));
                break;
            default:
                if (!Memory(op) && !Call(node, op))
                    Evaluate(node, op);
                break;
        }
    }

    private void Terminator(RegionNode node, Tail tail)
    {
        switch (node.Region.End)
        {
            case Throw end:
                Add($"throw {_expressions.Foreign(end.Template, end.Arguments).Text};", leaves: true);
                break;
            case Break { Label: IrMethod.ReturnLabel } end:
                EntryEnd result = _context.FormatReturn([.. end.Values.Select(_expressions.Text)]);
                foreach (string assignment in result.Assignments)
                    Add(assignment);
                if (result.Returned is { } returned)
                    Add($"return {returned};", leaves: true);
                else if (!tail.EndsFunction)
                    Add("return;", leaves: true);
                break;
            case Break end:
                Move(node, _model.Transfers(node));
                if (!tail.Breaks(end.Label))
                    Add(_jumps.Break(end.Label), leaves: true);
                break;
            case Continue end:
                Move(node, _model.Transfers(node));
                if (!tail.Continues(end.Label))
                    Add(_jumps.Continue(end.Label), leaves: true);
                break;
            case Yield:
                Move(node, _model.Transfers(node));
                break;
        }
    }

    private void Leave()
    {
        if (_jumps.Leave() is { } name)
            _statements.Add(new LabelStatement(name));
    }

    private static string Zero(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => "false",
        ScalarType { Kind: ScalarKind.Char } => @"'\0'",
        ScalarType => "0",
        _ => "default",
    };
}
