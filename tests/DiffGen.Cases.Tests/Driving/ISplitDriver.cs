using System;

namespace DiffGen.Cases.Tests.Driving;

/// <summary>The same for a method with <c>FForward</c> and its tape's <c>Pullback</c>.</summary>
public interface ISplitDriver : ICaseDriver
{
    /// <summary>
    /// One forward sweep, after which every number in the buffers is spoilt; then one pullback per vector of cotangents. The first
    /// result holds values and state of the forward sweep.
    /// </summary>
    /// <param name="whenForward">Is given the tape before the first pullback.</param>
    Evaluation[] Pullbacks(int point, double[] inputs, double[][] cotangents, Action<IDisposable> whenForward);
}
