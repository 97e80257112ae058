# area: modules
# prio: P1
# checks: split, join and quote; words, quotes, escapes, comments; punctuation; pushed tokens and sources
import shlex

CASES = ["a b c", 'a "b c" d', "a 'b c'd", "a\\ b", '"a\\"b"', '"a\\nb"', "'a\\b'", "", "   ", '""', "a '' b", "x#y z",
         "# all", "a # c\nb", "foo;bar", "a|b && c>d", "it's", '"open', "end\\", "a=b c", "ä ö", 'a"b"c', "a'b'\"c\"",
         "~/x *.py", "a\\\nb", '"a\\\nb"', "a\tb\r\nc", '"" ""', "f(x);g", "a;b 'c;d'|e", '"x"#y', "a #b\n\nc 'd\ne'"]


def attempt(make):
    try:
        return make()
    except ValueError as e:
        return "ValueError %s" % e


def words(lexer):
    lexer.whitespace_split = True
    return list(lexer), lexer.lineno


for case in CASES:
    print(repr(case))
    for posix in True, False:
        print(" ", attempt(lambda: shlex.split(case, posix=posix)))
        print(" ", attempt(lambda: shlex.split(case, comments=True, posix=posix)))
        print(" ", attempt(lambda: list(shlex.shlex(case, posix=posix))))
        print(" ", attempt(lambda: list(shlex.shlex(case, posix=posix, punctuation_chars=True))))
        print(" ", attempt(lambda: words(shlex.shlex(case, posix=posix, punctuation_chars="|;"))))
    print(" ", shlex.quote(case), shlex.join([case, "x"]), shlex.split(shlex.join([case, "y z"])) == [case, "y z"])
lexer = shlex.shlex("a b c")
print(lexer.get_token())
lexer.push_token("pushed")
print(lexer.get_token(), lexer.get_token(), lexer.error_leader("file", 3))
lexer.push_source("x y", "other")
print(list(lexer), repr(lexer.get_token()), lexer.lineno)
lexer = shlex.shlex("a b", posix=True, punctuation_chars="|")
print(lexer.punctuation_chars, lexer.eof, "|" in lexer.wordchars, "~" in lexer.wordchars)
