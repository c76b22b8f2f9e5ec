using System.ComponentModel;

namespace DiffGen.CompilerServices;

/// <summary>The body of a loop whose iterations run on several threads. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParallelChunk
{
    /// <summary>Runs some consecutive iterations.</summary>
    /// <param name="state">What the body uses from outside the loop, in the order in which it was added.</param>
    /// <param name="chunk">Which of the parts of the loop it is, counted from zero.</param>
    /// <param name="from">The first iteration.</param>
    /// <param name="to">The iteration behind the last.</param>
    static abstract void Run(ParallelState state, int chunk, int from, int to);
}
