using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Threads;

/// <summary>Memory that all iterations add to.</summary>
/// <param name="Parts">As many times that memory, one part after the other.</param>
/// <param name="Length">Of one of them, as the parts of the loop know it.</param>
internal sealed record SharedSum(IrValue Root, IrValue Parts, IrValue Length);

/// <summary>What a part of a loop uses from outside of it: handed on as a parameter, made anew, or memory of its own in the place of memory that iterations add to.</summary>
internal sealed class ThreadedInputs
{
    private const int MostSpans = 24;

    private readonly MethodFacts _facts;
    private readonly LaneMemoryRoles _roles;
    private readonly ForOp _loop;
    private readonly IdSource _ids;
    private readonly RegionRewriter _rewriter = new(null);
    private readonly HashSet<int> _brought = new();
    private readonly List<IrValue> _parameters = new();

    public ThreadedInputs(MethodFacts facts, LaneMemoryRoles roles, ForOp loop, IdSource ids)
    {
        _facts = facts;
        _roles = roles;
        _loop = loop;
        _ids = ids;
        Prologue = new RegionBuilder(ids);
        Chunk = ids.Value(IrType.I32, "chunk");
        From = ids.Value(IrType.I32, "from");
        To = ids.Value(IrType.I32, "to");
    }

    /// <summary>What the part begins with.</summary>
    public RegionBuilder Prologue { get; }

    /// <summary>Which part it is, and its iterations.</summary>
    public IrValue Chunk { get; }

    public IrValue From { get; }

    public IrValue To { get; }

    /// <summary>What is handed on.</summary>
    public IReadOnlyList<IrValue> Parameters => _parameters;

    /// <summary>Memory of which each part has its own.</summary>
    public List<SharedSum> Sums { get; } = new();

    public IrValue Map(IrValue value) => _rewriter.Map(value);

    public Op Copy(Op op) => _rewriter.Copy(op);

    /// <summary>Memory for what the parts leave, handed on to them.</summary>
    public IrValue Memory(IrType element, string name) => Parameter(_ids.Value(new BufferType(element, BufferKind.Span), name));

    /// <summary>Makes a value from outside the loop known in the part.</summary>
    /// <exception cref="NoLanesException">It cannot be handed to another thread.</exception>
    public void Bring(IrValue value)
    {
        if (!_brought.Add(value.Id))
            return;
        var op = _facts.OpOf(value);
        if (op is ConstantOp or StaticBufferOp)
        {
            Prologue.Add(op);
            return;
        }
        if (value.Type is not BufferType type)
        {
            Parameter(value);
            return;
        }
        int memory = _facts.Aliases.ClassOf(value);
        if (op is SliceOp slice)
        {
            foreach (var operand in OpShape.Operands(slice))
                Bring(operand);
            Prologue.Add(Copy(slice));
        }
        else if (_roles.IsPrivate(memory) && op is AllocateOp made)
        {
            foreach (var operand in OpShape.Operands(made))
                Bring(operand);
            Prologue.Add(Copy(made.Storage == Storage.Stack ? made with { Storage = Storage.Scratch } : made));
        }
        else if (_roles.IsSums(memory))
        {
            Share(value, type);
        }
        else if (_roles.IsWritten(memory) && !(op is AllocateOp || _facts.Parameters.Contains(value)))
        {
            throw new NoLanesException($"'{value.Name}' stands for different memory");
        }
        else
        {
            Parameter(value);
        }
    }

    private void Share(IrValue value, BufferType type)
    {
        if (type.Kind is not (BufferKind.Span or BufferKind.Array) || !type.IsFlat || !AbiTypes.IsUnmanaged(type.Element))
            throw new NoLanesException($"threads cannot have '{value.Name}' of their own");
        var parts = Memory(type.Element, value.Name + "Parts");
        var length = Parameter(_ids.Value(IrType.I32, value.Name + "Length"));
        var own = _ids.Value(new BufferType(type.Element, BufferKind.Span), value.Name);
        Prologue.Add(new SliceOp(own, parts, Prologue.Apply("mul", IrType.I32, Chunk, length), length));
        _rewriter.Substitute(value, own);
        Sums.Add(new SharedSum(value, parts, length));
    }

    private IrValue Parameter(IrValue value)
    {
        bool isSpan = value.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan };
        if (value.Type is OpaqueType or StructType || isSpan && !AbiTypes.IsUnmanaged(((BufferType)value.Type).Element) || value.Type is BufferType { Kind: BufferKind.LaneSums })
            throw new NoLanesException($"'{value.Name}' cannot be handed to other threads");
        _parameters.Add(value);
        if (_parameters.Count(parameter => parameter.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan }) > MostSpans)
            throw new NoLanesException("it uses too many spans");
        return value;
    }
}
