using System;
using System.Linq;
using System.Reflection;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Tests.Interpretation;

/// <summary>Applies primitives to boxed numbers, methods by reflection on what would be printed.</summary>
internal static class PrimitiveEvaluator
{
    /// <summary>Applies a primitive to boxed arguments.</summary>
    public static object Apply(string name, IrType resultType, params object[] arguments)
    {
        var primitive = PrimitiveTable.Find(name) ?? throw new ArgumentException(name);
        if (primitive.Method is null)
            return Operate(primitive, resultType, arguments);
        bool single = primitive.Result == PrimitiveResult.Stated && primitive.Signatures[0][0] == PrimitiveParameter.Any
            ? resultType == IrType.F32 : arguments[0] is float;
        object result = Invoke(PrimitiveTable.CallTarget(primitive, single ? ScalarKind.F32 : ScalarKind.F64)!, resultType, arguments);
        return primitive.Component is null ? result : result.GetType().GetField(primitive.Component is "Sin" or "SinPi" ? "Item1" : "Item2")!.GetValue(result)!;
    }

    private static object Invoke(string target, IrType resultType, object[] arguments)
    {
        string host = target[..target.LastIndexOf('.')];
        string method = target[(target.LastIndexOf('.') + 1)..];
        var type = host switch { "global::System.Math" => typeof(Math), "global::System.MathF" => typeof(MathF), "double" => typeof(double), "float" => typeof(float), _ => throw new ArgumentException(target) };
        var types = arguments.Select(argument => argument.GetType()).ToArray();
        var found = type.GetMethod(method, BindingFlags.Public | BindingFlags.Static, types);
        if (found is null || found.IsGenericMethodDefinition)
        {
            var generic = type.GetMethods(BindingFlags.Public | BindingFlags.Static).Single(candidate => candidate.Name == method && candidate.IsGenericMethodDefinition);
            found = generic.MakeGenericMethod(generic.GetParameters()[0].ParameterType.IsGenericMethodParameter ? types[0] : ClrType(resultType));
        }
        return found.Invoke(null, arguments)!;
    }

    private static object Operate(Primitive primitive, IrType resultType, object[] a) => (primitive.Name, a[0]) switch
    {
        ("convert", _) => ConvertTo(resultType, a[0]),
        ("stop", _) => a[0],
        // Both arguments are the same number.
        ("valueOf", _) => a[1],
        ("not", bool b) => !b,
        ("and", bool b) => b & (bool)a[1],
        ("or", bool b) => b | (bool)a[1],
        ("neg", double x) => -x,
        ("neg", float x) => -x,
        (_, double x) => Operate(primitive.Operator!, x, (double)a[1]),
        (_, float x) => Operate(primitive.Operator!, x, (float)a[1]),
        ("neg", int x) => -x,
        ("complement", int x) => ~x,
        ("max", long x) => Math.Max(x, (long)a[1]),
        (_, int x) => Operate(primitive.Operator!, x, Convert.ToInt32(a[1])),
        (_, long x) => Operate(primitive.Operator!, x, Convert.ToInt64(a[1])),
        ("xor", bool b) => b ^ (bool)a[1],
        ("eq", _) => Equals(a[0], a[1]),
        ("ne", _) => !Equals(a[0], a[1]),
        _ => throw new NotSupportedException(primitive.Name),
    };

    private static object Operate(string symbol, double x, double y) => symbol switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "%" => x % y,
        "<" => x < y,
        "<=" => x <= y,
        ">" => x > y,
        ">=" => x >= y,
        "==" => x == y,
        "!=" => x != y,
        _ => throw new NotSupportedException(symbol),
    };

    private static object Operate(string symbol, float x, float y) => symbol switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "%" => x % y,
        "<" => x < y,
        "<=" => x <= y,
        ">" => x > y,
        ">=" => x >= y,
        "==" => x == y,
        "!=" => x != y,
        _ => throw new NotSupportedException(symbol),
    };

    private static object Operate(string symbol, int x, int y) => symbol switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "%" => x % y,
        "&" => x & y,
        "|" => x | y,
        "^" => x ^ y,
        "<<" => x << y,
        ">>" => x >> y,
        ">>>" => x >>> y,
        "<" => x < y,
        "<=" => x <= y,
        ">" => x > y,
        ">=" => x >= y,
        "==" => x == y,
        "!=" => x != y,
        _ => throw new NotSupportedException(symbol),
    };

    private static object Operate(string symbol, long x, long y) => symbol switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "%" => x % y,
        "&" => x & y,
        "|" => x | y,
        "^" => x ^ y,
        "<<" => x << (int)y,
        ">>" => x >> (int)y,
        ">>>" => x >>> (int)y,
        "<" => x < y,
        "<=" => x <= y,
        ">" => x > y,
        ">=" => x >= y,
        "==" => x == y,
        "!=" => x != y,
        _ => throw new NotSupportedException(symbol),
    };

    /// <summary>The boxed value of a literal.</summary>
    public static object Literal(Constant constant) => constant.Kind switch
    {
        ScalarKind.F64 => constant.AsDouble,
        ScalarKind.F32 => (float)constant.AsDouble,
        ScalarKind.Bool => constant.Bits != 0,
        ScalarKind.I32 => (int)constant.Bits,
        ScalarKind.I64 => constant.Bits,
        _ => Convert.ChangeType(constant.Bits, ClrType(new ScalarType(constant.Kind))),
    };

    public static Type ClrType(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.F64 } => typeof(double),
        ScalarType { Kind: ScalarKind.F32 } => typeof(float),
        ScalarType { Kind: ScalarKind.I32 } => typeof(int),
        ScalarType { Kind: ScalarKind.I64 } => typeof(long),
        ScalarType { Kind: ScalarKind.U8 } => typeof(byte),
        ScalarType { Kind: ScalarKind.I8 } => typeof(sbyte),
        ScalarType { Kind: ScalarKind.U16 } => typeof(ushort),
        ScalarType { Kind: ScalarKind.I16 } => typeof(short),
        ScalarType { Kind: ScalarKind.U32 } => typeof(uint),
        ScalarType { Kind: ScalarKind.U64 } => typeof(ulong),
        ScalarType { Kind: ScalarKind.Char } => typeof(char),
        ScalarType { Kind: ScalarKind.Bool } => typeof(bool),
        _ => throw new NotSupportedException(type.ToString()),
    };

    // Conversions to integers cut off, as a cast does.
    private static object ConvertTo(IrType type, object value) =>
        type == IrType.F32 ? Convert.ToSingle(value)
        : type == IrType.F64 ? Convert.ToDouble(value)
        : Convert.ChangeType(value is double or float ? Math.Truncate(Convert.ToDouble(value)) : value, ClrType(type));
}
