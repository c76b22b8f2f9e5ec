using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace DiffGen.MathNet;

/// <summary>
/// A least-squares problem at a point: Value = r·r, Gradient = Jᵀr, Hessian = JᵀJ, where r = model − observed. The Jacobian is evaluated only
/// where it is asked for, since solvers reject many of the points they try.
/// </summary>
internal sealed class CompanionModel(Residuals model, ResidualJacobian jacobian, double[] observed) : IObjectiveModel
{
    private double[] _point = [];
    private double[] _values = [];
    private bool[] _isFixed = [];
    private Vector<double>? _gradient;
    private Matrix<double>? _hessian;

    public Vector<double> ObservedY => Vector<double>.Build.Dense(observed);

    // MathNet's convention for observations of equal weight.
    public Matrix<double> Weights => null!;

    public Vector<double> ModelValues => Vector<double>.Build.Dense(_values);

    public Vector<double> Point => Vector<double>.Build.Dense(_point);

    public double Value { get; private set; } = double.NaN;

    public Vector<double> Gradient
    {
        get
        {
            EvaluateDerivatives();
            return _gradient!;
        }
    }

    public Matrix<double> Hessian
    {
        get
        {
            EvaluateDerivatives();
            return _hessian!;
        }
    }

    public int FunctionEvaluations { get; set; }

    public int JacobianEvaluations { get; set; }

    public int DegreeOfFreedom => observed.Length - _point.Length + _isFixed.Count(isFixed => isFixed);

    public bool IsGradientSupported => true;

    public bool IsHessianSupported => true;

    public void SetParameters(Vector<double> initialGuess, List<bool>? isFixed = null)
    {
        ArgumentNullException.ThrowIfNull(initialGuess);
        if (isFixed is not null && isFixed.Count != initialGuess.Count)
            throw new ArgumentException($"There are {isFixed.Count} flags for {initialGuess.Count} parameters.", nameof(isFixed));
        _isFixed = isFixed?.ToArray() ?? [];
        EvaluateAt(initialGuess);
    }

    public void EvaluateAt(Vector<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _point = parameters.ToArray();
        _values = new double[observed.Length];
        model(_point, _values);
        FunctionEvaluations++;
        Value = 0;
        for (int i = 0; i < _values.Length; i++)
            Value += (_values[i] - observed[i]) * (_values[i] - observed[i]);
        (_gradient, _hessian) = (null, null);
    }

    public IObjectiveModel Fork() => new CompanionModel(model, jacobian, observed)
    {
        _point = _point,
        _values = _values,
        _isFixed = _isFixed,
        _gradient = _gradient,
        _hessian = _hessian,
        Value = Value,
        FunctionEvaluations = FunctionEvaluations,
        JacobianEvaluations = JacobianEvaluations,
    };

    public IObjectiveModel CreateNew() => new CompanionModel(model, jacobian, observed);

    /// <summary>The sum of squares with its own gradient, 2 Jᵀr, and its Gauss-Newton Hessian, 2 JᵀJ.</summary>
    public IObjectiveFunction ToObjectiveFunction() => ObjectiveFunction.GradientHessian(point =>
    {
        var at = new CompanionModel(model, jacobian, observed) { _isFixed = _isFixed };
        at.EvaluateAt(point);
        return (at.Value, 2 * at.Gradient, 2 * at.Hessian);
    });

    private void EvaluateDerivatives()
    {
        if (_gradient is not null)
            return;
        int n = _point.Length;
        var rows = new double[observed.Length * n];
        jacobian(_point, rows);
        JacobianEvaluations++;

        var gradient = new double[n];
        var hessian = new double[n * n];
        for (int i = 0; i < observed.Length; i++)
        {
            ReadOnlySpan<double> row = FreePart(rows.AsSpan(i * n, n));
            double residual = _values[i] - observed[i];
            for (int j = 0; j < n; j++)
            {
                gradient[j] += row[j] * residual;
                for (int k = 0; k < n; k++)
                    hessian[j * n + k] += row[j] * row[k];
            }
        }
        _gradient = Vector<double>.Build.Dense(gradient);
        _hessian = Matrix<double>.Build.Dense(n, n, hessian); // symmetric: the order of storage does not matter
    }

    // Solvers leave a parameter alone where its column is zero.
    private Span<double> FreePart(Span<double> row)
    {
        for (int j = 0; j < _isFixed.Length; j++)
            row[j] = _isFixed[j] ? 0 : row[j];
        return row;
    }
}
