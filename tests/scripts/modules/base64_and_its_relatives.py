# area: modules
# prio: P1
# checks: base 64, 32, 16 and 85 there and back, with their alphabets, pads and lines
import base64
import io

DATA = [b"", b"a", b"ab", b"abc", b"abcd", bytes(range(256)), bytes(4), bytes(8), bytes(5), bytes(2), b"    ", b"     x",
        b"\xff" * 7, b"hello world" * 11]
for data in DATA:
    for name in "b64", "standard_b64", "urlsafe_b64", "b32", "b32hex", "b16", "b85", "a85":
        encoded = getattr(base64, name + "encode")(data)
        decode = getattr(base64, name + "decode")
        print(name, encoded, decode(encoded) == data, decode(encoded.decode()) == data)
    print(base64.encodebytes(data), base64.decodebytes(base64.encodebytes(data)) == data)
    print(base64.b64encode(data, b"-_"), base64.b64decode(base64.b64encode(data, b"-_"), "-_") == data)
    print(base64.b85encode(data, True), base64.a85encode(data, pad=True), base64.a85encode(data, foldspaces=True))
    print(base64.a85encode(data, adobe=True), base64.a85encode(data, wrapcol=10, adobe=True))
    print(base64.a85decode(base64.a85encode(data, adobe=True), adobe=True) == data)
    file, back = io.BytesIO(), io.BytesIO()
    base64.encode(io.BytesIO(data), file)
    file.seek(0)
    base64.decode(file, back)
    print(back.getvalue() == data)
for encode in base64.b64encode, base64.b32encode, base64.b16encode, base64.b85encode:
    print(encode(bytearray(b"xyz")), encode(memoryview(b"xyz")[1:]))
