namespace DiffGen.Cases.Tests.Driving;

/// <summary>
/// A case in flattened form, whatever its signature: numbers in, numbers out. The implementation is generated from the method's
/// signature and calls each companion as the contract spells it, so that it tests the signatures too.
/// </summary>
/// <remarks>
/// Inputs are all active parameters in declared order. Outputs are the result, then in declared order every out and ref
/// parameter and every active buffer, written or not: one rule covers both.
/// </remarks>
public interface ICaseDriver
{
    int PointCount { get; }

    /// <summary>Whether the contract gives the method an <c>FGradient</c>.</summary>
    bool HasGradient { get; }

    /// <summary>Whether it also has the overloads that allocate their destinations.</summary>
    bool HasAllocatingGradient { get; }

    /// <summary>Whether <c>FHvp</c> was asked for.</summary>
    bool HasHvp { get; }

    double[] Inputs(int point);

    Evaluation Primal(int point, double[] inputs);

    /// <summary>Values and tangents of all outputs.</summary>
    Evaluation Jvp(int point, double[] inputs, double[] tangents);

    /// <summary>Adjoints of all inputs, for cotangents of all outputs.</summary>
    Evaluation Vjp(int point, double[] inputs, double[] cotangents);

    /// <summary>The gradient by all inputs; destinations hold <paramref name="rubbish"/> before the call.</summary>
    Evaluation Gradient(int point, double[] inputs, double rubbish);

    Evaluation ValueAndGradient(int point, double[] inputs, double rubbish);

    Evaluation AllocatedGradient(int point, double[] inputs);

    Evaluation AllocatedValueAndGradient(int point, double[] inputs);

    /// <summary>The Hessian times a direction; its values are the direction as the call leaves it.</summary>
    Evaluation Hvp(int point, double[] inputs, double[] directions, double rubbish);

    /// <summary>The matrix of second derivatives, row by row.</summary>
    Evaluation Hessian(int point, double[] inputs, bool allocates);

    /// <summary>Its diagonal; destinations hold <paramref name="rubbish"/> before the call.</summary>
    Evaluation HessianDiagonal(int point, double[] inputs, double rubbish);

    /// <summary>The Jacobian, row by row, for a case that asks for it.</summary>
    /// <param name="allocates">Let the companion make the array.</param>
    Evaluation Jacobian(int point, double[] inputs, int rows, bool allocates);

    /// <summary>The same as a sparse matrix, with its zeros.</summary>
    /// <param name="allocates">Let the companion find the pattern and make the matrix; else fill one whose pattern was found before.</param>
    Evaluation SparseJacobian(int point, double[] inputs, bool allocates);

    /// <summary>The sparse Hessian, with its zeros, for a case that asks for it.</summary>
    /// <inheritdoc cref="SparseJacobian"/>
    Evaluation SparseHessian(int point, double[] inputs, bool allocates);

    /// <summary>How many numbers the result, each buffer and each <c>ref</c> or <c>out</c> parameter holds after a call, in the order of outputs.</summary>
    OutputPart[] OutputParts(int point, double[] inputs);
}

/// <summary>A part of what a method gives back.</summary>
/// <param name="Name">The parameter's; empty for the result.</param>
/// <param name="IsOutput">It is among the outputs of <see cref="ICaseDriver"/>.</param>
public sealed record OutputPart(string Name, int Count, bool IsOutput);

/// <summary>What a call gave back, flattened.</summary>
/// <param name="Values">The outputs' values, empty where the companion does not return them.</param>
/// <param name="Derivatives">Tangents or adjoints, empty for the primal.</param>
/// <param name="State">All numbers, whole ones included, that the buffers and ref arguments hold after the call.</param>
public sealed record Evaluation(double[] Values, double[] Derivatives, double[] State);
