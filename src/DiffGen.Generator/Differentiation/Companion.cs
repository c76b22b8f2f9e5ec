using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The generated methods that a user calls.</summary>
internal enum CompanionKind
{
    /// <summary>Value and derivative in one direction.</summary>
    Jvp,

    /// <summary>Derivatives of all inputs for one cotangent; buffers accumulate.</summary>
    Vjp,

    /// <summary>The gradient of a real scalar; buffers are overwritten.</summary>
    Gradient,

    /// <summary>The same with the value.</summary>
    ValueAndGradient,

    /// <summary><see cref="Gradient"/> into fresh buffers.</summary>
    AllocatingGradient,

    /// <summary><see cref="ValueAndGradient"/> into fresh buffers.</summary>
    AllocatingValueAndGradient,

    /// <summary>The Hessian times a direction; buffers are overwritten.</summary>
    Hvp,

    /// <summary>The value, and a tape for pullbacks.</summary>
    Forward,

    /// <summary>The member of that tape which is called with cotangents; buffers accumulate.</summary>
    Pullback,

    /// <summary>The derivatives of all outputs by all inputs, into a span.</summary>
    Jacobian,

    /// <summary>The same as a fresh two-dimensional array.</summary>
    AllocatingJacobian,

    /// <summary>The second derivatives of a real scalar, into a span.</summary>
    Hessian,

    /// <summary>The same as a fresh two-dimensional array.</summary>
    AllocatingHessian,

    /// <summary>The diagonal of that matrix, in the shape of the gradient.</summary>
    HessianDiagonal,

    /// <summary>Which entries of the Jacobian can differ from zero.</summary>
    JacobianPattern,

    /// <summary>The values of a sparse Jacobian whose pattern is known.</summary>
    SparseJacobian,

    /// <summary>A fresh sparse Jacobian.</summary>
    AllocatingSparseJacobian,

    /// <summary>Which entries of the Hessian can differ from zero.</summary>
    HessianPattern,

    /// <summary>The values of a sparse Hessian whose pattern is known.</summary>
    SparseHessian,

    /// <summary>A fresh sparse Hessian.</summary>
    AllocatingSparseHessian,

    /// <summary>Taylor coefficients along a direction.</summary>
    Taylor,

    /// <summary>Values and gradients of many inputs.</summary>
    GradientBatch,
}

/// <summary>What a parameter of a companion is for.</summary>
internal enum CompanionRole
{
    /// <summary>A parameter of the primal method, as declared.</summary>
    Primal,

    /// <summary>The tangent of a parameter.</summary>
    Tangent,

    /// <summary>The cotangent of the return value, or of an <c>out</c> parameter in whose place it stands.</summary>
    Cotangent,

    /// <summary>Where the derivative by a buffer is written, or that of a <c>ref</c> parameter, which goes in and out.</summary>
    Destination,

    /// <summary>Where the returned value goes, if the companion returns something else.</summary>
    Value,

    /// <summary>Where a matrix of derivatives is written, row by row, or Taylor coefficients.</summary>
    Matrix,

    /// <summary>What the two halves of a rule hand on between them.</summary>
    State,
}

/// <summary>A parameter of a companion.</summary>
/// <param name="Source">Index of the declared parameter that it belongs to; −1 for the return value.</param>
/// <param name="Name">Unescaped: print it with <see cref="AbiNames.Escape"/>.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Shape">The same type taken apart.</param>
/// <param name="DefaultText">C# text of the default value, or null.</param>
internal sealed record CompanionParameter(CompanionRole Role, int Source, string Name, string Type, IrType Shape, ParameterMode Mode,
    string? DefaultText = null, bool IsParams = false, bool IsScoped = false)
{
    /// <summary>The object or struct whose member the companion is: no parameter that is declared.</summary>
    public bool IsReceiver => Name == AbiNames.Receiver;

    /// <summary>How it is declared, where that differs from the local of the receiver's own class that the body uses: as the type that declares the method.</summary>
    public DeclaredReceiver? Declared { get; init; }
}

/// <summary>One gradient among those that a companion returns.</summary>
/// <param name="Parameter">Index of the declared parameter.</param>
/// <param name="ElementName">Its name in a tuple.</param>
internal sealed record GradientResult(int Parameter, string Type, string ElementName);

/// <summary>The exact C# face of a companion.</summary>
/// <param name="ReturnsValue">The primal's value is part of the result.</param>
/// <param name="ReturnsTangent">The value's tangent is part of the result.</param>
/// <param name="Gradients">The gradients in the result, in the order of the parameters.</param>
/// <param name="ReturnType">The C# return type that follows from these.</param>
internal sealed record Companion(CompanionKind Kind, string Name, EquatableArray<CompanionParameter> Parameters, bool ReturnsValue, bool ReturnsTangent,
    EquatableArray<GradientResult> Gradients, string ReturnType)
{
    /// <summary>The parameters that its declaration lists.</summary>
    public IEnumerable<CompanionParameter> Declared => Parameters.Where(parameter => !parameter.IsReceiver);

    /// <summary>Runs its cores several times and puts a matrix together.</summary>
    public bool IsMatrix => Kind is CompanionKind.Jacobian or CompanionKind.AllocatingJacobian || IsHessian || IsSparse;

    /// <summary>Makes a two-dimensional array.</summary>
    public bool IsFreshArray => Kind is CompanionKind.AllocatingJacobian or CompanionKind.AllocatingHessian;

    /// <summary>Has to do with a sparse matrix.</summary>
    public bool IsSparse => IsPattern || IsFreshSparse || Kind is CompanionKind.SparseJacobian or CompanionKind.SparseHessian;

    /// <summary>Finds the pattern of a sparse matrix.</summary>
    public bool IsPattern => Kind is CompanionKind.JacobianPattern or CompanionKind.HessianPattern;

    /// <summary>Makes a sparse matrix.</summary>
    public bool IsFreshSparse => Kind is CompanionKind.AllocatingSparseJacobian or CompanionKind.AllocatingSparseHessian;

    /// <summary>Has to do with a matrix of second derivatives.</summary>
    public bool IsHessian => Kind is CompanionKind.Hessian or CompanionKind.AllocatingHessian or CompanionKind.HessianDiagonal or CompanionKind.HessianPattern or CompanionKind.SparseHessian or CompanionKind.AllocatingSparseHessian;

    /// <summary>Its tangents are directions that it only reads.</summary>
    public bool ReadsDirections => Kind is CompanionKind.Hvp or CompanionKind.Taylor;

    /// <summary>Makes its destinations itself and calls the companion that writes to them.</summary>
    public bool Allocates => Kind is CompanionKind.AllocatingGradient or CompanionKind.AllocatingValueAndGradient;
}
