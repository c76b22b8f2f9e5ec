using System;
using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Calls of user-defined operators, which C# does not let one call by name.</summary>
internal static class OperatorCalls
{
    private static readonly Dictionary<string, string> s_symbols = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_LeftShift"] = "<<",
        ["op_RightShift"] = ">>",
        ["op_UnsignedRightShift"] = ">>>",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_UnaryPlus"] = "+",
        ["op_UnaryNegation"] = "-",
        ["op_LogicalNot"] = "!",
        ["op_OnesComplement"] = "~",
    };

    /// <summary>The expression that calls the method if it is an operator; null if it is not.</summary>
    public static string? Print(IrSignature signature, IReadOnlyList<string> arguments)
    {
        if (signature.Name is "op_Implicit" or "op_Explicit")
            return $"({signature.ReturnCSharpType})({arguments[0]})";
        bool isChecked = signature.Name.StartsWith("op_Checked", StringComparison.Ordinal);
        string name = isChecked ? "op_" + signature.Name.Substring("op_Checked".Length) : signature.Name;
        if (!s_symbols.TryGetValue(name, out string? symbol))
            return null;
        string text = arguments.Count == 1 ? $"{symbol}({arguments[0]})" : $"({arguments[0]}) {symbol} ({arguments[1]})";
        return isChecked ? $"checked({text})" : text;
    }
}
