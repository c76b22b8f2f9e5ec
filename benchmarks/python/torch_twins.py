"""The suite's derivatives by PyTorch, vectorised as one writes them there. Reads requests from standard input, one per line:
a problem as JSON, "compute", which saves the outputs to the problem's file, or "time N", which answers milliseconds per call."""
import itertools
import json
import math
import sys
import time

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def gradients(value, inputs):
    return torch.autograd.grad(value, inputs)


def leaf(x):
    return x.detach().requires_grad_()


def gmm(ints, reals):
    d, k, n, m = ints[0].tolist()
    alpha, q_shape = leaf(reals[0]), (k, d)
    mu, q = leaf(reals[1].view(q_shape)), leaf(reals[2].view(q_shape))
    l = leaf(reals[3].view(k, -1))
    x, gamma = reals[4].view(n, d), reals[5].item()
    columns, rows = torch.triu_indices(d, d, 1)
    degrees = d + m + 1
    log_gamma = 0.25 * d * (d - 1) * math.log(math.pi) + sum(math.lgamma(0.5 * degrees + 0.5 * (1 - j)) for j in range(1, d + 1))
    constant = degrees * d * (math.log(gamma) - 0.5 * math.log(2)) - log_gamma

    def run():
        diagonal, sums = q.exp(), q.sum(1)
        lower = torch.diag_embed(diagonal).index_put((torch.arange(k)[:, None], rows, columns), l)
        y = torch.einsum("kab,nkb->nka", lower, x[:, None] - mu)
        terms = alpha + sums - 0.5 * y.square().sum(2)
        wishart = 0.5 * gamma * gamma * (diagonal.square().sum() + l.square().sum()) - m * sums.sum()
        value = -n * d * 0.5 * math.log(2 * math.pi) + terms.logsumexp(1).sum() - n * alpha.logsumexp(0) - wishart + k * constant
        return [], gradients(value, [alpha, mu, q, l])

    return run


def ba(ints, reals):
    n, m, p = ints[0].tolist()
    cam_of, point_of = ints[1].view(p, 2).long().unbind(1)
    cams, points, w0, features = reals[0].view(n, 11), reals[1].view(m, 3), reals[2], reals[3].view(p, 2)
    width = 15

    def run():
        cam, x, w = leaf(cams[cam_of]), leaf(points[point_of]), leaf(w0)
        r, moved = cam[:, 0:3], x - cam[:, 3:6]
        square = r.square().sum(1, keepdim=True)
        turning = square != 0
        angle = torch.where(turning, square, torch.ones_like(square)).sqrt()
        axis = r / angle
        turned = moved * angle.cos() + torch.cross(axis, moved, dim=1) * angle.sin() + axis * ((axis * moved).sum(1, keepdim=True) * (1 - angle.cos()))
        seen = torch.where(turning, turned, moved + torch.cross(r, moved, dim=1))
        plane = seen[:, :2] / seen[:, 2:]
        radius = plane.square().sum(1, keepdim=True)
        distorted = plane * (1 + cam[:, 9:10] * radius + cam[:, 10:11] * radius.square())
        errors = w[:, None] * (distorted * cam[:, 6:7] + cam[:, 7:9] - features)
        blocks = torch.stack([torch.cat([g.view(p, -1) for g in torch.autograd.grad(errors[:, i].sum(), [cam, x, w], retain_graph=i == 0)], 1) for i in range(2)], 1)
        rows = torch.cat([torch.arange(2 * p) * width, 2 * p * width + torch.arange(p + 1)])
        column = torch.cat([cam_of[:, None] * 11 + torch.arange(11), 11 * n + 3 * point_of[:, None] + torch.arange(3), 11 * n + 3 * m + torch.arange(p)[:, None]], 1)
        columns = torch.cat([column[:, None].expand(p, 2, width).reshape(-1), 11 * n + 3 * m + torch.arange(p)])
        return [rows.int(), columns.int()], [errors, 1 - w * w, torch.cat([blocks.view(-1), -2 * w])]

    return run


def lstm(ints, reals):
    layers, b, c = ints[0].tolist()
    main, extra = leaf(reals[0].view(layers, 2, 4, b)), leaf(reals[1].view(3, b))
    state, sequence = reals[2].view(layers, 2, b), reals[3].view(c, b)

    def run():
        cells = [(state[i, 0], state[i, 1]) for i in range(layers)]
        weights = [[(main[i, 0, gate], main[i, 1, gate]) for gate in range(4)] for i in range(layers)]
        total = torch.zeros(())
        for t in range(c - 1):
            x = sequence[t] * extra[0]
            for i in range(layers):
                hidden, cell = cells[i]
                forget, ingate, outgate, change = weights[i]
                cell = cell * torch.sigmoid(x * forget[0] + forget[1]) + torch.sigmoid(hidden * ingate[0] + ingate[1]) * torch.tanh(hidden * change[0] + change[1])
                x = torch.sigmoid(x * outgate[0] + outgate[1]) * torch.tanh(cell)
                cells[i] = (x, cell)
            prediction = x * extra[1] + extra[2]
            total = total + (sequence[t + 1] * (prediction - (2 + prediction.exp().sum()).log())).sum()
        return [], gradients(-total / ((c - 1) * b), [main, extra])

    return run


def ht(ints, reals):
    bones, vertices, p, mirrored, complicated = ints[0].tolist()
    parents, chosen = ints[1].tolist(), ints[2].long()
    theta, us = reals[0], reals[1].view(-1, 2)
    relatives, inverses = reals[2].view(bones, 4, 4), reals[3].view(bones, 4, 4)
    positions, weights, targets = reals[4].view(vertices, 4), reals[5].view(vertices, bones), reals[6].view(p, 3)
    corners = ints[3].long().view(-1, 3)[chosen] if complicated else None
    columns = 28 if complicated else 26

    def errors(inputs):
        pose = inputs[columns - 26:]
        zero = pose.new_zeros(())
        angles = [[zero, zero, zero] for _ in range(bones)]
        for finger in range(5):
            for joint in range(3):
                angles[4 * finger + joint + 2][0] = pose[6 + 4 * finger + (joint + 1 if joint else 0)]
            angles[4 * finger + 2][1] = pose[7 + 4 * finger]
        euler = torch.stack([torch.stack(a) for a in angles])
        (sx, sz, sy), (cx, cz, cy) = euler.sin().unbind(1), euler.cos().unbind(1)
        o, i = torch.zeros_like(sx), torch.ones_like(sx)
        rotation = torch.stack([
            cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx, o, sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx, o,
            -sy, cy * sx, cy * cx, o, o, o, o, i], 1).view(bones, 4, 4)
        local = relatives @ rotation
        absolute = []
        for bone in range(bones):
            absolute.append(local[bone] if parents[bone] < 0 else absolute[parents[bone]] @ local[bone])
        transforms = (torch.stack(absolute) @ inverses)[:, :3]
        blended = torch.einsum("bij,vj,vb->vi", transforms, positions, weights)
        if mirrored:
            blended = blended * torch.tensor([-1.0, 1.0, 1.0])
        norm = pose[:3].square().sum().sqrt()
        x, y, z = (pose[:3] / norm).unbind(0)
        n = torch.zeros_like(x)
        skew = torch.stack([n, -z, y, z, n, -x, -y, x, n]).view(3, 3)
        turn = torch.eye(3) + skew * norm.sin() + skew @ skew * (1 - norm.cos())
        placed = blended @ turn.T + pose[3:6]
        if not complicated:
            return (targets - placed[chosen]).view(-1)
        u = us + inputs[:2]
        a, b, c = placed[corners].unbind(1)
        return (targets - (u[:, :1] * a + u[:, 1:] * b + (1 - u.sum(1, keepdim=True)) * c)).view(-1)

    inputs = torch.cat([torch.zeros(columns - 26), theta])

    def run():
        jacobian = torch.autograd.functional.jacobian(errors, inputs, vectorize=True, strategy="forward-mode")
        return [], [jacobian, errors(inputs)]

    return run


def kmeans(ints, reals):
    n, d, k = ints[0].tolist()
    points, centroids = reals[0].view(n, d), leaf(reals[1].view(k, d))
    squares = points.square().sum(1, keepdim=True)

    def run():
        distances = squares - 2 * points @ centroids.T + centroids.square().sum(1)
        gradient, = torch.autograd.grad(distances.min(1).values.sum(), centroids, create_graph=True)
        diagonal, = torch.autograd.grad(gradient.sum(), centroids)
        return [], [gradient, diagonal]

    return run


def lse(ints, reals):
    x = leaf(reals[0])
    return lambda: ([], gradients(x.logsumexp(0), [x]))


def ode(ints, reals):
    n, steps = ints[0].tolist()
    x = leaf(reals[0])
    h = 2 / steps

    def slope(y):
        return x * torch.cat([torch.ones(1), y[:-1]])

    def run():
        y = torch.zeros(n)
        for _ in range(steps):
            k1 = slope(y)
            k2 = slope(y + h / 2 * k1)
            k3 = slope(y + h / 2 * k2)
            k4 = slope(y + h * k3)
            y = y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        return [], gradients(y[-1], [x])

    return run


def det(ints, reals):
    """Expansion by minors down to single entries is a sum over permutations, taken at once."""
    ell = ints[0].item()
    a = leaf(reals[0].view(ell, ell))
    permutations = torch.tensor(list(itertools.permutations(range(ell))))
    earlier, later = torch.triu_indices(ell, ell, 1)
    signs = 1.0 - 2.0 * ((permutations[:, earlier] > permutations[:, later]).sum(1) % 2)
    rows = torch.arange(ell)
    return lambda: ([], gradients((signs * a[rows, permutations].prod(1)).sum(), [a]))


def llsq(ints, reals):
    n, m = ints[0].tolist()
    x = leaf(reals[0])

    def run():
        t = -1 + 2 * torch.arange(n, dtype=torch.float64) / (n - 1)
        powers = torch.cat([torch.ones(n, 1), t[:, None].expand(n, m - 1)], 1).cumprod(1)
        return [], gradients(0.5 * (t.sign() - powers @ x).square().sum(), [x])

    return run


def mlp(ints, reals):
    batch, layers = ints[0].tolist()
    widths, labels = ints[1].tolist(), ints[2].long()
    w, x = leaf(reals[0]), reals[1].view(batch, widths[0])

    def run():
        values, start = x, 0
        for layer, (inputs, outputs) in enumerate(zip(widths, widths[1:])):
            matrix = w[start:start + inputs * outputs].view(outputs, inputs)
            start += (inputs + 1) * outputs
            values = torch.addmm(w[start - outputs:start], values, matrix.T)
            if layer + 1 < layers:
                values = values.tanh()
        return [], gradients(torch.nn.functional.cross_entropy(values, labels), [w])

    return run


OBJECTIVES = {f.__name__: f for f in (gmm, ba, lstm, ht, kmeans, lse, ode, det, llsq, mlp)}


def load(request):
    with open(request["file"], "rb") as file:
        data = bytearray(file.read())
    arrays, offset = [], 0
    for dtype, size, lengths in ((torch.int32, 4, request["ints"]), (torch.float64, 8, request["reals"])):
        arrays.append([])
        for length in lengths:
            part = data[offset:offset + size * length]
            arrays[-1].append(torch.frombuffer(part, dtype=dtype) if length else torch.empty(0, dtype=dtype))
            offset += size * length
    return OBJECTIVES[request["objective"]](*arrays)


def save(path, outputs):
    with open(path, "wb") as file:
        for group in outputs:
            for array in group:
                file.write(array.detach().contiguous().numpy().tobytes())


def main():
    run, path = None, None
    for line in sys.stdin:
        line = line.strip()
        try:
            if line.startswith("{"):
                request = json.loads(line)
                run, path = load(request), request["file"]
                answer = "ok"
            elif line == "compute":
                save(path, run())
                answer = "ok"
            else:
                calls = int(line.split()[1])
                start = time.process_time()
                for _ in range(calls):
                    run()
                answer = f"ok {(time.process_time() - start) * 1000 / calls!r}"
        except Exception as error:  # the other side reports it
            answer = f"error {type(error).__name__}: {error}".replace("\n", " ")
        print(answer, flush=True)


main()
