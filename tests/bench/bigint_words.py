# group: bigint
MASK = (1 << 64) - 1


def run(n):
    state, total, h = 88172645463325252, 0, 14695981039346656037
    for i in range(n):
        state = (state * 6364136223846793005 + 1442695040888963407) & MASK
        x = ((state >> 18) ^ state) >> 27
        h = ((h ^ (x & 255)) * 1099511628211) % (1 << 64)
        total += x >> 30 & 7
        if i % 64 == 0:
            total += pow(3, x | 1, 1_000_000_007) & 1
            total += h // 1000 % 10
    return total, h


print(run(500_000))
