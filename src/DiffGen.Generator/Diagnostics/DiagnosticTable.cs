using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using static DiffGen.Generator.Diagnostics.DiagnosticIds;

namespace DiffGen.Generator.Diagnostics;

/// <summary>Every diagnostic of DiffGen, one row each.</summary>
internal static class DiagnosticTable
{
    private const string Declaration = "DiffGen.Declaration";
    private const string Language = "DiffGen.Language";
    private const string Derivative = "DiffGen.Derivative";
    private const string Calls = "DiffGen.Calls";

    public static ImmutableArray<DiagnosticRow> Rows { get; } =
    [
        Error(ContainingTypeNotPartial, "Containing type is not partial", "'{0}' must be declared partial, because the companions of '{1}' are generated into it; add the modifier 'partial'", Declaration),
        Error(FileLocalType, "Containing type is file-local", "'{0}' is file-local, so that nothing can be generated into it; remove the modifier 'file' or move '{1}' to another type", Declaration),
        Error(ParameterType, "Parameter type is not supported", "Parameter '{0}' has the type '{1}', which cannot be differentiated by ({2}); use a supported type, or mark the parameter [NoDerivative] if it is to be held constant", Declaration),
        Error(ReturnType, "Return type is not supported", "'{0}' returns '{1}', of which no derivative can be taken ({2}); return a float, a double, a struct or tuple of them, an array of them, or void", Declaration),
        Error(ReturnsByRef, "Method returns by reference", "'{0}' returns by reference; a differentiable method returns by value", Declaration),
        Error(ReturnsSpan, "Method returns a span", "'{0}' returns a span, whose memory has no owner; return an array, or write to a span parameter", Declaration),
        Error(WrtUnknown, "Wrt names no parameter", "Wrt names '{0}', but '{1}' has no such parameter; use nameof on one of: {2}", Declaration),
        Error(WrtInactive, "Wrt names an inactive parameter", "Wrt names '{0}' of type '{1}', which carries no derivative; name a parameter made of float or double that is not [NoDerivative]", Declaration),
        Error(NothingActive, "Nothing to differentiate by", "'{0}' has no parameter that carries a derivative; give it one of float, double, or a struct, array or span of them", Declaration),
        Error(NoBody, "Method has no body", "'{0}' has no body that could be differentiated ({1}); mark a method with a body", Declaration),
        Error(AsyncMethod, "Method is async", "'{0}' is async; a differentiable method runs to its end at once: move the asynchronous part to the caller", Declaration),
        Error(IteratorMethod, "Method is an iterator", "'{0}' yields; a differentiable method returns its result at once: fill an array in place of the iterator", Declaration),
        Error(UnsafeMethod, "Method is unsafe", "'{0}' is unsafe; use arrays and spans in place of pointers", Declaration),
        Error(GenericMethod, "Kind of derivative is not supported for generic methods", "'{0}' is generic, for which Derivatives.{1} is not supported in this version; ask for it on a method for float or double that calls this one", Declaration),
        Error(InstanceMethod, "Receiver is not supported", "'{0}' is an instance method of '{1}', which cannot be differentiated by ({2}); make the method static and pass the instance's values as parameters", Declaration),
        Error(GradientOfNonScalar, "Gradient of a method that returns no scalar", "Derivatives.{2} is asked of '{0}', which returns '{1}'; it needs a float or double result: ask for Jvp or Vjp, or return a scalar", Declaration),
        Error(DerivativeKindNotSupported, "Kind of derivative is not supported", "Derivatives.{0} is not supported in this version; ask for Jvp, Vjp or Gradient", Declaration),
        Error(OptionNotSupported, "Option is not supported", "The option {0} is not supported in this version; remove it", Declaration),
        Error(LanguageVersion, "C# version is too old", "DiffGen generates C# 14, but this project compiles C# {0}; set <LangVersion> to 14 or later", Declaration),
        Error(CompanionClash, "Companion clashes with another member", "The companion '{0}' of '{1}' clashes with {2}; give the companions another name with [Differentiable(Name = \"...\")]", Declaration),
        Error(RuntimeVersion, "Versions of generator and runtime differ", "The generator is version {0} but DiffGen.Runtime is version {1}; reference one version of the package DiffGen everywhere", Declaration),
        Error(MemberKindNotSupported, "Member cannot be differentiated", "[Differentiable] on {0} is not supported in this version; mark a method, an operator or a property with a body", Declaration),
        Error(RuleNotSupported, "Attribute is not supported", "[{0}] is not supported in this version; remove it", Declaration),
        Error(CompanionName, "Companion name is not valid", "Name = \"{0}\" {1}; use a C# identifier that no other [Differentiable] of '{2}' uses", Declaration),
        Error(NoResult, "Nothing to differentiate", "'{0}' returns nothing that carries a derivative and has no buffer, ref or out parameter to write to; return a float or double", Declaration),
        Error(RuleSignature, "Rule does not fit its method", "The derivative given for '{0}' does not fit: {1}", Declaration),
        Error(BufferInStruct, "Struct holds a buffer", "Parameter '{0}' of type '{1}' leads to arrays or objects through structs, which is supported for structs passed by value alone, not by ref, out or in arrays; pass the buffer as a parameter of its own", Declaration),
        Error(DerivativeOfObjects, "Kind of derivative is not supported for objects", "Derivatives.{0} is asked of '{1}', which has an object or a struct with arrays among its parameters; ask for Jvp, Vjp or Gradient, or pass the numbers as parameters of their own", Declaration),
        Warning(UnknownSetting, "Setting is not known", "'{0}' in the MSBuild property {1} is not known and has no effect; use one of: {2}", Declaration),
        Error(LocalFunctionMark, "Local function cannot have companions", "The local function '{0}' cannot have companions: {1}; make it a static method of a partial type", Declaration),
        Error(GeneratedByOther, "Code comes from another generator", "No companions are generated for '{0}': {1} comes from another source generator, whose code DiffGen does not see, since generators run side by side; write it by hand, or move it to a project of its own", Declaration),

        Error(OverrideNotMarked, "Override is not marked", "'{0}' {1} '{2}', which is [Differentiable] and called by the dynamic type of its object; mark it [Differentiable] too", Declaration),
        Error(VectorType, "Type has no vector operations", "[Differentiable] on '{0}' asks for Zero, Add, Scale and Dot, which it cannot have ({1}); remove the attribute, or give the type writable members of float or double", Declaration),

        Error(BatchParameter, "Parameter cannot differ between the inputs of a batch", "Derivatives.Batch is asked of '{0}', whose parameter '{1}' of type '{2}' cannot become a span with one element per input, since {3}", Declaration),
        Warning(OneThread, "Parallel has no effect", "Parallel = true is asked of '{0}', but nothing in its gradients and batches runs on several threads, because {1}; make the iterations of its outermost loop independent but for sums, or remove the option", Declaration),
        Info(BatchOneByOne, "Batch runs one input at a time", "'{0}GradientBatch' takes one input after the other, not one per SIMD lane, because {1}; rewrite that part of '{2}' if speed matters", Declaration),

        Error(Construct, "Construct is not supported", "{0} cannot be differentiated in this version; rewrite it with the supported part of C# (docs/language.md)", Language),
        Error(TryStatement, "try is not supported", "A try statement with a catch cannot be differentiated; handle the exception in the caller (try with finally is supported)", Language),
        Error(UsingStatement, "using is not supported", "A using statement or declaration disposes of '{0}', a struct or array whose fields carry derivatives; only resources that carry none are supported: dispose of it in the caller", Language),
        Error(LockStatement, "lock is not supported", "A lock statement cannot be differentiated; take the lock in the caller", Language),
        Error(Await, "await is not supported", "await cannot be differentiated; await in the caller and pass the result as an argument", Language),
        Error(Yield, "yield is not supported", "yield cannot be differentiated; fill an array in place of the iterator", Language),
        Error(Dynamic, "dynamic is not supported", "A dynamic operation cannot be differentiated; give '{0}' a static type", Language),
        Error(Decimal, "decimal is not supported", "decimal carries no derivative; use double, or wrap the value in a method that is not differentiated", Language),
        Error(Query, "LINQ is not supported", "The query or LINQ call '{0}' cannot be differentiated; write the loop", Language),
        Error(Lambda, "Function is used as a value", "A lambda or method group can be called, stored in a local that is assigned once, or passed to a parameter marked [Differentiable]; any other use of it cannot be differentiated", Language),
        Error(LocalFunction, "Function cannot be lowered in place", "'{0}' cannot be differentiated where it is called ({1}); make it a [Differentiable] static method without delegate parameters", Language),
        Error(UnsafeCode, "Unsafe code is not supported", "Pointers and fixed statements cannot be differentiated; use arrays and spans", Language),
        Error(BackwardGoto, "Backward goto is not supported", "goto '{0}' jumps backwards or into another statement; only a forward goto out of loops and blocks is supported: write a loop", Language),
        Error(ForEachSource, "foreach source is not supported", "foreach over '{0}' cannot be differentiated; iterate over an array, a span, a string, a list that carries no derivative, or a type whose enumerator is written in this project", Language),
        Error(Nullable, "Nullable value is not supported", "'{0}' is a nullable value or a lifted operator, which cannot be differentiated; use the value type itself", Language),
        Error(TypeInBody, "Type is not supported", "The type '{0}' cannot be used in a differentiable method ({1})", Language),
        Error(Pattern, "Pattern is not supported", "The pattern '{0}' cannot be differentiated in this version; list patterns are supported on arrays and spans, type, property and positional patterns on values that carry no derivative and on structs", Language),
        Error(Constructor, "Constructor is not supported", "'{0}' cannot be taken apart into values ({1}); use a positional, primary or field-assigning constructor, or mark the constructor [Differentiable]", Language),
        Error(SpanOperation, "Span operation is not supported", "'{0}' is not supported on arrays and spans in differentiable code; use element access, Slice, ranges, Clear, Fill, CopyTo or ToArray", Language),
        Error(ArrayForm, "Array form is not supported", "Arrays of the form '{0}' are not supported; use T[], T[,] or T[][]", Language),
        Error(RefForm, "Reference is not supported", "The reference '{0}' cannot be followed ({1}); refer to a local, a parameter or an array element", Language),
        Error(TooDeep, "Expression is nested too deeply", "The expression is nested more deeply than the compiler's stack allows; store parts of it in locals", Language),
        Error(CompanionCall, "Derivative of a companion is not supported", "The call of the companion '{0}' inside differentiable code is not supported in this version", Language),
        Error(DelegateCall, "Delegate is not known at build time", "What the delegate '{0}' calls is not known at build time, so that its derivative is lost; mark the parameter [Differentiable] and pass a lambda, a method group or a local that is assigned once", Language),
        Error(InstanceMember, "Instance member is not supported", "'{0}' belongs to an instance of a class, which is not supported in differentiable code in this version", Language),
        Error(ConditionalAccess, "Conditional access is not supported", "'?.' is supported only where neither its receiver nor its result carries a derivative; test for null first", Language),
        Error(CollectionElement, "Collection expression is not supported", "'{0}' cannot be an element or the type of a collection expression here; use arrays, spans and spreads of arrays and spans", Language),

        Error(UnmarkedCall, "Derivative is lost in a call", "'{0}' is not [Differentiable], but an argument depends on the variables of differentiation; mark it [Differentiable], or wrap the argument in Diff.StopGradient to cut the derivative on purpose", Derivative),
        Error(StaticWrite, "Write to a static variable", "'{0}' is static: writing to it from a differentiable method loses the derivative; return the value or write to a parameter", Derivative),
        Error(CapturedWrite, "Write to a captured variable", "'{0}' belongs to the enclosing method: a lambda or local function may read it but not write it; return the new value, or pass the variable by ref", Derivative),
        Error(IntegerConversion, "Derivative is lost in a conversion", "The conversion to '{0}' ends the derivative of its operand; wrap the operand in Diff.StopGradient to say that this is meant", Derivative),
        Warning(MutableStaticRead, "Mutable static variable is held constant", "'{0}' can change between calls and is held constant; make it readonly or const, or pass it as a parameter", Derivative),
        Error(MemberWrite, "Write to an object", "'{0}' belongs to an object that no derivative is kept for; writing to it is not supported in differentiable code: return the value or write to a parameter", Derivative),
        Error(NotFollowed, "Derivative cannot be followed backwards", "No derivative code for '{0}': {1}", Derivative),

        Error(CallAcrossAssemblies, "Differentiable method of another assembly", "'{0}' is [Differentiable] in another assembly, but has no companion FJvp or FVjp by all of its parameters that can be called from here; ask for Derivatives.Jvp and Derivatives.Vjp there, without Wrt, on a method and in a type that are public", Calls),
        Error(CallOfGeneric, "Type arguments are not known", "'{0}' is called with type arguments that are not known at build time or that nest without end; call it with types of bounded depth", Calls),
        Error(CallOfInstance, "Call of a differentiable instance member", "'{0}' is an instance member, which is not supported in this version; make it static", Calls),
        Error(CallWithRule, "Call of a method with a rule", "'{0}' has a custom derivative, which is supported for static methods of the same project without type parameters; wrap the call in such a method", Calls),
        Error(SameVariableTwice, "One variable is passed twice", "'{0}' and '{1}' share memory and one of them is assigned by the callee; pass a copy, or variables that differ", Calls),
        Error(CompanionCycle, "Companion is a derivative of the code that calls it", "The companion called here is made of '{0}', which calls it: the derivative would contain derivatives of itself without end; call a companion of a method that does not lead back to '{0}'", Calls),

        Error(Internal, "Internal error of DiffGen", "DiffGen failed on '{0}': {1}; no companions are generated for it. Please report this with the method's source", "DiffGen.Internal"),
    ];

    private static readonly Dictionary<string, DiagnosticRow> ById = Rows.ToDictionary(row => row.Id);

    public static DiagnosticRow Get(string id) => ById[id];

    private static DiagnosticRow Error(string id, string title, string message, string category) =>
        new(id, title, message, category, FindingSeverity.Error);

    private static DiagnosticRow Info(string id, string title, string message, string category) =>
        new(id, title, message, category, FindingSeverity.Info);

    private static DiagnosticRow Warning(string id, string title, string message, string category) =>
        new(id, title, message, category, FindingSeverity.Warning);
}
