// Namespaces with braces, usings inside.
// point: x: 1.5
using DiffGen;

namespace Cases
{
    namespace Declarations
    {
        using System;

        public partial class BlockNamespace
        {
            [Differentiable]
            public static double F(double x) => Math.Exp(-x * x);
        }
    }
}
