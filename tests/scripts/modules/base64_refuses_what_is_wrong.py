# area: modules
# prio: P2
# checks: the errors of base64 and binascii, and what is only skipped
import base64
import binascii

CALLS = [
    (base64.b64decode, "a ab abc abcde a!b@c$d= YQ==YQ== é YWJj\n"),
    (lambda s: base64.b64decode(s, validate=True), "ab=c a!b= =abc abc=d YQ=a= YWI YQ==YQ== YQ=="),
    (base64.b32decode, "a mfrgg=== MFRGG1== MFRGG=== A======= AAA===== ========"),
    (lambda s: base64.b32decode(s, True), "mfrgg=== mfrgg1=="),
    (lambda s: base64.b32decode(s, map01="L"), "M0RG1==="),
    (base64.b16decode, "ab A 6162"),
    (base64.b85decode, 'a"b ~~~~~ Xk'),
    (base64.a85decode, "x{ az uuuuu abc"),
    (lambda s: base64.a85decode(s, adobe=True), "abc <~@:E^~>"),
    (binascii.unhexlify, "abc zz Ab1f é"),
]
for function, cases in CALLS:
    for case in cases.split(" "):
        try:
            print(case, function(case))
        except ValueError as e:
            print(case, type(e).__module__, type(e).__name__, e)
for wrong in (
    lambda: base64.b64encode("x"),
    lambda: base64.b64decode(5),
    lambda: base64.encodebytes("x"),
    lambda: binascii.hexlify("x"),
    lambda: binascii.unhexlify(5),
):
    try:
        wrong()
    except TypeError as e:
        print(e)
data = b"some \x00 bytes"
print(binascii.hexlify(data), binascii.hexlify(data, ":"), binascii.hexlify(data, b"_", bytes_per_sep=-3))
print(binascii.crc32(data), binascii.crc32(data, 77), binascii.crc32(b""), binascii.crc_hqx(data, 0))
print(binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False), binascii.a2b_hex(binascii.b2a_hex(data)))
print(binascii.Error.__mro__, binascii.Incomplete.__bases__)
