# area: regressions
# prio: P2
# checks: a number before a letter past ASCII ends there, as wrong as the text may be
for s in ('9ß,','9ß','1é','1_é','0xé','1eé','1.5é','9π','9 é','9²','1·','0b1é','9if','1jé', '9日', '9\u0301'):
    try: compile(s,'x','exec'); print(repr(s),'ok')
    except SyntaxError as e: print(repr(s),e.msg,e.offset)
