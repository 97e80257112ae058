# group: strings
def caesar(text, k):
    out = []
    for c in text:
        if c.isalpha():
            base = ord("a") if c.islower() else ord("A")
            out.append(chr((ord(c) - base + k) % 26 + base))
        else:
            out.append(c)
    return "".join(out)
def run(n):
    text = "The Quick Brown Fox Jumps Over The Lazy Dog, again and again! 12345"
    total = 0
    for i in range(n):
        s = caesar(text, i % 26)
        vowels = sum(1 for c in s if c in "aeiouAEIOU")
        pal = s == s[::-1]
        digits = "".join(c for c in s if c.isdigit())
        total += vowels + pal + int(digits) + len(s.translate(str.maketrans("abc", "xyz")))
        rle = ""
        prev, cnt = "", 0
        for c in "aaabbbccccd":
            if c == prev:
                cnt += 1
            else:
                if prev:
                    rle += prev + str(cnt)
                prev, cnt = c, 1
        total += len(rle)
    return total
print(run(16000))
