using System.Linq;

namespace DiffGen.Cases.Tests.Driving;

// Calls of companions that have to do with sparse matrices.
internal sealed partial class DriverWriter
{
    private void WriteSparse(string prefix, string matrix)
    {
        string name = $"{method.Receiver}.{prefix}";
        Line("var s = At(point, inputs);");
        Line($"if (allocates) {{ var fresh = {name}Sparse{matrix}({string.Join(", ", Primals("s"))});");
        Line("return new Evaluation([], new LeafWriter().Add(fresh.ToDense()).ToArray(), State(s)); }");
        Line("var before = At(point, inputs);");
        Line($"var given = new global::DiffGen.CsrMatrix<{(method.JacobianIsSingle ? "float" : "double")}>({name}{matrix}Pattern({string.Join(", ", Primals("before"))}));");
        Line("given.Values.Fill(1234);");
        Line($"{name}Sparse{matrix}({string.Join(", ", Primals("s").Append("given"))});");
        Line("return new Evaluation([], new LeafWriter().Add(given.ToDense()).ToArray(), State(s));");
    }
}
