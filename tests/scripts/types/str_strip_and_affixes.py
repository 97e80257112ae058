# area: types
# prio: P0
# checks: strip with and without characters, removeprefix, removesuffix
print(repr("  \t x y \n ".strip()), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxabcxx".strip("x"), "abcba".strip("ab"), "www.example.com".strip("cmowz."))
print("test.py".removesuffix(".py"), "test.py".removesuffix(".rs"), "TestCase".removeprefix("Test"), "x".removeprefix("xx"), repr("x".removeprefix("x")))
print(repr("\u2003em space\u00a0".strip()), "mississippi".lstrip("mis"), "mississippi".rstrip("ip"), repr("aaa".strip("a")), "abc".strip(""))
try:
    "a".strip(1)
except TypeError as e:
    print(e)
