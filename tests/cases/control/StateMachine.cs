// Two states that jump to each other by data: written with a state variable, left by early return.
// point: first: 0.9, second: 0.7
// value: 5.7925023462459816
// gradient: -1247.125202467345 -1361.7662180063917
// direction: 1 -0.5
// hvp: 11790025.99439 8697980.464645
// The numbers are reference values in 17 digits for Enzyme ReverseMode/loopsnested.c + controlflow.c (seed 1,2).
// kink: the slopes of a thousand make a step of differences cross a branch
using System;
using DiffGen;

namespace Cases.Control;

public static partial class StateMachine
{
    [Differentiable]
    public static double F(double first, double second)
    {
        bool inA = true;
        while (true)
        {
            if (inA)
            {
                double t = 4 * Math.Cos(first + second);
                first = 3 * Math.Sin(2 * first + second);
                second = t;
            }
            else
            {
                double t = 4 * Math.Sin(2 * first + second);
                first = 4 * Math.Cos(first + 2 * second);
                second = t;
            }
            if (first * first < second)
                return first + (2 * second);
            inA = first > 0;
        }
    }
}
