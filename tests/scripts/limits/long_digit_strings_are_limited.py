# area: limits
# prio: P1
# checks: conversion between very long integers and decimal text is limited
a = 10 ** 4000
print(len(str(a)))
for f in (lambda: str(10 ** 5000), lambda: int("1" * 5000), lambda: f"{10 ** 5000}"):
    try:
        f()
        print("no error")
    except ValueError as e:
        print(str(e).startswith("Exceeds the limit (4300"))
print(len(hex(10 ** 5000)), int("1" * 5000, 16) > 0)
