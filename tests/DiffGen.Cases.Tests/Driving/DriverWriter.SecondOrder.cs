using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Cases.Tests.Driving;

// Calls of second-order companions.
internal sealed partial class DriverWriter
{
    private void WriteHvp()
    {
        Line("var s = At(point, inputs); var t = At(point, directions); var d = At(point, inputs);");
        foreach (CaseParameter p in _parameters.Where(p => p.IsActiveDestination))
            Line($"d.{p.Field} = LeafReader.Filled(d.{p.Field}, rubbish);");
        CaseParameter[] inputs = [.. _parameters.Where(p => p.IsActive && !p.IsOut)];
        IEnumerable<string> arguments = [.. Primals("s"), .. inputs.Select(p => p.PrimalArgument("t")), .. Destinations("d")];
        bool returns = _parameters.Any(p => p.IsActiveValue);
        Line((returns ? "var h = " : "") + Call("Hvp", arguments));
        Line($"return new Evaluation(new LeafWriter(){string.Concat(inputs.Select(p => $".Add(t.{p.Field})"))}.ToArray(), {Adjoints("h", "d")}, State(s));");
    }

    private void WriteHessian()
    {
        string number = method.JacobianIsSingle ? "float" : "double";
        Line($"var s = At(point, inputs); var h = new {number}[inputs.Length * inputs.Length]; {number}[,] fresh = null;");
        Line("if (allocates) fresh = " + Call("Hessian", Primals("s")));
        Line("else " + Call("Hessian", Primals("s").Append("h")));
        Line("return new Evaluation([], allocates ? new LeafWriter().Add(fresh).ToArray() : new LeafWriter().Add(h).ToArray(), State(s));");
    }
}
