// Hand tracking: errors, and the dense Jacobian by hand. Each finger's angle moves the bones from its own on; the derivatives of their
// transforms are found once, those of positions only for the vertices that a point meets.
// Gradient: out = {Jacobian 3p x columns, errors 3p}.
#include "ht.h"

TWIN(ht_primal)
{
    UNUSED_INTS;
    ht::Model m(ints, in);
    static std::vector<double> storage;
    ht::errors<double>(m, in[0], m.us, out[0], reserve(storage, 3 * (m.bones + 3) + 24 * m.bones + 3 * m.vertices));
}

namespace
{
constexpr int Angles = 26;

// The derivative of ht::rotation by one of its angles.
void rotationSlope(const double *angles, int which, double *R)
{
    double cx = std::cos(angles[0]), sx = std::sin(angles[0]), cz = std::cos(angles[1]), sz = std::sin(angles[1]);
    double cy = std::cos(angles[2]), sy = std::sin(angles[2]);
    R[0] = R[3] = R[4] = R[7] = R[8] = R[9] = R[10] = R[11] = 0;
    if (which == 0)
    {
        R[1] = cz * sy * cx + sz * sx;
        R[2] = -cz * sy * sx + sz * cx;
        R[5] = sz * sy * cx - cz * sx;
        R[6] = -sz * sy * sx - cz * cx;
        R[9] = cy * cx;
        R[10] = -cy * sx;
    }
    else
    {
        R[0] = -sz * cy;
        R[1] = -sz * sy * sx - cz * cx;
        R[2] = -sz * sy * cx + cz * sx;
        R[4] = cz * cy;
        R[5] = cz * sy * sx - sz * cx;
        R[6] = cz * sy * cx + sz * sx;
    }
}

// C = A B where A is a derivative, whose last row is 0.
void multiplySlope(const double *a, const double *b, double *c)
{
    for (int i = 0; i < 3; i++)
    {
        for (int j = 0; j < 4; j++)
            c[4 * i + j] = a[4 * i] * b[j] + a[4 * i + 1] * b[4 + j] + a[4 * i + 2] * b[8 + j];
        c[4 * i + 3] += a[4 * i + 3];
    }
}

// The derivatives of the rotation by its three parameters.
void angleAxisSlopes(const double *r, double (*slopes)[9])
{
    double norm = std::sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
    if (norm < 1e-4)
    {
        for (int p = 0; p < 3; p++)
            for (int i = 0; i < 9; i++)
                slopes[p][i] = 0;
        return;
    }
    double a[3] = {r[0] / norm, r[1] / norm, r[2] / norm}, s = std::sin(norm), c = std::cos(norm), rest = 1 - c;
    for (int p = 0; p < 3; p++)
    {
        double axis[3], angle = a[p];
        for (int i = 0; i < 3; i++)
            axis[i] = ((i == p) - a[i] * a[p]) / norm;
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                slopes[p][3 * i + j] = (axis[i] * a[j] + a[i] * axis[j]) * rest + a[i] * a[j] * s * angle - (i == j ? s * angle : 0);
        double skew[3];
        for (int i = 0; i < 3; i++)
            skew[i] = axis[i] * s + a[i] * c * angle;
        slopes[p][1] -= skew[2];
        slopes[p][2] += skew[1];
        slopes[p][3] += skew[2];
        slopes[p][5] -= skew[0];
        slopes[p][6] -= skew[1];
        slopes[p][7] += skew[0];
    }
}
}

TWIN(ht_gradient)
{
    UNUSED_INTS;
    ht::Model m(ints, in);
    double *__restrict jacobian = out[0];
    int columns = Angles + (m.complicated ? 2 : 0), first = columns - Angles;
    static std::vector<double> storage;
    static std::vector<int> moved;
    double *pose = reserve(storage, 3 * (m.bones + 3) + 36 * m.bones + 3 * m.vertices + 12 * Angles * m.bones);
    double *absolutes = pose + 3 * (m.bones + 3);
    double *positions = absolutes + 24 * m.bones;
    double *slopes = positions + 3 * m.vertices;
    double *chain = slopes + 12 * Angles * m.bones;
    ht::errors<double>(m, in[0], m.us, out[1], pose);

    // moved: for each angle of a finger, how many bones it moves and which. slopes: the derivatives of their transforms.
    moved.resize(Angles * (m.bones + 1));
    int place[Angles][2];
    ht::places(place);
    for (int angle = 6; angle < Angles; angle++)
    {
        int *list = moved.data() + angle * (m.bones + 1);
        int bone = place[angle][0] - 3, count = 0;
        for (int i = bone; i < m.bones; i++)
        {
            double R[12], relative[12];
            if (i == bone)
            {
                rotationSlope(pose + 3 * (i + 3), place[angle][1], R);
                for (int row = 0; row < 3; row++)
                    for (int j = 0; j < 4; j++)
                        relative[4 * row + j] = m.baseRelatives[16 * i + 4 * row] * R[j] + m.baseRelatives[16 * i + 4 * row + 1] * R[4 + j] +
                                                m.baseRelatives[16 * i + 4 * row + 2] * R[8 + j];
                if (m.parents[i] < 0)
                    for (int j = 0; j < 12; j++)
                        chain[12 * i + j] = relative[j];
                else
                    for (int row = 0; row < 3; row++)
                        for (int j = 0; j < 4; j++)
                        {
                            const double *a = absolutes + 12 * m.parents[i] + 4 * row;
                            chain[12 * i + 4 * row + j] = a[0] * relative[j] + a[1] * relative[4 + j] + a[2] * relative[8 + j];
                        }
            }
            else
            {
                bool follows = false;
                for (int known = 1; known <= count; known++)
                    follows |= list[known] == m.parents[i];
                if (!follows)
                    continue;
                ht::rotation(pose + 3 * (i + 3), R);
                ht::multiply(m.baseRelatives + 16 * i, R, relative);
                multiplySlope(chain + 12 * m.parents[i], relative, chain + 12 * i);
            }
            multiplySlope(chain + 12 * i, m.inverseBaseAbsolutes + 16 * i, slopes + 12 * (angle * m.bones + i));
            list[++count] = i;
        }
        list[0] = count;
    }

    double R[9], dR[3][9];
    ht::angleAxis(pose, R);
    angleAxisSlopes(pose, dR);
    double mirror = m.mirrored ? -1 : 1;
    for (int i = 0; i < m.points; i++)
    {
        double *__restrict rows = jacobian + 3 * i * columns;
        for (int j = 0; j < 3 * columns; j++)
            rows[j] = 0;
        for (int j = 0; j < 3; j++)
            rows[j * columns + first + 3 + j] = -1;
        int corners[3] = {m.correspondences[i]};
        double shares[3] = {1};
        int count = 1;
        if (m.complicated)
        {
            count = 3;
            for (int corner = 0; corner < 3; corner++)
                corners[corner] = m.triangles[3 * m.correspondences[i] + corner];
            shares[0] = m.us[2 * i];
            shares[1] = m.us[2 * i + 1];
            shares[2] = 1 - shares[0] - shares[1];
            for (int j = 0; j < 3; j++)
                for (int u = 0; u < 2; u++)
                    rows[j * columns + u] = positions[3 * corners[2] + j] - positions[3 * corners[u] + j];
        }
        double centre[3] = {};
        for (int corner = 0; corner < count; corner++)
        {
            int v = corners[corner];
            const double *base = m.basePositions + 4 * v, *weight = m.weights + v * m.bones;
            for (int j = 0; j < 3; j++)
                centre[j] += shares[corner] * (positions[3 * v + j] - pose[6 + j]);
            for (int angle = 6; angle < Angles; angle++)
            {
                const int *list = moved.data() + angle * (m.bones + 1);
                double p0 = 0, p1 = 0, p2 = 0;
                for (int known = 1; known <= list[0]; known++)
                {
                    double w = weight[list[known]] * shares[corner];
                    if (w == 0)
                        continue;
                    const double *t = slopes + 12 * (angle * m.bones + list[known]);
                    p0 += (t[0] * base[0] + t[1] * base[1] + t[2] * base[2] + t[3] * base[3]) * w;
                    p1 += (t[4] * base[0] + t[5] * base[1] + t[6] * base[2] + t[7] * base[3]) * w;
                    p2 += (t[8] * base[0] + t[9] * base[1] + t[10] * base[2] + t[11] * base[3]) * w;
                }
                p0 *= mirror;
                for (int j = 0; j < 3; j++)
                    rows[j * columns + first + angle] -= R[3 * j] * p0 + R[3 * j + 1] * p1 + R[3 * j + 2] * p2;
            }
        }
        // The centre is the rotated point: dR applies to what was rotated, which is R transposed times the centre.
        double local[3];
        for (int j = 0; j < 3; j++)
            local[j] = R[j] * centre[0] + R[3 + j] * centre[1] + R[6 + j] * centre[2];
        for (int p = 0; p < 3; p++)
            for (int j = 0; j < 3; j++)
                rows[j * columns + first + p] = -(dR[p][3 * j] * local[0] + dR[p][3 * j + 1] * local[1] + dR[p][3 * j + 2] * local[2]);
    }
}
