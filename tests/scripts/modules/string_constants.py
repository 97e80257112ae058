# area: modules
# prio: P1
# checks: the constants of string
import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters[:3])
print(string.capwords("hello big world"), string.Template("$a and ${b} $$").substitute(a=1, b="x"))
