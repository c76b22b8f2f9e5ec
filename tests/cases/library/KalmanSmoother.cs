// A Kalman filter of a constant-velocity track and the smoother of Rauch, Tung and Striebel over its history.
// point: observations: [0.1, 0.9, 2.2, 2.8, 4.1], noise: [0.2, 0.15], dt: 0.9
using System;
using DiffGen;

namespace Cases.Library;

public static partial class KalmanSmoother
{
    /// <summary>A symmetric 2 x 2 matrix.</summary>
    public readonly partial record struct Covariance(double A, double B, double C)
    {
        public static Covariance Diagonal(double a, double c) => new(a, 0, c);

        [Differentiable]
        public static Covariance operator +(Covariance p, Covariance q) => new(p.A + q.A, p.B + q.B, p.C + q.C);

        [Differentiable]
        public static Covariance operator -(Covariance p, Covariance q) => new(p.A - q.A, p.B - q.B, p.C - q.C);

        [Differentiable]
        public Covariance Inverse()
        {
            double determinant = (A * C) - (B * B);
            if (determinant <= 0)
                throw new ArithmeticException("The covariance is singular.");
            return new(C / determinant, -B / determinant, A / determinant);
        }
    }

    public readonly record struct State(double Position, double Velocity);

    private readonly record struct Gain(double M11, double M12, double M21, double M22);

    private const double InitialVariance = 2.0;

    [Differentiable]
    public static double F(double[] observations, ReadOnlySpan<double> noise, double dt)
    {
        if (noise is not [var process, var measurement])
            throw new ArgumentException("Two variances are needed.", nameof(noise));
        int n = observations.Length;
        State[] predicted = new State[n], filtered = new State[n];
        Covariance[] predictedP = new Covariance[n], filteredP = new Covariance[n];
        double logLikelihood = Filter(observations, process, measurement, dt, predicted, predictedP, filtered, filteredP);
        State smooth = filtered[n - 1];
        Covariance smoothP = filteredP[n - 1];
        double roughness = 0;
        for (int t = n - 2; t >= 0; t--)
        {
            Gain g = SmootherGain(filteredP[t], predictedP[t + 1], dt);
            double dp = smooth.Position - predicted[t + 1].Position, dv = smooth.Velocity - predicted[t + 1].Velocity;
            State next = smooth;
            smooth = new State(
                filtered[t].Position + (g.M11 * dp) + (g.M12 * dv),
                filtered[t].Velocity + (g.M21 * dp) + (g.M22 * dv));
            smoothP = filteredP[t] + Sandwich(g, smoothP - predictedP[t + 1]);
            roughness += Square(next.Velocity - smooth.Velocity);
        }
        return logLikelihood - roughness + (0.1 * smoothP.A) + (smooth.Position * smoothP.B);
    }

    [Differentiable]
    private static double Filter(
        double[] observations, double process, double measurement, double dt, State[] predicted, Covariance[] predictedP, State[] filtered, Covariance[] filteredP)
    {
        State x = new(observations[0], 0);
        Covariance p = Covariance.Diagonal(InitialVariance, InitialVariance);
        double logLikelihood = 0;
        for (int t = 0; t < observations.Length; t++)
        {
            if (t > 0)
            {
                x = new State(x.Position + (dt * x.Velocity), x.Velocity);
                p = Propagate(p, dt) + ProcessNoise(process, dt);
            }
            (predicted[t], predictedP[t]) = (x, p);
            double innovation = observations[t] - x.Position, s = p.A + measurement;
            x = new State(x.Position + (p.A / s * innovation), x.Velocity + (p.B / s * innovation));
            p = new Covariance(p.A - (p.A * p.A / s), p.B - (p.A * p.B / s), p.C - (p.B * p.B / s));
            (filtered[t], filteredP[t]) = (x, p);
            logLikelihood -= 0.5 * (Math.Log(2 * Math.PI * s) + (innovation * innovation / s));
        }
        return logLikelihood;
    }

    [Differentiable]
    private static Covariance Propagate(Covariance p, double dt) =>
        new(p.A + (2 * dt * p.B) + (dt * dt * p.C), p.B + (dt * p.C), p.C);

    [Differentiable]
    private static Covariance ProcessNoise(double q, double dt) => new(q * dt * dt * dt / 3, q * dt * dt / 2, q * dt);

    // P Fᵀ P⁻¹ of the prediction
    [Differentiable]
    private static Gain SmootherGain(Covariance p, Covariance predicted, double dt)
    {
        Covariance i = predicted.Inverse();
        double c11 = p.A + (dt * p.B), c12 = p.B, c21 = p.B + (dt * p.C), c22 = p.C;
        return new((c11 * i.A) + (c12 * i.B), (c11 * i.B) + (c12 * i.C), (c21 * i.A) + (c22 * i.B), (c21 * i.B) + (c22 * i.C));
    }

    [Differentiable]
    private static Covariance Sandwich(Gain g, Covariance p)
    {
        double a = (g.M11 * p.A) + (g.M12 * p.B), b = (g.M11 * p.B) + (g.M12 * p.C);
        double c = (g.M21 * p.A) + (g.M22 * p.B), d = (g.M21 * p.B) + (g.M22 * p.C);
        return new((a * g.M11) + (b * g.M12), (a * g.M21) + (b * g.M22), (c * g.M21) + (d * g.M22));
    }

    [Differentiable]
    private static double Square(double x) => x * x;
}
