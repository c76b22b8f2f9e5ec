// Rows of an array that the caller gave change places: their derivatives would have to as well, in the caller's destination.
// expect: DG0207 at rows[1] = first
using DiffGen;

namespace Rejected;

public static partial class RowsExchanged
{
    [Differentiable]
    public static double F(double[][] rows)
    {
        double[] first = rows[0];
        rows[0] = rows[1];
        rows[1] = first;
        return rows[0][0] * rows[0][0];
    }
}
