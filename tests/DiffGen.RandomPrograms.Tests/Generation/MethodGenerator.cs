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
    private int _statementsLeft;

    /// <summary>How often the code being written runs, at most.</summary>
    private long _multiplicity = 1;

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
        while (_statementsLeft > 0)
            AddStatement(nodes);
        if (returnType != "void")
            nodes.Add(Return());
        return Node.Block(nodes);
    }

    private Node Block(int statements)
    {
        int mark = _scope.Count;
        var nodes = new List<Node>();
        _nesting++;
        for (int i = 0; i < statements && _statementsLeft > 0; i++)
            AddStatement(nodes);
        if (nodes.Count == 0)
            AddSimpleStatement(nodes);
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
