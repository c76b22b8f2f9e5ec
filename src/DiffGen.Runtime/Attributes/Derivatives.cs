using System;

namespace DiffGen;

/// <summary>Which companions <see cref="DifferentiableAttribute"/> asks for.</summary>
[Flags]
public enum Derivatives
{
    /// <summary>No companion.</summary>
    None = 0,

    /// <summary><c>FJvp</c>: the value and the derivative in one direction (forward mode).</summary>
    Jvp = 1,

    /// <summary><c>FVjp</c>: the derivative of all inputs for one cotangent of the output (reverse mode).</summary>
    Vjp = 2,

    /// <summary><c>FGradient</c> and <c>FValueAndGradient</c> of a method that returns a real scalar.</summary>
    Gradient = 4,

    /// <summary><c>FForward</c> and the tape it returns, whose <c>Pullback</c> may be called many times.</summary>
    Pullback = 8,

    /// <summary><c>FJacobian</c>: all outputs by all inputs, row-major.</summary>
    Jacobian = 16,

    /// <summary><c>FHessian</c>: the matrix of second derivatives, row-major.</summary>
    Hessian = 32,

    /// <summary><c>FHvp</c>: the Hessian times a direction, without forming the Hessian.</summary>
    Hvp = 64,

    /// <summary><c>FGradientBatch</c>: values and gradients of many independent inputs, one per SIMD lane.</summary>
    Batch = 128,

    /// <summary>The diagonal of the Hessian.</summary>
    HessianDiagonal = 256,

    /// <summary>The structurally nonzero entries of the Jacobian.</summary>
    SparseJacobian = 512,

    /// <summary>The structurally nonzero entries of the Hessian.</summary>
    SparseHessian = 1024,

    /// <summary>The coefficients of a Taylor expansion in one direction.</summary>
    Taylor = 2048,

    /// <summary>The gradient of every sample of a batch by itself.</summary>
    PerSample = 4096,

    /// <summary>The generalised Gauss-Newton matrix times a direction.</summary>
    GgnVp = 8192,

    /// <summary>What <c>[Differentiable]</c> without an argument asks for.</summary>
    Default = Jvp | Vjp | Gradient,
}
