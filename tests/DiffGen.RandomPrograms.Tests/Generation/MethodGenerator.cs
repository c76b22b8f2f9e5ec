using System;
using System.Collections.Generic;
using System.Globalization;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

/// <summary>
/// Writes the body of one method. Everything it writes terminates, keeps indices in range and values tame by construction; which
/// memory may overlap is tracked so that no call passes a written buffer twice.
/// </summary>
internal sealed partial class MethodGenerator(RandomSource random, ProgramContext context, string returnType)
{
    private const int MaxNesting = 4;
    private const long MaxSteps = 2500;

    private readonly Scope _scope = new();
    private readonly List<string> _labels = [];

    private int _nesting;
    private int _loops;
    private bool _inSwitch;
    private bool _inFinally;
    private int _statementsLeft;

    /// <summary>How often the code being written runs, at most.</summary>
    private long _multiplicity = 1;

    private bool _isHelper;

    /// <summary>Helpers return small values, so that their callers stay tame.</summary>
    public MethodGenerator AsHelper()
    {
        _isHelper = true;
        return this;
    }

    /// <summary>Steps that one call of the method takes, roughly.</summary>
    public long Cost { get; private set; } = 1;

    /// <summary>The method being written, where it may call itself.</summary>
    public Helper? Self { get; set; }

    /// <summary>The array that an array-returning method fills.</summary>
    public Variable? Result { get; set; }

    public void Declare(Variable variable)
    {
        if (variable.IsBuffer && variable.AliasClass == 0)
            variable.AliasClass = context.NextId();
        _scope.Add(variable);
    }

    /// <summary>The statements of the method, the last one of which returns.</summary>
    public Node Body(int statements, IReadOnlyList<Node> prologue)
    {
        _statementsLeft = statements;
        var nodes = new List<Node>(prologue);
        if (!_isHelper)
        {
            Accumulate(nodes);
            DeclareScalar(nodes);
        }
        while (_statementsLeft > 0)
            AddStatement(nodes);
        if (returnType != "void")
            nodes.Add(FinalReturn());
        return Node.Block(nodes);
    }

    /// <summary>The last return reads much of what the method computed, so that little of it is dead.</summary>
    private Node FinalReturn()
    {
        if (returnType is not ("double" or "float"))
            return Return();
        Node sum = Tamed(Real(returnType, 3), 4);
        foreach (Variable v in _scope.Where(v => v.Element == returnType && !v.IsCounter && random.Chance(0.7)))
        {
            Node part = v.IsBuffer ? Element(v) : Node.Expression("variable", returnType, v.Bound, v.Name);
            sum = random.Chance(0.8)
                ? Node.Expression("add", returnType, sum.Bound + v.Bound, "$0 + $1", sum, part)
                : Node.Expression("add", returnType, sum.Bound + 1, "$0 + $1", sum, Function(returnType, part, random.Pick(MathFunctions.Unary)));
        }
        return Node.Statement("return", "return $0;", _isHelper ? Tamed(sum, 4) : sum);
    }

    private Node Block(int statements)
    {
        int mark = _scope.Count;
        var nodes = new List<Node>();
        _nesting++;
        for (int i = 0; i < statements && _statementsLeft > 0; i++)
            AddStatement(nodes);
        // What a block only declares is dead: end with something that lives on.
        if (nodes.Count == 0 || nodes[^1].Production.StartsWith("declare", StringComparison.Ordinal))
            nodes.Add(random.Pick<Func<Node?>>([AssignScalar, AssignElement, AssignScalar])() ?? Accumulate(nodes) ?? Node.Statement("empty", ";"));
        _nesting--;
        _scope.CutTo(mark);
        return Node.Block(nodes);
    }

    private Node Return()
    {
        if (returnType == "void")
            return Node.Statement("return-void", "return;");
        if (Result is not null)
            return Node.Statement("return-array", $"return {Result.Name};");
        return Node.Statement("return", "return $0;", ValueOf(returnType, 3));
    }

    /// <summary>An expression of any value type: a scalar, a struct, a tuple.</summary>
    private Node ValueOf(string type, int depth) => type switch
    {
        "double" or "float" => Tamed(Real(type, depth), 4),
        "int" => Int(depth),
        "bool" => Bool(depth),
        _ => Composite(type, depth),
    };

    private string Fresh(string stem) => stem + context.NextId().ToString(CultureInfo.InvariantCulture);
}
