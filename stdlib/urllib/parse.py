"""Takes URLs apart and puts them together."""

from collections import namedtuple

from ._quote import (quote, quote_from_bytes, quote_plus, unquote,
                     unquote_plus, unquote_to_bytes, urlencode)

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag',
           'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes',
           'unquote', 'unquote_plus', 'unquote_to_bytes',
           'DefragResult', 'ParseResult', 'SplitResult',
           'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file',
                 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtspu', 'sftp',
                 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais',
               'file', 'mms', 'https', 'shttp', 'snews', 'prospero', 'rtsp',
               'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git',
               'git+ssh', 'ws', 'wss']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp',
               'rtsp', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']

scheme_chars = ('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
                '0123456789+-.')
_CONTROLS = ''.join(map(chr, range(33)))


class _ResultMixinStr:
    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        """The same of bytes."""
        return self._encoded_counterpart(
            *[x.encode(encoding, errors) for x in self])


class _ResultMixinBytes:
    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        """The same of text."""
        return self._decoded_counterpart(
            *[x.decode(encoding, errors) for x in self])


class _Netloc:
    # What the part between the slashes consists of.
    __slots__ = ()

    @property
    def username(self):
        return self._user()[0]

    @property
    def password(self):
        return self._user()[1]

    @property
    def hostname(self):
        host = self._host()[0]
        if not host:
            return None
        percent = b'%' if isinstance(host, bytes) else '%'
        # The zone of an IPv6 address keeps its case.
        name, mark, zone = host.partition(percent)
        return name.lower() + mark + zone

    @property
    def port(self):
        port = self._host()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError('Port could not be cast to integer value as %r'
                             % _as_text(port))
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError('Port out of range 0-65535')
        return port

    def _signs(self, text):
        return text.encode() if isinstance(self.netloc, bytes) else text

    def _user(self):
        sign = self._signs
        info, mark, _ = self.netloc.rpartition(sign('@'))
        if not mark:
            return None, None
        name, mark, password = info.partition(sign(':'))
        return name, password if mark else None

    def _host(self):
        sign = self._signs
        host = self.netloc.rpartition(sign('@'))[2]
        _, mark, inside = host.partition(sign('['))
        if mark:
            host, _, port = inside.partition(sign(']'))
            port = port.partition(sign(':'))[2]
        else:
            host, _, port = host.partition(sign(':'))
        return host, port or None

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


def _alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


def _as_text(port):
    return port.decode('ascii') if isinstance(port, bytes) else port


_DefragResultBase = namedtuple('DefragResult', 'url fragment')
_SplitResultBase = namedtuple('SplitResult',
                              'scheme netloc path query fragment')
_ParseResultBase = namedtuple('ParseResult',
                              'scheme netloc path params query fragment')


class DefragResult(_DefragResultBase, _ResultMixinStr):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(_SplitResultBase, _Netloc, _ResultMixinStr):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_ParseResultBase, _Netloc, _ResultMixinStr):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_DefragResultBase, _ResultMixinBytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_SplitResultBase, _Netloc, _ResultMixinBytes):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_ParseResultBase, _Netloc, _ResultMixinBytes):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _str, _bytes in ((DefragResult, DefragResultBytes),
                     (SplitResult, SplitResultBytes),
                     (ParseResult, ParseResultBytes)):
    _str._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _str
del _str, _bytes

ResultBase = _Netloc


def _same(value):
    return value


def _encoded(value):
    return value.encode('ascii', 'strict')


def _coerce_args(*args):
    # All as text, and what makes the answer of the kind of the question.
    text = isinstance(args[0], str)
    for arg in args[1:]:
        # The empty text is also the default of those who give bytes.
        if arg and isinstance(arg, str) != text:
            raise TypeError('Cannot mix str and non-str arguments')
    if text:
        return args + (_same,)
    return (*[x.decode('ascii', 'strict') if x else '' for x in args],
            _encoded)


def urlparse(url, scheme='', allow_fragments=True):
    """The six parts of a URL."""
    url, scheme, back = _coerce_args(url, scheme)
    scheme, netloc, url, query, fragment = urlsplit(url, scheme,
                                                    allow_fragments)
    if scheme in uses_params and ';' in url:
        url, params = _split_params(url)
    else:
        params = ''
    return back(ParseResult(scheme, netloc, url, params, query, fragment))


def _split_params(url):
    # Of the last part of the path only.
    at = url.find(';', url.rfind('/') + 1)
    return (url, '') if at < 0 else (url[:at], url[at + 1:])


def _check_netloc(netloc):
    # Some letters are compatible to signs that would split otherwise.
    if not netloc or netloc.isascii():
        return
    try:
        from unicodedata import normalize
    except ImportError:
        return
    plain = netloc
    for sign in '@:#?':
        plain = plain.replace(sign, '')
    changed = normalize('NFKC', plain)
    if changed == plain:
        return
    for sign in '/?#@:':
        if sign in changed:
            raise ValueError("netloc '" + netloc + "' contains invalid "
                             'characters under NFKC normalization')


def urlsplit(url, scheme='', allow_fragments=True):
    """The five parts of a URL: the parameters stay in the path."""
    url, scheme, back = _coerce_args(url, scheme)
    url = url.lstrip(_CONTROLS)
    scheme = scheme.strip(_CONTROLS)
    for sign in '\t\r\n':
        url = url.replace(sign, '')
        scheme = scheme.replace(sign, '')
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha():
        for c in url[:at]:
            if c not in scheme_chars:
                break
        else:
            scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        end = len(url)
        for sign in '/?#':
            at = url.find(sign, 2)
            if 0 <= at < end:
                end = at
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    _check_netloc(netloc)
    return back(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
    """A URL of its six parts."""
    scheme, netloc, url, params, query, fragment, back = _coerce_args(
        *components)
    if params:
        url = '%s;%s' % (url, params)
    return back(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """A URL of its five parts."""
    scheme, netloc, url, query, fragment, back = _coerce_args(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//':
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return back(url)


def urljoin(base, url, allow_fragments=True):
    """What a reference means on the page `base`."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _coerce_args(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(
        base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(
        url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query,
                                    fragment)))
        netloc = bnetloc
    if not path and not params:
        return back(urlunparse((scheme, netloc, bpath, bparams,
                                query or bquery, fragment)))
    path = _join_paths(bpath, path) or '/'
    return back(urlunparse((scheme, netloc, path, params, query, fragment)))


def _join_paths(base, path):
    parts = path.split('/')
    if path[:1] != '/':
        above = base.split('/')
        # The last part is a page, and goes; an empty one was a folder's end.
        if above[-1] != '':
            del above[-1]
        parts = above + parts
        # Empty parts in the middle say nothing.
        parts[1:-1] = [part for part in parts[1:-1] if part]
    found = []
    for part in parts:
        if part == '..':
            # Above the top is the top.
            if found:
                found.pop()
        elif part != '.':
            found.append(part)
    if parts[-1] in ('.', '..'):
        found.append('')
    return '/'.join(found)


def urldefrag(url):
    """The URL without its fragment, and the fragment."""
    url, back = _coerce_args(url)
    if '#' in url:
        s, n, p, a, q, fragment = urlparse(url)
        url = urlunparse((s, n, p, a, q, ''))
    else:
        fragment = ''
    return back(DefragResult(url, fragment))


def parse_qs(qs, keep_blank_values=False, strict_parsing=False,
             encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    """The fields of a query: name -> list of values."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing,
                                 encoding, errors, max_num_fields,
                                 separator):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False,
              encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    """The fields of a query as pairs."""
    qs, back = _coerce_args(qs)
    separator, _ = _coerce_args(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if max_num_fields is not None:
        if max_num_fields < 1 + qs.count(separator):
            raise ValueError('Max number of fields exceeded')
    found = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, mark, value = field.partition('=')
        if not mark:
            if strict_parsing:
                raise ValueError('bad query field: %r' % (field,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append(tuple([
                back(unquote(part.replace('+', ' '), encoding=encoding,
                             errors=errors))
                for part in (name, value)]))
    return found


def unwrap(url):
    """The URL in `<URL:...>`."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == 'URL:' else url
