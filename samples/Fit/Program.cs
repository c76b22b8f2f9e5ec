// Fits published data by Levenberg-Marquardt and L-BFGS of MathNet.Numerics, with generated derivatives, and compares with the published answers.
using System;
using System.Globalization;
using System.IO;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string plots = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "plots");
bool isGood = true;
foreach (Problem problem in new[] { Puromycin.Problem, Misra1a.Problem, Eckerle4.Problem, Mgh09.Problem, Thurber.Problem })
{
    Console.WriteLine($"{problem.Name}: {problem.Formula}");
    Fit fit = Fits.LevenbergMarquardt(problem);
    isGood &= Agrees("Levenberg-Marquardt", fit, problem) & Agrees("L-BFGS", Fits.LimitedMemoryBfgs(problem), problem);
    Plot.Write(Path.Combine(plots, $"{problem.Name}.svg"), problem, fit.Parameters);
}
Console.WriteLine($"Plots are in {plots}");
return isGood ? 0 : 1;

static bool Agrees(string solver, Fit fit, Problem problem)
{
    Console.WriteLine($"  {solver}, {fit.Iterations} iterations");
    bool agrees = Compare("squares", fit.Squares, problem.PublishedSquares, problem.Tolerance);
    for (int i = 0; i < fit.Parameters.Length; i++)
        agrees &= Compare($"b{i + 1}", fit.Parameters[i], problem.Published[i], problem.Tolerance);
    return agrees;
}

static bool Compare(string name, double fitted, double published, double tolerance)
{
    double error = Math.Abs(fitted - published) / Math.Abs(published);
    bool agrees = error <= tolerance;
    Console.WriteLine($"    {name,-8} {fitted,18:E10}  published {published,18:E10}  relative error {error:E1}{(agrees ? "" : "  WRONG")}");
    return agrees;
}
