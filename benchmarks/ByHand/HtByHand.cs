using System;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>
/// Errors of hand tracking and their Jacobian. A finger's angle moves the bones from its own on; the derivatives of their transforms are found once,
/// those of positions only for the vertices that a point meets.
/// </summary>
internal sealed class HtByHand
{
    private const int Angles = 26, Matrix = HandPose.Matrix;

    private readonly HtInput _input;
    private readonly HandModel _model;
    private readonly int _bones;
    private readonly double[] _angles, _absolutes, _relatives, _transforms, _positions, _chain, _slopes;
    private readonly int[] _movedCount = new int[Angles], _moved;

    public HtByHand(HtInput input)
    {
        (_input, _model, _bones) = (input, input.Model, input.Model.Parents.Length);
        _angles = new double[3 * _bones];
        _absolutes = new double[Matrix * _bones];
        _relatives = new double[Matrix * _bones];
        _transforms = new double[Matrix * _bones];
        _chain = new double[Matrix * _bones];
        _slopes = new double[Matrix * _bones * Angles];
        _positions = new double[3 * _model.Vertices];
        _moved = new int[Angles * _bones];
    }

    public void ErrorsAndJacobian(Span<double> errors, Span<double> jacobian)
    {
        Span<double> global = stackalloc double[36];
        HandPose.AngleAxis(_input.Theta, global);
        PoseBones();
        for (int v = 0; v < _model.Vertices; v++)
            PoseVertex(v, global);
        for (int angle = 6; angle < Angles; angle++)
            MoveBones(angle);
        for (int i = 0; i < _input.Correspondences.Length; i++)
            Point(i, global, errors.Slice(3 * i, 3), jacobian.Slice(3 * i * _input.Columns, 3 * _input.Columns));
    }

    // The bone that an angle turns, and whether about x. A finger has four angles: two for its second bone, one for each after it.
    private static (int Bone, bool ByX) Place(int angle)
    {
        int finger = (angle - 6) / 4, within = (angle - 6) % 4;
        return (2 + (4 * finger) + Math.Max(0, within - 1), within != 1);
    }

    private void PoseBones()
    {
        Array.Clear(_angles);
        for (int angle = 6; angle < Angles; angle++)
        {
            (int bone, bool byX) = Place(angle);
            _angles[(3 * bone) + (byX ? 0 : 1)] = _input.Theta[angle];
        }
        Span<double> rotation = stackalloc double[Matrix];
        for (int i = 0; i < _bones; i++)
        {
            Span<double> relative = Of(_relatives, i), absolute = Of(_absolutes, i);
            HandPose.Rotation(_angles.AsSpan(3 * i, 3), rotation);
            HandPose.Multiply(_model.BaseRelatives.AsSpan(16 * i, 16), rotation, relative, isSlope: false);
            if (_model.Parents[i] < 0)
                relative.CopyTo(absolute);
            else
                HandPose.Multiply(Of(_absolutes, _model.Parents[i]), relative, absolute, isSlope: false);
            HandPose.Multiply(absolute, _model.InverseBaseAbsolutes.AsSpan(16 * i, 16), Of(_transforms, i), isSlope: false);
        }
    }

    private void PoseVertex(int v, ReadOnlySpan<double> global)
    {
        ReadOnlySpan<double> place = _model.BasePositions.AsSpan(4 * v, 4), weights = _model.Weights.AsSpan(v * _bones, _bones);
        double x = 0, y = 0, z = 0;
        for (int i = 0; i < weights.Length; i++)
            Accumulate(_transforms.AsSpan(Matrix * i, Matrix), place, weights[i], ref x, ref y, ref z);
        if (_model.IsMirrored)
            x = -x;
        for (int r = 0; r < 3; r++)
            _positions[(3 * v) + r] = (global[3 * r] * x) + (global[(3 * r) + 1] * y) + (global[(3 * r) + 2] * z) + _input.Theta[3 + r];
    }

    private void MoveBones(int angle)
    {
        (int bone, bool byX) = Place(angle);
        Span<double> rotation = stackalloc double[Matrix], relative = stackalloc double[Matrix];
        Span<int> moved = _moved.AsSpan(angle * _bones, _bones);
        int count = 0;
        for (int i = bone; i < _bones; i++)
        {
            int parent = _model.Parents[i];
            if (i == bone)
            {
                HandPose.RotationSlope(_angles.AsSpan(3 * i, 3), byX, rotation);
                HandPose.Multiply(_model.BaseRelatives.AsSpan(16 * i, 16), rotation, relative, isSlope: true);
                if (parent < 0)
                    relative.CopyTo(Of(_chain, i));
                else
                    HandPose.Multiply(Of(_absolutes, parent), relative, Of(_chain, i), isSlope: true);
            }
            else if (moved[..count].Contains(parent))
            {
                HandPose.Multiply(Of(_chain, parent), Of(_relatives, i), Of(_chain, i), isSlope: false);
            }
            else
            {
                continue;
            }
            HandPose.Multiply(Of(_chain, i), _model.InverseBaseAbsolutes.AsSpan(16 * i, 16), Of(_slopes, (angle * _bones) + i), isSlope: false);
            moved[count++] = i;
        }
        _movedCount[angle] = count;
    }

    private void Point(int i, ReadOnlySpan<double> global, Span<double> error, Span<double> rows)
    {
        int columns = _input.Columns, first = columns - Angles;
        rows.Clear();
        Span<int> corners = stackalloc int[3];
        Span<double> shares = stackalloc double[3];
        int count = Corners(i, corners, shares);
        Span<double> centre = stackalloc double[3];
        centre.Clear();
        for (int corner = 0; corner < count; corner++)
        {
            for (int r = 0; r < 3; r++)
                centre[r] += shares[corner] * _positions[(3 * corners[corner]) + r];
            FingerColumns(corners[corner], shares[corner], global, rows[first..], columns);
        }
        for (int r = 0; r < 3; r++)
        {
            error[r] = _input.Points[(3 * i) + r] - centre[r];
            rows[(r * columns) + first + 3 + r] = -1;
            for (int u = 0; u < first; u++)
                rows[(r * columns) + u] = _positions[(3 * corners[2]) + r] - _positions[(3 * corners[u]) + r];
            centre[r] -= _input.Theta[3 + r];
        }
        // The centre has been rotated; the derivative of the rotation applies to what it was before.
        double x = Column(global, 0, centre), y = Column(global, 1, centre), z = Column(global, 2, centre);
        for (int p = 0; p < 3; p++)
        {
            ReadOnlySpan<double> slope = global.Slice(9 * (p + 1), 9);
            for (int r = 0; r < 3; r++)
                rows[(r * columns) + first + p] = -((slope[3 * r] * x) + (slope[(3 * r) + 1] * y) + (slope[(3 * r) + 2] * z));
        }
    }

    private int Corners(int point, Span<int> corners, Span<double> shares)
    {
        if (!_input.IsComplicated)
        {
            (corners[0], shares[0]) = (_input.Correspondences[point], 1);
            return 1;
        }
        _model.Triangles.AsSpan(3 * _input.Correspondences[point], 3).CopyTo(corners);
        (shares[0], shares[1]) = (_input.Us[2 * point], _input.Us[(2 * point) + 1]);
        shares[2] = 1 - shares[0] - shares[1];
        return 3;
    }

    private void FingerColumns(int vertex, double share, ReadOnlySpan<double> global, Span<double> rows, int columns)
    {
        ReadOnlySpan<double> place = _model.BasePositions.AsSpan(4 * vertex, 4), weights = _model.Weights.AsSpan(vertex * _bones, _bones);
        for (int angle = 6; angle < Angles; angle++)
        {
            double x = 0, y = 0, z = 0;
            foreach (int bone in _moved.AsSpan(angle * _bones, _movedCount[angle]))
            {
                if (weights[bone] != 0)
                    Accumulate(Of(_slopes, (angle * _bones) + bone), place, weights[bone] * share, ref x, ref y, ref z);
            }
            if (_model.IsMirrored)
                x = -x;
            for (int r = 0; r < 3; r++)
                rows[(r * columns) + angle] -= (global[3 * r] * x) + (global[(3 * r) + 1] * y) + (global[(3 * r) + 2] * z);
        }
    }

    private static void Accumulate(ReadOnlySpan<double> t, ReadOnlySpan<double> place, double weight, ref double x, ref double y, ref double z)
    {
        x += ((t[0] * place[0]) + (t[1] * place[1]) + (t[2] * place[2]) + (t[3] * place[3])) * weight;
        y += ((t[4] * place[0]) + (t[5] * place[1]) + (t[6] * place[2]) + (t[7] * place[3])) * weight;
        z += ((t[8] * place[0]) + (t[9] * place[1]) + (t[10] * place[2]) + (t[11] * place[3])) * weight;
    }

    private static double Column(ReadOnlySpan<double> matrix, int column, ReadOnlySpan<double> v) =>
        (matrix[column] * v[0]) + (matrix[3 + column] * v[1]) + (matrix[6 + column] * v[2]);

    private static Span<double> Of(double[] matrices, int index) => matrices.AsSpan(Matrix * index, Matrix);
}
