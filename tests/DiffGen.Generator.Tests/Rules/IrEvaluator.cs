using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Tests.Rules;

/// <summary>Runs straight-line IR (constants, primitives, selections, branches) on boxed numbers, by reflection on what would be printed.</summary>
internal sealed class IrEvaluator
{
    private readonly Dictionary<int, object> _values = new();

    public object this[IrValue key]
    {
        get => _values[key.Id];
        set => _values[key.Id] = value;
    }

    /// <summary>Runs a region that ends in a yield and returns its values.</summary>
    public object[] Run(Region region)
    {
        foreach (var op in region.Ops)
            Run(op);
        return ((Yield)region.End).Values.Select(value => this[value]).ToArray();
    }

    private void Run(Op op)
    {
        switch (op)
        {
            case ConstantOp constant:
                this[constant.Result] = Literal(constant.Value);
                break;
            case ApplyOp apply:
                this[apply.Result] = Apply(apply.Primitive, apply.Result.Type, apply.Arguments.Select(argument => this[argument]).ToArray());
                break;
            case SelectOp select:
                this[select.Result] = this[(bool)this[select.Condition] ? select.WhenTrue : select.WhenFalse];
                break;
            case IfOp branch:
                object[] results = Run((bool)this[branch.Condition] ? branch.Then : branch.Else);
                for (int i = 0; i < results.Length; i++)
                    this[branch.Results[i]] = results[i];
                break;
            default:
                throw new NotSupportedException(op.GetType().Name);
        }
    }

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
        ("convert", _) => resultType == IrType.F32 ? Convert.ToSingle(a[0]) : resultType == IrType.F64 ? Convert.ToDouble(a[0]) : Convert.ChangeType(a[0], ClrType(resultType)),
        ("stop", _) => a[0],
        ("not", bool b) => !b,
        ("and", bool b) => b & (bool)a[1],
        ("or", bool b) => b | (bool)a[1],
        ("neg", double x) => -x,
        ("neg", float x) => -x,
        (_, double x) => Operate(primitive.Operator!, x, (double)a[1]),
        (_, float x) => Operate(primitive.Operator!, x, (float)a[1]),
        (_, int x) => Operate(primitive.Operator!, x, (int)a[1]),
        _ => throw new NotSupportedException(primitive.Name),
    };

    private static object Operate(string symbol, double x, double y) => symbol switch
    {
        "+" => x + y, "-" => x - y, "*" => x * y, "/" => x / y, "%" => x % y,
        "<" => x < y, "<=" => x <= y, ">" => x > y, ">=" => x >= y, "==" => x == y, "!=" => x != y,
        _ => throw new NotSupportedException(symbol),
    };

    private static object Operate(string symbol, float x, float y) => symbol switch
    {
        "+" => x + y, "-" => x - y, "*" => x * y, "/" => x / y, "%" => x % y,
        "<" => x < y, "<=" => x <= y, ">" => x > y, ">=" => x >= y, "==" => x == y, "!=" => x != y,
        _ => throw new NotSupportedException(symbol),
    };

    private static object Operate(string symbol, int x, int y) => symbol switch
    {
        "+" => x + y, "-" => x - y, "*" => x * y, "/" => x / y, "%" => x % y,
        "<" => x < y, "<=" => x <= y, ">" => x > y, ">=" => x >= y, "==" => x == y, "!=" => x != y,
        _ => throw new NotSupportedException(symbol),
    };

    private static object Literal(Constant constant) => constant.Kind switch
    {
        ScalarKind.F64 => constant.AsDouble,
        ScalarKind.F32 => (float)constant.AsDouble,
        ScalarKind.Bool => constant.Bits != 0,
        ScalarKind.I32 => (int)constant.Bits,
        ScalarKind.I64 => constant.Bits,
        _ => throw new NotSupportedException(constant.Kind.ToString()),
    };

    private static Type ClrType(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.F64 } => typeof(double),
        ScalarType { Kind: ScalarKind.F32 } => typeof(float),
        ScalarType { Kind: ScalarKind.I32 } => typeof(int),
        ScalarType { Kind: ScalarKind.I64 } => typeof(long),
        ScalarType { Kind: ScalarKind.Bool } => typeof(bool),
        _ => throw new NotSupportedException(type.ToString()),
    };
}
