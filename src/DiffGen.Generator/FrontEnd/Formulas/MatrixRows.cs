using System;
using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>What matrices of both sizes have in common.</summary>
internal static class MatrixRows
{
    public static void AddLinear(NumericsRows rows)
    {
        foreach (string name in (string[])["op_Addition", "Add"])
            rows.Exact($"{name}(T,T)", a => a[0] + a[1]);
        foreach (string name in (string[])["op_Subtraction", "Subtract"])
            rows.Exact($"{name}(T,T)", a => a[0] - a[1]);
        foreach (string name in (string[])["op_UnaryNegation", "Negate"])
            rows.Exact($"{name}(T)", a => -a[0]);
        foreach (string name in (string[])["op_Multiply", "Multiply"])
            rows.Exact($"{name}(T,float)", a => a[0] * (Number)a[1]);
        rows.ByValue("Lerp(T,T,float)", a => (a[0] * (1 - (Number)a[2])) + (a[1] * (Number)a[2]));
    }

    public static void AddAccess(NumericsRows rows, string row, int columns, int count)
    {
        rows.Throwing("this.Item(int)", a => Row(a[0], a[1], columns));
        rows.Throwing("this.GetRow(int)", a => Row(a[0], a[1], columns));
        rows.Throwing("this.Item(int,int)", a => Element(a[0], a[1], a[2], columns));
        rows.Throwing("this.GetElement(int,int)", a => Element(a[0], a[1], a[2], columns));
        rows.Throwing($"this.WithRow(int,{row})", a => Changed(a[0], count, (i, item) => ((Number)a[1]).IsInteger(i / columns).Choose(a[2][i % columns], item)));
        rows.Throwing("this.WithElement(int,int,float)", a => Changed(a[0], count, (i, item) =>
            ((Number)a[1]).IsInteger(i / columns).And(((Number)a[2]).IsInteger(i % columns)).Choose((Number)a[3], item)));
    }

    private static Components Row(Components m, Number index, int columns) =>
        new(Enumerable.Range(0, columns).Select(column => Column(m, column, columns).At(index)).ToArray());

    private static Number Element(Components m, Number row, Number column, int columns) => Row(m, row, columns).At(column);

    private static Components Column(Components m, int column, int columns) =>
        new(Enumerable.Range(0, m.Count / columns).Select(row => m[(row * columns) + column]).ToArray());

    private static Components Changed(Components m, int count, Func<int, Number, Number> change) =>
        new(Enumerable.Range(0, count).Select(i => change(i, m[i])).ToArray());
}
