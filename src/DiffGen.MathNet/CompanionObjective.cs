using System;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace DiffGen.MathNet;

/// <summary>
/// An objective at a point. Each evaluation makes new vectors, since minimisers keep those of earlier points.
/// </summary>
internal sealed class CompanionObjective(Objective objective, ObjectiveHessian? hessian) : IObjectiveFunction
{
    private double[] _point = [];
    private double[] _gradient = [];
    private double _value = double.NaN;
    private Matrix<double>? _hessian;

    public Vector<double> Point => Vector<double>.Build.Dense(_point);

    public double Value => _value;

    public bool IsGradientSupported => true;

    public Vector<double> Gradient => Vector<double>.Build.Dense(_gradient);

    public bool IsHessianSupported => hessian is not null;

    public Matrix<double> Hessian => _hessian ??= EvaluateHessian();

    public void EvaluateAt(Vector<double> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        _point = point.ToArray();
        _gradient = new double[_point.Length];
        _value = objective(_point, _gradient);
        _hessian = null;
    }

    public IObjectiveFunction Fork() => new CompanionObjective(objective, hessian)
    {
        _point = _point,
        _gradient = _gradient,
        _value = _value,
        _hessian = _hessian,
    };

    public IObjectiveFunction CreateNew() => new CompanionObjective(objective, hessian);

    private Matrix<double> EvaluateHessian()
    {
        if (hessian is null)
            throw new NotSupportedException("This objective was made without second derivatives.");
        var rows = new double[_point.Length * _point.Length];
        hessian(_point, rows);
        return Matrix<double>.Build.Dense(_point.Length, _point.Length, rows); // symmetric: the order of storage does not matter
    }
}
