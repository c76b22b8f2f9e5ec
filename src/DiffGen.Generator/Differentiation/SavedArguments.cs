using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>Arguments of a call that wait on the tape for its pullback: numbers in a record, the contents of spans in blocks, arrays as copies.</summary>
internal sealed class SavedArguments(IrMethod method, IdSource ids)
{
    private readonly Frame _frame = new(FrameKind.Record, method.Body);
    private readonly List<(int Parameter, IrValue Length)> _blocks = [];
    private readonly Dictionary<int, IrValue> _saved = [];

    /// <param name="isStable">The pullback is given the buffer, and nobody writes to it until then.</param>
    public void Save(RegionBuilder builder, int index, bool isStable)
    {
        var parameter = method.Parameters[index];
        if (parameter.Type is not BufferType type)
        {
            _saved[index] = parameter;
        }
        else if (isStable)
        {
            return;
        }
        else if (AbiTypes.NeedsWalk(type))
        {
            throw new UnsupportedDerivativeException(-1, $"the object '{parameter.Name}' is handed to '{method.Signature.Name}', whose derivative is not made here and needs it as it was, and is changed afterwards: change it before, or compute with a number in place of its field");
        }
        else if (type.Kind is BufferKind.Span or BufferKind.ReadOnlySpan)
        {
            var length = builder.Length(parameter);
            var block = ids.Value(new BufferType(type.Element, BufferKind.Span), parameter.Name + "Tape");
            builder.Add(new TapePushOp(block, length, Zeroed: false, Block(index)));
            builder.Add(new CopyOp(parameter, block));
            _blocks.Add((index, length));
            _saved[index] = length;
        }
        else
        {
            _saved[index] = ids.Value(type, parameter.Name + "Copy");
            builder.Add(new ForeignOp([_saved[index]], Clone(type), [parameter], IsPure: false, StopsDerivative: true, Accessible: true));
        }
    }

    /// <summary>Pushes the record, behind the blocks.</summary>
    public void Push(RegionBuilder builder)
    {
        foreach (var value in _saved.Values)
            _frame.Save(value, ids);
        builder.AddRange(Records.Push(_frame, ids, saved => saved.Value));
    }

    /// <summary>Reads everything back: a value for each parameter, itself where it was not saved.</summary>
    public Dictionary<int, IrValue> Pop(RegionBuilder builder)
    {
        builder.AddRange(Records.Pop(_frame, ids));
        var values = Enumerable.Range(0, method.Parameters.Length)
            .ToDictionary(i => i, i => _saved.TryGetValue(i, out var value) ? _frame.Find(value)!.Reader : method.Parameters[i]);
        foreach (var (index, _) in Enumerable.Reverse(_blocks))
        {
            var block = ids.Value(new BufferType(((BufferType)method.Parameters[index].Type).Element, BufferKind.Span), method.Parameters[index].Name);
            builder.Add(new TapePopOp(block, values[index], Block(index)));
            values[index] = block;
        }
        return values;
    }

    /// <summary>The parameters whose values lie in blocks of the tape, which the next push overwrites.</summary>
    public IEnumerable<int> Blocks => _blocks.Select(block => block.Parameter);

    private string Block(int index) => $"{method.Key}|argument{index}";

    private static string Clone(BufferType type) => AbiTypes.IsJagged(type)
        ? $"global::System.Array.ConvertAll({{0}}, static row => ({AbiTypes.TextOf(type.Element)})row?.Clone())"
        : $"({AbiTypes.TextOf(type)}){{0}}.Clone()";
}
