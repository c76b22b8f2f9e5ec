// Hand tracking: distances of measured points from a skinned hand, for any number type T of theta and U of the vertices' weights u.
// ints[0] = {bones, vertices, points, mirrored, complicated}, ints[1] = parents, ints[2] = correspondences, ints[3] = triangles;
// in = {theta, us, base relatives, inverse base absolutes, base positions v x 4, weights v x bones, points p x 3}; out = {errors 3p}.
#pragma once
#include "twin.h"

namespace ht
{
struct Model
{
    int bones, vertices, points;
    bool mirrored, complicated;
    const int *parents, *correspondences, *triangles;
    const double *us, *baseRelatives, *inverseBaseAbsolutes, *basePositions, *weights, *targets;

    Model(const int *const *ints, const double *const *in)
        : bones(ints[0][0]), vertices(ints[0][1]), points(ints[0][2]), mirrored(ints[0][3] != 0), complicated(ints[0][4] != 0),
          parents(ints[1]), correspondences(ints[2]), triangles(ints[3]), us(in[1]), baseRelatives(in[2]), inverseBaseAbsolutes(in[3]),
          basePositions(in[4]), weights(in[5]), targets(in[6])
    {
    }
};

// Where each theta goes: a column of the pose by bone, and a row in it. Each finger's last column stays empty.
inline void places(int (*place)[2])
{
    for (int i = 0; i < 3; i++)
    {
        place[i][0] = 0;
        place[i][1] = i;
        place[3 + i][0] = 2;
        place[3 + i][1] = i;
    }
    for (int finger = 0, next = 6, column = 5; finger < 5; finger++, column++)
    {
        for (int joint = 2; joint <= 4; joint++, column++)
        {
            place[next][0] = column;
            place[next++][1] = 0;
            if (joint == 2)
            {
                place[next][0] = column;
                place[next++][1] = 1;
            }
        }
    }
}

// C = A B, of 3 x 4 matrices whose last row is (0, 0, 0, 1).
template <class A, class B, class C> inline void multiply(const A *a, const B *b, C *c)
{
    for (int i = 0; i < 3; i++)
    {
        for (int j = 0; j < 4; j++)
        {
            c[4 * i + j] = a[4 * i] * b[j] + a[4 * i + 1] * b[4 + j] + a[4 * i + 2] * b[8 + j];
            if (j == 3)
                c[4 * i + j] += a[4 * i + 3];
        }
    }
}

// Rz(angles[1]) Ry(angles[2]) Rx(angles[0])
template <class T> inline void rotation(const T *angles, T *R)
{
    using std::cos;
    using std::sin;
    T cx = cos(angles[0]), sx = sin(angles[0]), cz = cos(angles[1]), sz = sin(angles[1]), cy = cos(angles[2]), sy = sin(angles[2]);
    R[0] = cz * cy;
    R[1] = cz * sy * sx - sz * cx;
    R[2] = cz * sy * cx + sz * sx;
    R[4] = sz * cy;
    R[5] = sz * sy * sx + cz * cx;
    R[6] = sz * sy * cx - cz * sx;
    R[8] = -sy;
    R[9] = cy * sx;
    R[10] = cy * cx;
    R[3] = R[7] = R[11] = 0;
}

template <class T> inline void angleAxis(const T *r, T *R)
{
    using std::cos;
    using std::sin;
    using std::sqrt;
    T norm = sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
    if (norm < 1e-4)
    {
        for (int i = 0; i < 9; i++)
            R[i] = i % 4 == 0;
        return;
    }
    T x = r[0] / norm, y = r[1] / norm, z = r[2] / norm, s = sin(norm), c = cos(norm), rest = 1 - c;
    R[0] = x * x * rest + c;
    R[1] = x * y * rest - z * s;
    R[2] = x * z * rest + y * s;
    R[3] = x * y * rest + z * s;
    R[4] = y * y * rest + c;
    R[5] = y * z * rest - x * s;
    R[6] = x * z * rest - y * s;
    R[7] = y * z * rest + x * s;
    R[8] = z * z * rest + c;
}

// scratch: 3 (bones + 3) pose, 24 matrices of 12 for the bones (absolute, transform), 3 x vertices positions.
template <class T> void errors(const Model &m, const T *theta, const T *us, T *error, T *scratch)
{
    T *pose = scratch, *absolutes = pose + 3 * (m.bones + 3), *transforms = absolutes + 12 * m.bones;
    T *__restrict positions = transforms + 12 * m.bones;
    for (int i = 0; i < 3 * (m.bones + 3); i++)
        pose[i] = 0;
    int place[26][2];
    places(place);
    for (int i = 0; i < 26; i++)
        pose[3 * place[i][0] + place[i][1]] = theta[i];
    for (int i = 0; i < 3; i++)
        pose[3 + i] = 1;
    for (int i = 0; i < m.bones; i++)
    {
        T R[12], relative[12];
        rotation(pose + 3 * (i + 3), R);
        const double *base = m.baseRelatives + 16 * i;
        if (m.parents[i] < 0)
        {
            multiply(base, R, absolutes + 12 * i);
        }
        else
        {
            multiply(base, R, relative);
            multiply(absolutes + 12 * m.parents[i], relative, absolutes + 12 * i);
        }
        multiply(absolutes + 12 * i, m.inverseBaseAbsolutes + 16 * i, transforms + 12 * i);
    }
    T R[9];
    angleAxis(pose, R);
    for (int v = 0; v < m.vertices; v++)
    {
        const double *base = m.basePositions + 4 * v, *weight = m.weights + v * m.bones;
        T p0 = 0, p1 = 0, p2 = 0;
        for (int i = 0; i < m.bones; i++)
        {
            const T *t = transforms + 12 * i;
            double w = weight[i];
            p0 += (t[0] * base[0] + t[1] * base[1] + t[2] * base[2] + t[3] * base[3]) * w;
            p1 += (t[4] * base[0] + t[5] * base[1] + t[6] * base[2] + t[7] * base[3]) * w;
            p2 += (t[8] * base[0] + t[9] * base[1] + t[10] * base[2] + t[11] * base[3]) * w;
        }
        if (m.mirrored)
            p0 = -p0;
        p0 *= pose[3];
        p1 *= pose[4];
        p2 *= pose[5];
        positions[3 * v] = R[0] * p0 + R[1] * p1 + R[2] * p2 + pose[6];
        positions[3 * v + 1] = R[3] * p0 + R[4] * p1 + R[5] * p2 + pose[7];
        positions[3 * v + 2] = R[6] * p0 + R[7] * p1 + R[8] * p2 + pose[8];
    }
    for (int i = 0; i < m.points; i++)
    {
        const double *target = m.targets + 3 * i;
        if (m.complicated)
        {
            const int *corner = m.triangles + 3 * m.correspondences[i];
            const T &u0 = us[2 * i], &u1 = us[2 * i + 1];
            T u2 = 1 - u0 - u1;
            for (int j = 0; j < 3; j++)
                error[3 * i + j] = target[j] - (u0 * positions[3 * corner[0] + j] + u1 * positions[3 * corner[1] + j] +
                                                u2 * positions[3 * corner[2] + j]);
        }
        else
        {
            for (int j = 0; j < 3; j++)
                error[3 * i + j] = target[j] - positions[3 * m.correspondences[i] + j];
        }
    }
}
}
