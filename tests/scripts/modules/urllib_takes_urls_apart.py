# area: modules
# prio: P1
# checks: urlsplit, urlparse, urldefrag, urljoin and back, of text and bytes
from urllib.parse import urldefrag, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

URLS = ["http://a.test/x;p?q=1#f", "HTTP://User:Pa:ss@Host.COM:8080/p/a;b;c/d;e?x#y?z", "//h/p", "mailto:a@b.c", "a/b/c",
        "/x?y", "#f", "", "http://[::1]:80/", "http://[fe80::1%25eth0]/x", "path:80", "1http:/x", "http:///x", "http://h",
        "http://h?q", "http://h#f", "file:///etc", "file:/etc", "tel:123;ext=4", "x-y+z.1:rest", "ht tp://x",
        " http://x/\n y", "http://h:/x", "http://h:99999/", "http://h:abc/", "http://@h/", "http://u@h@i/", "ws://h/p"]
for url in URLS:
    for take_apart in urlsplit, urlparse:
        parts = take_apart(url)
        print(parts, parts.geturl())
        try:
            print(parts.username, parts.password, parts.hostname, parts.port)
        except ValueError as e:
            print(e)
    print(urldefrag(url), urldefrag(url).geturl())
    parts = urlsplit(url.encode())
    print(parts, parts.geturl(), parts.hostname, parts.decode() == urlsplit(url), urlparse(url).encode()[2])
REFS = """g:h g ./g g/ /g //g ?y g?y #s g#s g?y#s ;x g;x g;x?y#s . ./ .. ../ ../g ../.. ../../ ../../g ../../../g /./g
/../g g. .g g.. ..g ./../g ./g/. g/./h g/../h g;x=1/./y g;x=1/../y g?y/./x g#s/../x http:g http: http://x/y // ///
g//h a/b/../../../c""".split() + [""]
for ref in REFS:
    bases = "http://a/b/c/d;p?q", "http://a/b/", "", "file:///x/y", "foo:/a/b", "http://a", "a/b", "/a/b//c"
    print(ref, *[urljoin(base, ref) for base in bases])
print(urljoin(b"http://a/b", b"c"), urlunsplit(("http", "h", "p", "q", "f")), urlunsplit(("", "", "//x", "", "")))
print(urlunparse(("http", "h", "p", "x", "q", "f")), urlunsplit(("file", "", "x", "", "")))
parts = urlsplit("http://u@h/p?q#f")
print(parts._replace(path="/z").geturl(), parts[1], isinstance(parts, tuple), parts._fields)
for wrong in (
    lambda: urlsplit("http://[::1/"),
    lambda: urlsplit("http://::1]/"),
    lambda: urljoin("a", b"b"),
    lambda: urlsplit("http://h:70000").port,
):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
