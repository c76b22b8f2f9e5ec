using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Generator.Emission;

/// <summary>Where control goes when it runs off the end of a list of statements.</summary>
internal sealed class Tail
{
    private readonly IReadOnlyList<int> _breaks;
    private readonly int? _continues;

    private Tail(IReadOnlyList<int> breaks, int? continues, bool endsFunction)
    {
        _breaks = breaks;
        _continues = continues;
        EndsFunction = endsFunction;
    }

    /// <summary>To other statements.</summary>
    public static Tail None { get; } = new([], null, false);

    /// <summary>Back to the caller.</summary>
    public static Tail OfFunction { get; } = new([], null, true);

    public bool EndsFunction { get; }

    /// <summary>To the next iteration of a loop.</summary>
    public static Tail OfLoop(int label) => new([], label, false);

    public Tail WithBreak(int label) => new([.. _breaks, label], _continues, EndsFunction);

    public bool Breaks(int label) => _breaks.Contains(label);

    public bool Continues(int label) => _continues == label;
}

/// <summary>The constructs around the statement being printed, and the jumps out of them.</summary>
internal sealed class Jumps
{
    private readonly Stack<Frame> _frames = new();
    private int _labels;

    private sealed class Frame(int label, bool isLoop, bool hasCodeAfter)
    {
        public int Label { get; } = label;

        public bool IsLoop { get; } = isLoop;

        /// <summary>Statements between the construct and its end run only on other exits.</summary>
        public bool HasCodeAfter { get; } = hasCodeAfter;

        public string? End { get; set; }

        public string? Next { get; set; }
    }

    public void Enter(int label, bool isLoop, bool hasCodeAfter = false) => _frames.Push(new Frame(label, isLoop, hasCodeAfter));

    /// <summary>Returns the label to place after the construct, if a jump needs it.</summary>
    public string? Leave() => _frames.Pop().End;

    /// <summary>The label to place at the end of the loop's body, if a jump needs it.</summary>
    public string? Next() => _frames.Peek().Next;

    public string Break(int label)
    {
        Frame frame = Find(label);
        return frame.IsLoop && !frame.HasCodeAfter && ReferenceEquals(frame, InnermostLoop()) ? "break;" : $"goto {frame.End ??= Name("end")};";
    }

    public string Continue(int label)
    {
        Frame frame = Find(label);
        return ReferenceEquals(frame, InnermostLoop()) ? "continue;" : $"goto {frame.Next ??= Name("next")};";
    }

    private Frame Find(int label) => _frames.First(f => f.Label == label);

    private Frame InnermostLoop() => _frames.FirstOrDefault(f => f.IsLoop);

    private string Name(string prefix) => prefix + (++_labels).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
