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

    private const string Assignment = "Assignment";

    /// <summary>The statement that calls an operator which changes its left operand; null if the method is none.</summary>
    public static string? PrintInPlace(IrSignature signature, string receiver, IReadOnlyList<string> arguments)
    {
        bool isChecked = signature.Name.StartsWith("op_Checked", StringComparison.Ordinal);
        string name = isChecked ? "op_" + signature.Name.Substring("op_Checked".Length) : signature.Name;
        if (!name.StartsWith("op_", StringComparison.Ordinal) || !name.EndsWith(Assignment, StringComparison.Ordinal))
            return null;
        name = name.Substring(0, name.Length - Assignment.Length);
        string text = name switch
        {
            "op_Increment" => receiver + "++",
            "op_Decrement" => receiver + "--",
            "op_Multiplication" => $"{receiver} *= {arguments[0]}",
            _ => $"{receiver} {s_symbols[name]}= {arguments[0]}",
        };
        return isChecked ? $"checked({text})" : text;
    }

    /// <summary>The expression that calls the method if it is an operator; null if it is not.</summary>
    public static string? Print(IrSignature signature, IReadOnlyList<string> arguments)
    {
        if (signature.Name is "op_Implicit" or "op_Explicit")
            return $"({signature.ReturnCSharpType})({arguments[0]})";
        if (signature.Name is "op_CheckedExplicit")
            return $"checked(({signature.ReturnCSharpType})({arguments[0]}))";
        bool isChecked = signature.Name.StartsWith("op_Checked", StringComparison.Ordinal);
        string name = isChecked ? "op_" + signature.Name.Substring("op_Checked".Length) : signature.Name;
        if (!s_symbols.TryGetValue(name, out string? symbol))
            return null;
        string text = arguments.Count == 1 ? $"{symbol}({arguments[0]})" : $"({arguments[0]}) {symbol} ({arguments[1]})";
        return isChecked ? $"checked({text})" : text;
    }
}
