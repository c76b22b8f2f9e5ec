using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Rules;

/// <summary>The page that lists every rule, made from the table itself.</summary>
internal static class RuleDocument
{
    /// <summary>The text of <c>docs/rules.md</c>.</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        text.Append("# Derivative rules\n\n");
        text.Append("One row per primitive, generated from the table in `src/DiffGen.Generator/Rules`. `x0`, `x1`, … are the arguments, `y` is the result.\n");
        text.Append("The last columns give what an argument contributes for a tangent or cotangent `d`: in forward mode the contributions of all arguments\n");
        text.Append("are summed into the tangent of `y`; in reverse mode each is added to the adjoint of its argument. Constants of `float` rows are `float`.\n");
        text.Append("In rows marked *singular* the derivative is infinite somewhere, and a `d` of exactly 0 contributes exactly 0.\n\n");
        text.Append("| Primitive | C# | Contributions | Notes |\n|---|---|---|---|\n");
        foreach (var row in PrimitiveTable.Rows.OrderBy(row => row.Name, System.StringComparer.Ordinal))
            text.Append($"| {Escape(row.Name)} | {Escape(Form(row))} | {Escape(Contributions(row))} | {Notes(row)} |\n");
        return text.ToString();
    }

    private static string Form(Primitive row)
    {
        if (row.Operator is not null)
            return $"`{row.Operator}`";
        if (row.Method is null)
            return row.Name switch { "convert" => "a cast", "stop" => "`Diff.StopGradient`", "max" => "`Math.Max`", _ => "none" };
        string component = row.Component is null ? "" : "." + row.Component;
        return $"`{row.DoubleHost}.{row.Method}{component}`, `{row.SingleHost}.{row.Method}{component}`";
    }

    private static string Notes(Primitive row) => row.Singular ? ("*singular* " + row.Note).TrimEnd() : row.Note;

    private static string Contributions(Primitive row)
    {
        var formulas = Enumerable.Range(0, row.Arity).Where(i => row.ContributionOf(i) is not null).Select(i => $"x{i}: `{Formula(row, i)}`").ToList();
        return formulas.Count == 0 ? "none" : string.Join("<br>", formulas);
    }

    private static string Formula(Primitive row, int argument)
    {
        var ids = new IdSource(0, 0);
        var result = ids.Value(IrType.F64);
        var arguments = Enumerable.Range(0, row.Arity).Select(i => ids.Value(ArgumentType(row, i))).ToArray();
        var d = ids.Value(IrType.F64);
        var printer = new RuleFormulaPrinter();
        printer.Name(result, "y");
        printer.Name(d, "d");
        for (int i = 0; i < arguments.Length; i++)
            printer.Name(arguments[i], "x" + i);
        var builder = new RegionBuilder(ids);
        var context = new RuleContext(builder, new ApplyOp(result, row.Name, new EquatableArray<IrValue>(arguments)), IrType.F64, value => value, _ => null);
        var contribution = row.ContributionOf(argument)!(context, new Term(context, d));
        return printer.Print(builder.Finish(new Yield([contribution.Value])).Ops, contribution.Value);
    }

    private static IrType ArgumentType(Primitive row, int argument) =>
        row.Signatures.Length > 0 && row.Signatures[0][argument] is PrimitiveParameter.Int ? IrType.I32 : IrType.F64;

    private static string Escape(string text) => text.Replace("|", "\\|");
}
