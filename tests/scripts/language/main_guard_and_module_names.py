# area: language
# prio: P0
# checks: __name__ is __main__, __file__ ends in the file's name, __doc__ is the first string
"""The doc of the module."""
if __name__ == "__main__":
    print("main", __doc__)
print(__file__.endswith("main_guard_and_module_names.py"))
print("x" in globals(), globals()["__name__"])
x = 5
print(globals()["x"])
globals()["made"] = 7
print(made)


def f(a, b=2):
    c = a + b
    return sorted(locals().items())


print(f(1))
