# area: modules
# prio: P0
# checks: ContextVar get, set, reset and Context.run, copy_context
import contextvars

v = contextvars.ContextVar("v")
w = contextvars.ContextVar("w", default=0)
try:
    v.get()
except LookupError:
    print("no value")
print(v.get("given"), w.get(), v.name)
t = v.set(1)
ctx = contextvars.copy_context()
v.set(2)
print(ctx[v], v.get(), ctx.run(v.get), len(ctx), v in ctx, w in ctx)


def change():
    v.set(99)
    return v.get()


print(ctx.run(change), v.get(), ctx[v], t.old_value is contextvars.Token.MISSING, t.var is v)
v.reset(t)
print(v.get("unset"))
try:
    v.reset(t)
except RuntimeError:
    print("token used once")
