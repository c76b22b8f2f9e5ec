// Barycentric interpolation, with the case that the argument is a node.
// point: nodes: [-1, -0.4, 0.3, 0.9], values: [0.5, 1.2, -0.3, 0.8], x: 0.1
// value: 0.058685174474648159
// gradient: 0.26962974757562441, 0.51564526983844508, 0.99982980838966958, 0.44306174446809435, -0.05398110661268556, 0.32234432234432234, 0.80586080586080586, -0.074224021592442645, -2.2281665702718334
// within: 1e-10
// point: nodes: [-1, -0.4, 0.3, 0.9], values: [0.5, 1.2, -0.3, 0.8], x: 0.3
// kink: the branch at a node
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LagrangeBarycentric
{
    [Differentiable]
    public static double F(double[] nodes, double[] values, double x)
    {
        double numerator = 0, denominator = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (x == nodes[i])
                return values[i];
            double w = 1;
            for (int j = 0; j < nodes.Length; j++)
                w *= j == i ? 1 : nodes[i] - nodes[j];
            w = 1 / (w * (x - nodes[i]));
            numerator += w * values[i];
            denominator += w;
        }
        return numerator / denominator;
    }
}
