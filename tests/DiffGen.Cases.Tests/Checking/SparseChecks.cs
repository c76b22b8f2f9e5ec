using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Checking;

/// <summary>What holds of the sparse matrices of every case.</summary>
internal static class SparseChecks
{
    /// <summary>The sparse Jacobian, fresh and with a pattern found before, is the dense one.</summary>
    public static void JacobianIsDense(CaseFile file, ICaseDriver driver, string[] rows, string setting)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is not null)
                continue;
            double[] x = driver.Inputs(i);
            int outputs = JacobianChecks.Outputs(driver.OutputParts(i, x), rows).Length;
            Evaluation dense = driver.Jacobian(i, x, outputs, allocates: false);
            foreach (bool allocates in (System.ReadOnlySpan<bool>)[false, true])
            {
                string what = $"{file.Id} at ({file.Points[i].Arguments}), {setting}: {(allocates ? "fresh" : "given")} sparse Jacobian";
                Evaluation sparse = driver.SparseJacobian(i, x, allocates);
                if (sparse.Derivatives.Length != dense.Derivatives.Length)
                    throw new CaseException($"{what} has {sparse.Derivatives.Length} components, but {dense.Derivatives.Length} are expected");
                Numbers.AssertClose(what, dense.Derivatives, sparse.Derivatives, file.IsSinglePrecision ? 1e-5 : 1e-12);
                Numbers.AssertSameBits(what + ": arguments", dense.State, sparse.State, signedZero: true);
            }
        }
    }
}
