//! Trees of small programs, as text.

use hoopsnake_grammar::{Mode, dump, dump_with_spans, parse};

#[track_caller]
fn check(source: &str, expected: &str) {
    let tree = parse(source, Mode::Module).unwrap_or_else(|e| panic!("{source}: {e}"));
    assert_eq!(dump(&tree).trim_end(), expected);
}

#[test]
fn operators_bind_as_in_python() {
    check(
        "a + b * c ** -d ** e",
        "(expr (+ a (* b (** c (neg (** d e))))))",
    );
    check("-a ** b", "(expr (neg (** a b)))");
    check(
        "a - b - c << d & e | f ^ g",
        "(expr (| (& (<< (- (- a b) c) d) e) (^ f g)))",
    );
    check(
        "not a or b and not c",
        "(expr (or (not a) (and b (not c))))",
    );
    check("(a and b) and c", "(expr (and (and a b) c))");
    check("a and b and c or d or e", "(expr (or (and a b c) d e))");
    check(
        "a < b is not c not in d",
        "(expr (compare a < b is-not c not-in d))",
    );
    check("await a ** b", "(expr (** (await a) b))");
    check(
        "a if b else c if d else e",
        "(expr (conditional b a (conditional d c e)))",
    );
    check(
        "lambda a, /, b=1, *c, d, **e: a",
        "(expr (lambda (params a / b=1 *c d **e) a))",
    );
}

#[test]
fn spans_have_the_parentheses_of_operands() {
    let tree = parse("(a) + (b,)[0]", Mode::Module).expect("right");
    assert_eq!(
        dump_with_spans(&tree).trim_end(),
        "(expr@0-13 (+@0-13 a@1-2 (subscript@6-13 (tuple@6-10 b@7-8) 0@11-12)))"
    );
    let tree = parse("f(x for x in y)", Mode::Module).expect("right");
    assert_eq!(
        dump_with_spans(&tree).trim_end(),
        "(expr@0-15 (call@0-15 f@0-1 (generator@1-15 x@2-3 (for x@8-9 y@13-14))))"
    );
}

#[test]
fn displays_calls_and_subscripts() {
    check(
        "a[1:2, ::3, *b]",
        "(expr (subscript a (tuple (slice 1 2 -) (slice - - 3) (* b))))",
    );
    check("a[*b]", "(expr (subscript a (tuple (* b))))");
    check("f(a, *b, c=1, **d)", "(expr (call f a *b c=1 **d))");
    check(
        "{**a, 1: 2}, {*b, 3}, {}, ()",
        "(expr (tuple (dict **a 1:2) (set (* b) 3) (dict) (tuple)))",
    );
    check(
        "{k: v async for k, v in a if b if c for d in e}",
        "(expr (dict-comp k v (async-for (tuple k v) a b c) (for d e)))",
    );
    check("(x := 1, y)", "(expr (tuple (:= x 1) y))");
}

#[test]
fn strings_are_joined_and_fields_parsed() {
    check(r#"'a' "b\n" r'\n'"#, r#"(expr "ab\n\\n")"#);
    check("b'a' b'\\xff'", "(expr b\"a\\u{ff}\")");
    check(
        "'a' f'b{c!r:>{d}}{{e' 'f'",
        r#"(expr (fstring "ab" {c!r: ">" {d}} "{ef"))"#,
    );
    check(
        "f'{a = }{b=!s}{c=:d}'",
        r#"(expr (fstring "a = " {a!r} "b=" {b!s} "c=" {c: "d"}))"#,
    );
    check(
        "f'{f'{f'{1}'}'}'",
        "(expr (fstring {(fstring {(fstring {1})})}))",
    );
    check(
        "f'{a:=1}{ {1: 2}[1] }{a != b}'",
        r#"(expr (fstring {a: "=1"} {(subscript (dict 1:2) 1)} {(compare a != b)}))"#,
    );
    check("f'''{\n a # c\n}\n'''", r#"(expr (fstring {a} "\n"))"#);
    check(
        r"f'\{a}\x41' rf'\{b}'",
        r#"(expr (fstring "\\" {a} "A\\" {b}))"#,
    );
}

#[test]
fn soft_keywords_are_names_where_they_can_be() {
    check(
        "match = case = type = _ = 1",
        "(assign match case type _ 1)",
    );
    check(
        "match(x)\nmatch[x]\nmatch.x\nmatch * x",
        "(expr (call match x))\n(expr (subscript match x))\n(expr (. match x))\n(expr (* match x))",
    );
    check(
        "type(x)\ntype X[T: int, *U, **V] = T",
        "(expr (call type x))\n(type X [T:int *U **V] T)",
    );
    check(
        "match x, *y:\n  case [a, *_] | {'k': 1, **r} if z: pass\n  case A.B(1, c=_) as d: case = 2\n",
        "(match (tuple x (* y)))\n\
         (case (or (sequence (as a) (star)) (mapping \"k\" (value 1) **r)) z)\n  (pass)\n\
         (case (as (class (. A B) (value 1) c=(as)) d) -)\n  (assign case 2)",
    );
    check(
        "match x:\n  case -1 + 2j | None | 'a' 'b': pass",
        "(match x)\n(case (or (value (+ (neg 1) 2.0j)) (is None) (value \"ab\")) -)\n  (pass)",
    );
}

#[test]
fn statements() {
    check(
        "a: int\n(b): int = 1\nc.d: e",
        "(annotate a int -)\n(annotate-complex b int 1)\n(annotate-complex (. c d) e -)",
    );
    check("a, *b = c = yield", "(assign (tuple a (* b)) c (yield -))");
    check(
        "from .. . import (a as b, c,)\nfrom ...x.y import *\nimport a.b as c, d",
        "(from 3 - a=b c)\n(from 3 x.y)\n(import a.b=c d)",
    );
    check(
        "with (a as b, c): pass\nwith (a, b): pass\nwith (a, b) as c: pass\nwith (yield): pass",
        "(with (item a b) (item c -))\n  (pass)\n(with (item a -) (item b -))\n  (pass)\n\
         (with (item (tuple a b) c))\n  (pass)\n(with (item (yield -) -))\n  (pass)",
    );
    check(
        "try: a\nexcept* (B, C) as d: e\nelse: f\nfinally: g",
        "(try-star)\n  (expr a)\n(except (tuple B C) d)\n  (expr e)\nelse:\n  (expr f)\nfinally:\n  (expr g)",
    );
    check(
        "@a.b\n@c(1)\nasync def f[T](x: T, /, *, y=1) -> z:\n  async with a: await b\n",
        "(async-def f [T] (params x:T / * y=1) z @(. a b) @(call c 1))\n  (async-with (item a -))\n    (expr (await b))",
    );
    check(
        "class A(B, metaclass=C): x = 1; y = 2",
        "(class A B metaclass=C)\n  (assign x 1)\n  (assign y 2)",
    );
}

#[test]
fn layout_of_lines() {
    check(
        "\u{feff}if x:\r\n\ty\r\n\r\n# c\r\n\tz\r\n",
        "(if x)\n  (expr y)\n  (expr z)",
    );
    check(
        "a = (1 +  # c\n\n   2)\nb = 1 + \\\n  2",
        "(assign a (+ 1 2))\n(assign b (+ 1 2))",
    );
    check(
        "if x:\n  if y:\n    z\na",
        "(if x)\n  (if y)\n    (expr z)\n(expr a)",
    );
    check("\x0cif x:\n  y\n \t\n", "(if x)\n  (expr y)");
    check("é = ñandú", "(assign é ñandú)");
    check("1if 2else 3", "(expr (conditional 2 1 3))");
}
