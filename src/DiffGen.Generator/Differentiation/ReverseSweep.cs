using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Builds the adjoint sweep of a normalised method: regions are mirrored from their end to their start, adjoints are single-assignment
/// values that accumulate, memory has shadows. Which primal values travel from the primal sweep, and how, is decided when the adjoint code asks for
/// them; the primal sweep is written afterwards by <see cref="ForwardSweep"/>.
/// </summary>
internal sealed partial class ReverseSweep
{
    private readonly PrimalView _view;
    private readonly IdSource _ids;
    private readonly TransformOptions _options;
    private readonly IrMethod _method;
    private readonly CallVariants _variants;
    private readonly LoopFusion _fusion;
    private readonly Dictionary<Op, LoopPlan> _plans = new(ReferenceComparer<Op>.Instance);
    private readonly IReadOnlyDictionary<int, IrValue> _shadowParameters;
    private readonly HashSet<int> _givenBuffers = new();
    private readonly Dictionary<int, EquatableArray<IrValue>> _givenSizes = new();
    private readonly List<string> _notes = new();
    private ReverseScope _scope;

    public ReverseSweep(IrMethod method, PrimalView view, IdSource ids, TransformOptions options, CallVariants variants, Frame frame,
        IReadOnlyDictionary<int, IrValue> shadowParameters)
    {
        _method = method;
        _view = view;
        _ids = ids;
        _options = options;
        _variants = variants;
        _shadowParameters = shadowParameters;
        _fusion = new LoopFusion(view.Facts, view.Activity);
        _scope = new ReverseScope(null, method.Body, frame, new RegionBuilder(ids));
        _jointRoots.Add(method.Body);
    }

    public ReverseScope Root => _scope;

    public IReadOnlyDictionary<Op, LoopPlan> Plans => _plans;

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Makes a primal buffer parameter readable in the reverse sweep.</summary>
    public void GiveBuffer(IrValue parameter) => _givenBuffers.Add(parameter.Id);

    /// <summary>Makes the sizes of a primal buffer parameter known that is not at hand in the reverse sweep.</summary>
    public void GiveSizes(int parameter, EquatableArray<IrValue> sizes) => _givenSizes[parameter] = sizes;

    /// <summary>Destinations of array parameters in whose place an array of the method's own collects the derivative.</summary>
    public IReadOnlyList<(IrValue Parameter, IrValue Destination)> CopiedDestinations { get; init; } = [];

    /// <summary>Copies what destinations hold into the arrays in their place.</summary>
    public void EnterDestinations()
    {
        foreach (var (parameter, destination) in CopiedDestinations)
            Builder.Add(new CopyOp(destination, Shadow(parameter)));
    }

    /// <summary>Copies the derivatives to their destinations.</summary>
    public void LeaveDestinations()
    {
        foreach (var (parameter, destination) in CopiedDestinations)
            Builder.Add(new CopyOp(Shadow(parameter), destination));
    }

    public LoopFusion Fusion => _fusion;

    /// <summary>Adds the cotangent of a returned number, or of every element of a returned array.</summary>
    public void SeedResult(IrValue result, IrValue cotangent)
    {
        if (result.Type is not BufferType)
            AddAdjoint(result, cotangent);
        else if (IsActiveMemory(result))
        {
            CheckShape(cotangent, result);
            AddInto(Shadow(result), cotangent, Builder.Length(cotangent));
        }
    }

    // The result's shape is known only now, between the sweeps: destinations are still untouched.
    private const string ShapeCheck = "global::DiffGen.CompilerServices.Check.";

    /// <summary>Compares the shape of a cotangent with that of the result.</summary>
    public static bool IsShapeCheck(ForeignOp op) => op.Template.StartsWith(ShapeCheck, System.StringComparison.Ordinal);

    private void CheckShape(IrValue cotangent, IrValue result)
    {
        bool isLine = result.Type is BufferType { Rank: 1, Element: not BufferType };
        string template = $"{ShapeCheck}{(isLine ? "Length" : "Shape")}({{0}}, {{1}}, \"cotangent\", \"the result\")";
        if (Root.Frame.Kind == FrameKind.Record)
            result = isLine ? Measure(_scope, new LengthOp(_ids.Value(IrType.I32), result, 0)) : Need(result);
        else if (isLine)
            result = Builder.Length(result);
        EquatableArray<IrValue> arguments = [isLine ? Builder.Length(cotangent) : cotangent, result];
        Builder.Add(new ForeignOp(default, template, arguments, IsPure: false, StopsDerivative: true, Accessible: true));
    }

    /// <summary>Mirrors the whole body.</summary>
    public void Run() => ReverseOps(_method.Body);

    /// <summary>The adjoint of a parameter after <see cref="Run"/>.</summary>
    public IrValue AdjointOf(IrValue parameter) => FindAdjoint(_scope, parameter) ?? Zero(parameter.Type);

    private RegionBuilder Builder => _scope.Builder;

    private void ReverseOps(Region region)
    {
        for (int i = region.Ops.Length - 1; i >= 0; i--)
        {
            var op = region.Ops[i];
            if (!_view.HasAdjoint(op))
                continue;
            if (op.Line >= 0 && op.Line != Builder.Line)
            {
                Builder.Line = op.Line;
                Builder.PendingComment = _method.Lines[op.Line];
            }
            Reverse(op);
        }
        Builder.PendingComment = null;
    }

    private void Reverse(Op op)
    {
        switch (op)
        {
            case ApplyOp o:
                ReverseApply(o);
                break;
            case SelectOp o:
                ReverseSelect(o);
                break;
            case LoadOp o:
                ReverseLoad(o);
                break;
            case StoreOp o:
                ReverseStore(o);
                break;
            case FillOp o:
                ReverseFill(o);
                break;
            case CopyOp o:
                ReverseCopy(o);
                break;
            case AllocateOp o:
                ClearPair(o);
                break;
            case CallOp o:
                ReverseCall(o);
                break;
            case IfOp o:
                ReverseIf(o);
                break;
            case LoopOp o when o.Body.Ops.Any(inner => inner is ForeignOp foreign && RuleCores.IsStopTest(foreign)):
                throw RuleCores.FixedPointTwice();
            case ForOp or LoopOp:
                ReverseLoop(op);
                break;
            default:
                throw new UnsupportedDerivativeException(op.Ordinal, $"the reverse sweep has no rule for {op.GetType().Name}");
        }
    }

    private void ReverseApply(ApplyOp op)
    {
        if (FindAdjoint(_scope, op.Result) is not { } cotangent)
            return;
        for (int i = 0; i < op.Arguments.Length; i++)
        {
            var argument = op.Arguments[i];
            if (argument.Type.IsFloat && _view.IsActive(argument) && DerivativeRules.Flows(op, i))
                AddAdjoint(argument, DerivativeRules.Contribute(Builder, op, i, cotangent, forward: false, Need, _view.ConstantOf, name => Partner(op, name)));
        }
    }

    private void ReverseSelect(SelectOp op)
    {
        if (op.Result.Type is BufferType || FindAdjoint(_scope, op.Result) is not { } cotangent)
            return;
        if (op.IsStrongZero)
        {
            // The formula is zero there, but its derivative need not be.
            if (_view.IsActive(op.WhenFalse))
                AddAdjoint(op.WhenFalse, cotangent);
            return;
        }
        var condition = Need(op.Condition);
        if (_view.IsActive(op.WhenTrue))
            AddAdjoint(op.WhenTrue, Select(condition, cotangent, Zero(cotangent.Type)));
        if (_view.IsActive(op.WhenFalse))
            AddAdjoint(op.WhenFalse, Select(condition, Zero(cotangent.Type), cotangent));
    }

    private IrValue Select(IrValue condition, IrValue whenTrue, IrValue whenFalse)
    {
        var result = _ids.Value(whenTrue.Type);
        Builder.Add(new SelectOp(result, condition, whenTrue, whenFalse));
        return result;
    }

    private IrValue Zero(IrType type) => Builder.Float(0, type);

    private string AdjointName(IrValue value) => value.Name.Length == 0 ? "" : AbiNames.AdjointOf(value.Name, _options.HasTangents);
}
