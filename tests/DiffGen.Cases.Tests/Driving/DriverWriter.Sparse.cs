using System.Linq;

namespace DiffGen.Cases.Tests.Driving;

internal sealed partial class DriverWriter
{
    private void WriteSparseJacobian()
    {
        string name = $"{method.Receiver}.{method.SparseJacobianName}";
        Line("var s = At(point, inputs);");
        Line($"if (allocates) {{ var fresh = {name}SparseJacobian({string.Join(", ", Primals("s"))});");
        Line("return new Evaluation([], new LeafWriter().Add(fresh.ToDense()).ToArray(), State(s)); }");
        Line("var before = At(point, inputs);");
        Line($"var given = new {(method.JacobianIsSingle ? "global::DiffGen.CsrMatrix<float>" : "global::DiffGen.CsrMatrix<double>")}({name}JacobianPattern({string.Join(", ", Primals("before"))}));");
        Line("given.Values.Fill(1234);");
        Line($"{name}SparseJacobian({string.Join(", ", Primals("s").Append("given"))});");
        Line("return new Evaluation([], new LeafWriter().Add(given.ToDense()).ToArray(), State(s));");
    }
}
