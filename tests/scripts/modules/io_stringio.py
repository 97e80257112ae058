# area: modules
# prio: P1
# checks: io.StringIO collects text, print and redirect_stdout write into it
import contextlib
import io

s = io.StringIO()
print("a", 1, file=s)
s.write("bc\n")
print(repr(s.getvalue()))
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden")
print(repr(out.getvalue()))
t = io.StringIO("one\ntwo\n")
print(repr(t.readline()), t.read().split(), list(io.StringIO("x\ny")))
