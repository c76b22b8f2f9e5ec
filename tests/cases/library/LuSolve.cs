// Doolittle's factorisation with partial pivoting, rows swapped by reference, then both triangular solves.
// point: matrix: [[0.1, 2, -1], [3, -0.5, 0.7], [1, 1, 4]], rhs: [1, -2, 0.5]
// value: 0.96681835419036784
// gradient: 0.33521389623382658, -0.33276630270577007, -0.070767378093807833, 0.01132479379168333, -0.011242104821140881, -0.0023907898004664808, 0.52977385357494619, -0.52590566353297039, -0.11184114686582197, 0.56124383769434964, 0.018960940462646947, 0.88699279484262419
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LuSolve
{
    [Differentiable]
    public static double F(double[][] matrix, double[] rhs)
    {
        int n = rhs.Length;
        double[][] lu = new double[n][];
        for (int i = 0; i < n; i++)
            lu[i] = (double[])matrix[i].Clone();
        int[] permutation = new int[n];
        for (int i = 0; i < n; i++)
            permutation[i] = i;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(lu[i][k]) > Math.Abs(lu[pivot][k]))
                    pivot = i;
            }
            if (pivot != k)
            {
                (lu[pivot], lu[k]) = (lu[k], lu[pivot]);
                (permutation[pivot], permutation[k]) = (permutation[k], permutation[pivot]);
            }
            if (lu[k][k] == 0)
                throw new DivideByZeroException();
            for (int i = k + 1; i < n; i++)
            {
                double factor = lu[i][k] /= lu[k][k];
                for (int j = k + 1; j < n; j++)
                    lu[i][j] -= factor * lu[k][j];
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = rhs[permutation[i]];
            for (int j = 0; j < i; j++)
                x[i] -= lu[i][j] * x[j];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
                x[i] -= lu[i][j] * x[j];
            x[i] /= lu[i][i];
        }
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += (i + 1) * x[i];
        return sum;
    }
}
