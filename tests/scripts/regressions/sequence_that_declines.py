# area: regressions
# prio: P2
# checks: a class derived from a sequence whose __add__ or __mul__ declines is no sequence to the operator
class x1(str):
    def __add__(self, other):
        return NotImplemented
class x2(list):
    def __add__(self, other):
        return NotImplemented
class x3(tuple):
    def __add__(self, other):
        return NotImplemented
class x4(list):
    def __add__(self, other):
        return NotImplemented
    def __mul__(self, other):
        return NotImplemented
for a,b in ((x1('a'),'b'),(x1('a'),1),(x2([1]),1),(x2([1]),[1]),(x3((1,)),(1,)),([1],x2([2])),('a',x1('b'))):
    try: print(a+b)
    except TypeError as e: print(e)
for a in (x4([1]),):
  for b in (1,'a'):
    try: print(a*b)
    except TypeError as e: print(e)
    try:
        a*=b; print(a)
    except TypeError as e: print(e)
    try:
        a+=b; print(a)
    except TypeError as e: print(e)
