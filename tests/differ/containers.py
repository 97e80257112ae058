"""Rules that make a container and change it, statement by statement."""

CONTAINERS = """
b = bytearray(<bytes>)
m = memoryview(b)
p(lambda: m.__setitem__(<small>, <small>))
m[<slice>] = <bytes>
p(lambda: (m.nbytes, m.format, m.shape, m.readonly))
p(lambda: m.tolist())
p(lambda: b.append(1))
m.release()
p(lambda: m[0])
show(b)
---
d = collections.defaultdict(<func1>)
p(lambda: d[<key>])
p(lambda: d.setdefault(<key>, <any>))
p(lambda: sorted(map(text, d)))
---
a, b = <list>, <list>
p(lambda: (a < b, a == b, a + b))
a[len(a):] = b
show(a)
p(lambda: a.sort())
show(a)
a *= <small>
show(a)
---
l = <ints>
for i in l:
    if i > 5:
        l.remove(i)
    elif len(l) < 12:
        l.append(i + 1)
show(l)
---
d = dict(<lit:dict>)
for k in d:
    d[<key>] = 1
show(d)
---
s = {1, 2, 3}
for x in s:
    s.add(<int>)
show(len(s))
a = b = <list>
a <aug> <any>
show(a, b)
---
a = <any>
a <aug> <any>
show(a)
---
d = <dict>
d[<key>] = <any>
d[<any>] <aug> <any>
show(d)
---
l = <list>
l[<small>] = <any>
l[<slice>] = <iter>
show(l)
---
l = <list>
l[<slice>] = <any>
show(l)
del l[<small>]
show(l)
del l[<slice>]
show(l)
---
l = list(<lit:list>)
p(lambda: l.append(<any>))
p(lambda: l.insert(<small>, <any>))
p(lambda: l.extend(<any>))
p(lambda: l.remove(<any>))
p(lambda: l.pop(<small>))
p(lambda: l.sort(key=<func1>, reverse=<bool>))
p(lambda: l.reverse())
p(lambda: l.index(<any>))
show(l)
---
d = dict(<lit:dict>)
p(lambda: d.update(<any>))
p(lambda: d.update(<dict>, **<strdict>))
p(lambda: d.pop(<key>))
p(lambda: d.setdefault(<key>, <any>))
p(lambda: d.popitem())
p(lambda: d.__ior__(<any>))
p(lambda: list(reversed(d)))
p(lambda: (<key> in d, <any> in d.values()))
show(d, d.keys(), d.values(), d.items())
---
s = set(<lit:set>)
p(lambda: s.add(<any>))
p(lambda: s.discard(<any>))
p(lambda: s.remove(<key>))
p(lambda: s.update(<iter>, <any>))
p(lambda: s.difference_update(<any>))
p(lambda: s.intersection_update(<iter>))
p(lambda: s.symmetric_difference_update(<iter>))
s <setaug> <any>
show(s)
---
b = bytearray(<bytes>)
p(lambda: b.append(<small>))
p(lambda: b.extend(<any>))
p(lambda: b.insert(<small>, <int>))
p(lambda: b.pop(<small>))
p(lambda: b.remove(<int>))
p(lambda: b.reverse())
b[<slice>] = <any>
p(lambda: b.__setitem__(<small>, <any>))
b += <any>
show(b)
del b[<slice>]
show(b)
---
q = collections.deque(<iter>, <any>)
p(lambda: q.append(<any>))
p(lambda: q.appendleft(<any>))
p(lambda: q.rotate(<small>))
p(lambda: q.extendleft(<iter>))
p(lambda: q.insert(<small>, <any>))
p(lambda: q.pop())
p(lambda: q.remove(<any>))
p(lambda: q[<small>])
p(lambda: q == <any>)
show(q)
---
od = collections.OrderedDict(<pairs>)
p(lambda: od.move_to_end(<key>, last=<bool>))
p(lambda: od.popitem(last=<bool>))
p(lambda: od == collections.OrderedDict(<pairs>))
p(lambda: od | <dict>)
show(od)
---
c = collections.Counter(<iter>)
p(lambda: c.update(<any>))
p(lambda: c.subtract(<iter>))
p(lambda: sorted(map(text, c.elements()))[:10])
p(lambda: c.total())
p(lambda: c[<key>])
p(lambda: +c)
p(lambda: c <= <any>)
show(sorted(map(text, c.items())))
---
m = collections.ChainMap(<strdict>, <strdict>)
p(lambda: m[<char>])
p(lambda: m.new_child(<strdict>))
p(lambda: m.parents)
p(lambda: m.pop(<char>))
show(m)
---
h = <ints>
heapq.heapify(h)
p(lambda: heapq.heappush(h, <any>))
p(lambda: heapq.heappop(h))
p(lambda: heapq.heapreplace(h, <num>))
p(lambda: heapq.heappushpop(h, <num>))
show(h)
---
l = sorted(<ints>)
p(lambda: bisect.insort(l, <num>))
p(lambda: bisect.insort_left(l, <any>, <small>, <small>))
show(l)
---
f = io.StringIO(<str>)
p(lambda: f.read(<small>))
p(lambda: f.readline())
p(lambda: f.seek(<small>))
p(lambda: f.write(<any>))
p(lambda: f.readlines())
p(lambda: f.truncate(<small>))
p(lambda: f.tell())
p(lambda: f.getvalue())
---
f = io.BytesIO(<bytes>)
p(lambda: f.read(<small>))
p(lambda: f.seek(<small>, <tiny>))
p(lambda: f.write(<any>))
p(lambda: f.readline(<small>))
p(lambda: list(f))
p(lambda: f.getvalue())
"""
