// The loss of a cart-pole rollout under a small neural policy: friction, clipped force, discount, early failure.
// point: policy: [0.4, 0.3, 1.5, 0.9, 0.01, 0.5, -0.7, 0.6, 0.1, 0.02, 12.0, 3.0], position: 0.1, angle: 0.1
// point: policy: [0.4, 0.3, 1.5, 0.9, -0.2, 0.5, -0.7, 0.6, 0.1, -0.3, -9.0, 4.5], position: 0.1, angle: 0.35
// kink: the step at which the pole falls depends on the arguments
using System;
using DiffGen;

namespace Cases.Library;

public static partial class CartPoleRollout
{
    private const int Horizon = 60, Hidden = 2, Inputs = 4;
    private const double Dt = 0.02, Gravity = 9.8, CartMass = 1.0, PoleMass = 0.1, PoleReach = 0.5, MaximumForce = 10;

    private struct State
    {
        public double X, XDot, Theta, ThetaDot;

        public readonly void Deconstruct(out double x, out double xDot, out double theta, out double thetaDot) =>
            (x, xDot, theta, thetaDot) = (X, XDot, Theta, ThetaDot);
    }

    private enum Outcome { Running, Fallen, OutOfTrack }

    [Differentiable]
    public static double F(double[] policy, double position, double angle)
    {
        if (policy.Length != Hidden * (Inputs + 2))
            throw new ArgumentException($"The policy has {policy.Length} weights.", nameof(policy));
        var state = new State { X = position, Theta = angle };
        double loss = 0, discount = 1;
        for (int t = 0; t < Horizon; t++)
        {
            double force = Act(policy, state);
            Step(ref state, force);
            loss += discount * Cost(state, force);
            discount *= 0.99;
            switch (Check(state))
            {
                case Outcome.Running:
                    continue;
                case Outcome.Fallen:
                    return loss + (10 * discount * (Horizon - t));
                default:
                    loss += 5 * discount * Math.Abs(state.X);
                    break;
            }
            break;
        }
        return loss;
    }

    [Differentiable]
    private static double Act(ReadOnlySpan<double> policy, in State s)
    {
        ReadOnlySpan<double> features = [s.X, s.XDot, s.Theta, s.ThetaDot];
        double output = 0;
        for (int h = 0; h < Hidden; h++)
        {
            ReadOnlySpan<double> row = policy.Slice(h * (Inputs + 1), Inputs + 1);
            double sum = row[^1];
            for (int i = 0; i < Inputs; i++)
                sum += row[i] * features[i];
            output += policy[(Hidden * (Inputs + 1)) + h] * Math.Tanh(sum);
        }
        return MaximumForce * Math.Tanh(output / MaximumForce);
    }

    [Differentiable]
    private static void Step(ref State s, double force)
    {
        const double total = CartMass + PoleMass, moment = PoleMass * PoleReach;
        (double sin, double cos) = Math.SinCos(s.Theta);
        double temporary = (force + (moment * s.ThetaDot * s.ThetaDot * sin)) / total;
        double angular = ((Gravity * sin) - (cos * temporary)) / (PoleReach * ((4.0 / 3.0) - (PoleMass * cos * cos / total)));
        double linear = temporary - (moment * angular * cos / total);
        s.XDot += Dt * linear;
        s.ThetaDot += Dt * angular;
        s.X += Dt * s.XDot;
        s.Theta += Dt * s.ThetaDot;
    }

    [Differentiable]
    private static double Cost(State state, double force) =>
        (state.Theta * state.Theta) + (0.1 * state.X * state.X) + (0.001 * force * force) + (0.01 * state.ThetaDot * state.ThetaDot);

    [Differentiable]
    private static Outcome Check(State s) => (Math.Abs(s.Theta), Math.Abs(s.X)) switch
    {
        ( > 0.8, _) => Outcome.Fallen,
        (_, > 2.4) => Outcome.OutOfTrack,
        _ => Outcome.Running,
    };
}
