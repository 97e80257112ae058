# area: language
# prio: P2
# checks: a method called by its own name refuses objects of a near type, which share its code
import collections
def each():
    pairs = ((bytes.upper,(bytearray(b'x'),)),(bytearray.upper,(b'x',)),(set.union,(frozenset([1]),)),(frozenset.union,({1},)),(set.__len__,(frozenset(),)),(frozenset.__or__,({1},{2})),
  (dict.get,(collections.OrderedDict(a=1),'a')),(int.__add__,(True,2)),(float.__add__,(1,2)),(list.append,((),1)),(tuple.index,([1],1)),(bytes.__len__,(bytearray(),)),(str.upper,(b'x',)),(bool.__and__,(1,2)),
  (collections.OrderedDict.move_to_end,({'a':1},'a')),(range.index,([1],1)),(type({}.keys()).isdisjoint,({}.items(),())),(type({}.items()).isdisjoint,({}.keys(),())), (complex.conjugate,(1.0,)),(int.bit_length,(1.5,)),(float.hex,(1,)),
  (type((x for x in ())).send,(3,None)), (bytes.__add__,(bytearray(b'1'),b'2')), (bytes.__getitem__,(bytearray(b'1'),0)), (bytearray.__iadd__,(b'1',b'2')),
  (type(iter([])).__next__,(iter(()),)), (type(iter([])).__next__,(iter([1]),)), (type(iter({})).__next__,(iter({}.values()),)), (type(iter([])).__length_hint__,(iter(()),)), (type(iter([])).__iter__,(iter(()),)),
  (set.add, ({1},)), (set.update, (frozenset(),[1])), (set.__contains__,(frozenset([1]),1)), (set.issubset,({1},[1,2])), (bytes.join,(b',',[b'a',b'b'])), (bytes.join,(bytearray(b','),[b'a',b'b'])),
  (bytes.fromhex,('61',)), (bytearray.maketrans,(b'a',b'b')), (bytes.hex, (memoryview(b'a'),)), (frozenset.copy,({1},)), (set.__and__,({1},frozenset([1]))), (set.__rand__,(frozenset([1]),{1})), (set.__eq__,(frozenset(),set())), (set.__hash__ or repr,({1},)), (bytes.__eq__,(bytearray(b''),b'')), (bytes.__repr__,(bytearray(b''),)), (bytes.split,()), (set.__init__,(frozenset(),)), (set.__repr__,(frozenset(),)))
    yield from pairs
class B(bytes): pass
class S(set): pass
for f,a in each():
    try: print(f(*a))
    except TypeError as e: print(e)
    except StopIteration: print('stop')
print(bytes.upper(B(b'q')), set.union(S([1]),[2]), set.__len__(S()), [*map(bytes.upper,[b'a',B(b'b')])], sorted([b'B',b'a'], key=bytes.lower))
for bad in (lambda: [*map(bytes.upper,[bytearray(b'a')])], lambda: sorted([bytearray(b'B'),b'a'], key=bytes.lower), lambda: max([frozenset()],key=set.copy), lambda: bytes.upper(bytearray()), lambda: set.discard(frozenset(),1), lambda: [set.add(x,1) for x in (set(),frozenset())],
  lambda: bytes.split(bytearray(b'a b'), sep=b' '), lambda: bytes.split(*[bytearray(b'a b')], **{'sep':b' '})):
    try: print(bad())
    except TypeError as e: print(e)
import functools
print([f(b'x') for f in (functools.partial(bytes.upper), bytes.upper)])
try: functools.partial(bytes.upper, bytearray())()
except TypeError as e: print(e)
async def co(): pass
c=co()
def g(): yield
async def ag(): yield
for f,a in ((type(g()).send,(c,None)),(type(c).send,(g(),None)),(type(c).close,(g(),)),(type(ag()).asend,(g(),1)),(type(g()).throw,(ag(),ValueError)),(type(g()).__next__,(c,)),(type(g()).__iter__,(ag(),)),(type(c).__await__,(g(),)),(type(g()).close,(5,))):
    try: print(f(*a))
    except TypeError as e: print(e)
c.close()
