using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

internal sealed partial class BodyPrinter
{
    private void If(RegionNode node, int index, IfOp op, Tail tail)
    {
        // The condition is evaluated before the branches assign anything.
        string condition = _expressions.Text(op.Condition);
        string opposite = _expressions.Not(op.Condition).Text;
        RegionNode[] sides = node.Children(index);
        List<Statement> then = Statements(sides[0], tail);
        List<Statement> otherwise = Statements(sides[1], tail);
        bool thenIsEmpty = then.All(s => s is CommentStatement), elseIsEmpty = otherwise.All(s => s is CommentStatement);
        if (thenIsEmpty && elseIsEmpty)
            return;
        if (thenIsEmpty)
            _statements.Add(new IfStatement(opposite, otherwise, []));
        else if (elseIsEmpty)
            _statements.Add(new IfStatement(condition, then, []));
        else if (opposite.Length < condition.Length && condition[0] == '!')
            _statements.Add(new IfStatement(opposite, otherwise, then));
        else
            _statements.Add(new IfStatement(condition, then, otherwise));
    }

    private void For(RegionNode node, int index, ForOp op)
    {
        Move(node, _model.Transfers(op.Body.Parameters, op.Initial));
        Variable induction = _model[op.Induction].Variable!;
        induction.IsDeclared = true;
        string name = induction.Name;
        string header = $"for ({AbiTypes.TextOf(op.Induction.Type)} {name} = {_expressions.Text(op.Start)}; "
            + $"{name} {(op.Step > 0 ? "<" : ">")}{(op.Inclusive ? "=" : "")} {_expressions.Of(op.End).At(Binding.Shift)}; {Advance(name, op.Step)})";
        List<Transfer> atEnd = _model.Transfers(op.Results, op.Body.Parameters);
        _jumps.Enter(op.Label, isLoop: true, hasCodeAfter: Moves(atEnd) && _model.Breaks(op.Label).Count > 0);
        List<Statement> body = LoopBody(node.Children(index)[0], op.Label);
        _statements.Add(new LoopStatement(header, body));
        Move(node, atEnd);
        Leave();
    }

    private static string Advance(string name, long step)
    {
        string size = (step < 0 ? -(decimal)step : step).ToString(CultureInfo.InvariantCulture);
        return size == "1" ? name + (step > 0 ? "++" : "--") : $"{name} {(step > 0 ? "+=" : "-=")} {size}";
    }

    private List<Statement> LoopBody(RegionNode body, int label, int skip = -1)
    {
        List<Statement> statements = Statements(body, Tail.OfLoop(label), skip);
        if (_jumps.Next() is { } next)
            statements.Add(new LabelStatement(next));
        return statements;
    }

    private void Loop(RegionNode node, int index, LoopOp op)
    {
        Move(node, _model.Transfers(op.Body.Parameters, op.Initial));
        RegionNode body = node.Children(index)[0];
        bool hasOtherExits = _model.Breaks(op.Label).Count > 1;
        if (LoopShapes.While(_model, body, op.Label) is { } test && !(hasOtherExits && Moves(_model.Transfers(test.Exit))))
        {
            string condition = (test.StaysWhenTrue ? _expressions.Of(test.Test.Condition) : _expressions.Not(test.Test.Condition)).Text;
            _jumps.Enter(op.Label, isLoop: true);
            _statements.Add(new LoopStatement($"while ({condition})", LoopBody(body, op.Label, test.Index)));
            Move(node, _model.Transfers(test.Exit));
            Leave();
            return;
        }
        if (LoopShapes.Do(_model, body, op.Label) is { } last && !Moves(_model.Transfers(last.Exit)) && !Moves(_model.Transfers(body)))
        {
            _jumps.Enter(op.Label, isLoop: true);
            List<Statement> statements = LoopBody(body, op.Label, last.Index);
            string condition = (last.StaysWhenTrue ? _expressions.Of(last.Test.Condition) : _expressions.Not(last.Test.Condition)).Text;
            _statements.Add(new LoopStatement("do", statements, $"while ({condition});"));
            Leave();
            return;
        }
        _jumps.Enter(op.Label, isLoop: true);
        _statements.Add(new LoopStatement("while (true)", LoopBody(body, op.Label)));
        Leave();
    }
}
