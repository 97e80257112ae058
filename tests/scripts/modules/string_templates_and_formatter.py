# area: modules
# prio: P2
# checks: Template substitution, capwords, constants and a Formatter of one's own

import string

t = string.Template("$who likes ${what}s, $$5 for $who")
print(t.substitute(who="tim", what="cat"), t.safe_substitute(who="ann"), t.substitute({"who": 1, "what": 2}, who="kw"), t.template)
for text, names in [("$missing", {}), ("100$", {}), ("$1", {}), ("a\nb $ c", {})]:
    try:
        print(string.Template(text).substitute(names))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(string.Template("$x $ $y").safe_substitute(x=1), string.Template("$a_b ${c}d").substitute(a_b="1", c="2"))


class Percent(string.Template):
    delimiter = "%"


print(Percent("%a and $a %%").substitute(a="x"))
print(string.capwords("hello  wORLD foo"), string.capwords("a-b-c", "-"), string.ascii_lowercase, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace))


class Upper(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)


f = Upper()
print(f.format("{0} {name!u} {missing} {1:>5} {0!r}", "a", 2, name="bob"), list(string.Formatter().parse("a{b!r:c}{{d}}{e}")), f.vformat("{}{}", [1, 2], {}))
