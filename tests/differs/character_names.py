# differs: Characters are not known by name.
# cpython: `'\N{BULLET}'` is the character of that name.
# here: the escape is a SyntaxError that says so.
# why: the table of names is larger than the rest of the interpreter.
# instead: write the character itself, or its number: `'\u2022'`.
try:
    exec(r"'\N{BULLET}'")
except SyntaxError as error:
    print(error.msg)
print("\u2022")
