// A static method of a generic type.
// point: x: 1.5
// call: Cases.Declarations.GenericContainer<int>.Inner<string, byte>
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class GenericContainer<T>
    where T : struct
{
    public static partial class Inner<TFirst, TSecond>
        where TFirst : class, IEquatable<TFirst>
        where TSecond : unmanaged
    {
        [Differentiable]
        public static double F(double x) => x * x * Rate;

        private const double Rate = 3;
    }
}
