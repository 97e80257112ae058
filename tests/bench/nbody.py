# group: float_loops
def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            d2 = dx * dx + dy * dy + dz * dz
            mag = dt / (d2 * d2 ** 0.5)
            am = b[6] * mag
            bm = a[6] * mag
            a[3] -= dx * am
            a[4] -= dy * am
            a[5] -= dz * am
            b[3] += dx * bm
            b[4] += dy * bm
            b[5] += dz * bm
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a[6] * (a[3] ** 2 + a[4] ** 2 + a[5] ** 2)
        for b in bodies[i + 1:]:
            total -= a[6] * b[6] / ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2) ** 0.5
    return total


bodies = [[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0], [5.0, -1.0, -0.1, 0.6, 2.8, -0.02, 0.04], [8.3, 4.1, -0.4, -1.0, 1.8, 0.008, 0.011],
          [12.9, -15.1, -0.2, 1.08, 0.87, -0.01, 0.0017], [15.4, -25.9, 0.18, 0.98, 0.6, -0.035, 0.002]]
pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
advance(bodies, pairs, 0.01, 80_000)
print(f"{energy(bodies):.9f}")
