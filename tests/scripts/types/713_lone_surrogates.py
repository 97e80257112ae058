# area: types
# prio: P1
# checks: text may hold halves of pairs, which only some error handlers encode
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


s = '\ud800'
print(ascii(s), len(s), hex(ord(s)), hex(ord(chr(0xdfff))), s == '\ud800', s.isprintable())
for handler in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogatepass', 'xmlcharrefreplace'):
    t('a\ud800b'.encode, 'utf-8', handler)
t('a\udc80b'.encode, 'utf-8', 'surrogateescape')
t('a\ud800b'.encode, 'utf-16-le', 'surrogatepass')
t('a\ud800b'.encode, 'utf-16-le')
t('a\ud800b'.encode, 'ascii', 'backslashreplace')
print(b'a\xffb'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'))
print(ascii(b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass')))
t(print, 'x\ud800')
print(ascii('%c' % 0xd800), ascii(format(0xd801, 'c')), ascii('abc'.translate({97: 0xd800})))
import json
print(json.dumps('\ud800'), ascii(json.loads('"\\ud800"')))
print('\ud800' in 'a\ud800', 'a\ud800b'.find('\ud800'), len('\ud83d\ude00'))
