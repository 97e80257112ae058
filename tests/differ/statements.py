"""Rules of statements. `block` is any statement; the others are pieces that only some statements use."""

from classes import CLASSES, MEMBER
from containers import CONTAINERS
from flow import FLOW
from functions import FUNCTIONS

SIMPLE = """
p(lambda: <any>)
---
p(lambda: <any>)
p(lambda: <str>)
---
p(lambda: <int>)
p(lambda: <list>)
---
p(lambda: <str>)
p(lambda: <str>)
p(lambda: <str>)
---
p(lambda: <bool>)
p(lambda: <float>)
p(lambda: <num>)
---
p(lambda: <bytes>)
p(lambda: <tuple>)
---
p(lambda: <dict>)
p(lambda: <anyset>)
---
show(<any>)
---
show(<str>)
---
<assign>
---
<assign>
<assign>
---
<assign>
show(<any>)
"""

LIBRARY = """
exec(<code>)
---
ns = {}
exec(<code>, ns)
show(sorted(k for k in ns if k[0] != '_'))
---
import importlib
p(lambda: importlib.import_module(<modname>).__name__)
---
p(lambda: functools.partial(<func2>, <any>)(<any>))
p(lambda: functools.partial(<func1>)(<any>))
p(lambda: operator.itemgetter(<any>, <small>)(<any>))
p(lambda: operator.methodcaller(<methodname>, <any>)(<any>))
p(lambda: operator.attrgetter(<attrname>)(<any>))
---
o = <object>
p(lambda: getattr(o, <methodname>)(<any>))
p(lambda: getattr(<any>, <methodname>)(<any>))
p(lambda: getattr(<any>, <methodname>)(<any>))
p(lambda: getattr(<any>, <methodname>)())
p(lambda: getattr(type(<any>), <methodname>)(<any>, <any>))
---
p(lambda: printed(<any>, <num>, sep=<char>, end=<char>))
p(lambda: printed(<num>, <str>, sep=<any>))
p(lambda: printed(*<ints>, sep=', '))
---
s = inspect.signature(lambda a, b=<lit:int>, /, c=2, *d, e, **f: 0)
p(lambda: str(s))
p(lambda: s.bind(<args>).arguments)
p(lambda: s.bind_partial(<args>).args)
"""

BLOCK = "\n---\n".join(part.strip("\n") for part in (SIMPLE, FLOW, FUNCTIONS, CLASSES, CONTAINERS, LIBRARY))

INLOOP = """
<block>
---
continue
---
break
---
if <bool>:
    break
---
if <bool>:
    continue
<block>
---
<block>
break
---
pass
"""

INFUNC = """
<block>
---
show(<any>)
---
return <any>
---
if <bool>:
    return <any>
---
if <any>:
    raise <exc>
---
pass
---
for <new> in <iter>:
    if <bool>:
        return <@>
---
<assign>
---
try:
    <infunc>
except <exctype> as e:
    oops(e)
"""

TABLES = {"simple": SIMPLE, "block": BLOCK, "inloop": INLOOP, "infunc": INFUNC, "member": MEMBER}
