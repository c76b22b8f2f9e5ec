// The logarithm of a determinant from a packed Cholesky factor in one array.
// point: a: new double[,] { {4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2} }
// value: 3.0392705755684744
// gradient: 0.28530397319291527, -0.10052656773575874, -0.081378650071804691, -0.10052656773575874, 0.37099090473910962, 0.062230732407850646, -0.081378650071804691, 0.062230732407850646, 0.52656773575873624
// within: 1e-10
// point: a: new double[,] { {1, 2, 0}, {2, 1, 0}, {0, 0, 1} }
// throws: ArithmeticException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class CholeskyLogDet
{
    private static int Index(int i, int j) => (i * (i + 1) / 2) + j;

    [Differentiable]
    public static double F(double[,] a)
    {
        int n = a.GetLength(0);
        double[] l = new double[Index(n, 0)];
        double result = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0.5 * (a[i, j] + a[j, i]);
                for (int k = 0; k < j; k++)
                    sum -= l[Index(i, k)] * l[Index(j, k)];
                if (i != j)
                {
                    l[Index(i, j)] = sum / l[Index(j, j)];
                    continue;
                }
                if (!(sum > 0))
                    throw new ArithmeticException($"The matrix is not positive definite at row {i}.");
                l[Index(i, i)] = Math.Sqrt(sum);
                result += 2 * Math.Log(l[Index(i, i)]);
            }
        }
        return result;
    }
}
