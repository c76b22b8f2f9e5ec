// A file-local type cannot have a second part in a generated file.
// expect: DG0002 at FileLocal
using DiffGen;

namespace Rejected;

file static partial class FileLocal
{
    [Differentiable]
    public static double F(double x) => x * x;
}
