# group: strings
def is_palindrome(s):
    return s == s[::-1]


def run(n):
    text = "".join(chr(97 + i * 7 % 26) for i in range(400))
    total = 0
    for i in range(n):
        k = i % 300
        piece = text[k:k + 12]
        if piece[0] < piece[-1]:
            total += 1
        total += is_palindrome(str(i)) + (piece[3:] + piece[:3] in text) + len(text[:k]) + (text[-5:] == "aaaaa")
    return total


print(run(250_000))
