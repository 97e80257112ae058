//! Small programs and what becomes of them.

use std::sync::Arc;

use hoopsnake_grammar::{Mode, Source, SyntaxError, parse};

use super::{Options, compile};
use crate::bytecode::{Code, CodeKind, Flow, Op, disassemble};

fn compiled(text: &str, options: Options) -> Result<Arc<Code>, SyntaxError> {
    let tree = parse(text, Mode::Module)?;
    compile(&tree, &Source::new("<test>", text), options)
}

fn module(text: &str) -> Arc<Code> {
    match compiled(text, Options::default()) {
        Ok(code) => code,
        Err(error) => panic!("{text:?}: {}", error.message()),
    }
}

/// The first function of a module, as lines of "name operands".
fn function(text: &str) -> Vec<String> {
    let listing = disassemble(&module(text).codes[0]);
    let first = listing.split("\n\n").next().expect("there is a listing");
    first
        .lines()
        .skip(1)
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["handler" | "region", ..] => words.join(" "),
                [_, words @ .., _] => words.join(" "),
                _ => String::new(),
            }
        })
        .collect()
}

fn refused(text: &str) -> String {
    match compiled(text, Options::default()) {
        Ok(_) => "compiles".to_owned(),
        Err(error) => error.message(),
    }
}

#[test]
fn a_while_loop_tests_at_the_bottom() {
    let listing = function("def f(n):\n i = 0\n while i < n:\n  i += 1\n return i\n");
    assert_eq!(
        listing,
        [
            "load_int r1, 0",
            "jump_lt sense 0, r1:i, r0:n, -> 4",
            "add_imm inplace 1, r1, r1:i, 1",
            "jump_lt sense 1, r1:i, r0:n, -> 2",
            "ret r1:i",
        ]
    );
}

#[test]
fn calls_name_their_callee_where_they_can() {
    let listing = function("def f(g, x):\n g(x)\n h(x)\n h(x, g)\n x.m()\n x.m(1)\n h(g(x))\n");
    assert_eq!(
        listing,
        [
            "copy r3, r1:x",
            "call_local n 1, r2, r2, r0:g",
            "drop r2",
            "call_global_on a 2, r2, r1:x, h",
            "drop r2",
            "copy r3, r1:x",
            "copy r4, r0:g",
            "call_global n 2, r2, r2, h",
            "drop r2",
            "call_method_on a 2, r2, r1:x, .m",
            "drop r2",
            "copy r3, r1:x",
            "load_int r4, 1",
            "call_method n 1, r2, r2, .m",
            "drop r2",
            "load_global r2, h",
            "copy r4, r1:x",
            "call_local n 1, r3, r3, r0:g",
            "call n 1, r2, r2",
            "drop r2",
            "ret_none",
        ]
    );
}

#[test]
fn swapping_makes_no_tuple() {
    let listing = function("def f(a, b):\n a, b = b, a\n");
    let expected = ["copy r2, r0:a", "copy r0, r1:b", "take r1, r2", "ret_none"];
    assert_eq!(listing, expected);
}

#[test]
fn an_operand_is_copied_if_a_later_one_rebinds_it() {
    let listing = function("def f(a):\n return a + (a := 1)\n");
    let expected = [
        "copy r1, r0:a",
        "load_int r0, 1",
        "add inplace 0, r1, r1, r0:a",
        "ret r1",
    ];
    assert_eq!(listing, expected);
}

#[test]
fn variables_are_checked_once_where_they_may_be_unbound() {
    let listing = function("def f(c):\n if c: x = 1\n g(x)\n g(x)\n");
    assert_eq!(
        listing
            .iter()
            .filter(|line| *line == "check_local r1:x")
            .count(),
        1
    );
    let listing = function("def f(c):\n try:\n  x = c()\n except E as x:\n  pass\n return x\n");
    assert!(listing.contains(&"check_local r1:x".to_owned()));
}

#[test]
fn a_return_runs_finally_outside_of_its_handler() {
    let listing = function("def f(x):\n try:\n  return x\n finally:\n  g()\n");
    assert_eq!(
        listing,
        [
            "copy r1, r0:x",
            "call_global n 0, r2, r2, g",
            "drop r2",
            "ret r1",
            "call_global n 0, r2, r2, g",
            "drop r2",
            "reraise r1",
            "handler 0..1 -> 4 in r1",
            "region 4..7 handles r1",
        ]
    );
}

#[test]
fn a_comprehension_is_inlined_and_its_lambda_captures_a_cell() {
    let code = module("def f(x):\n return [lambda: y for y in x]\n");
    let function = &code.codes[0];
    assert!(
        function
            .ops
            .iter()
            .any(|op| matches!(op, Op::MakeCell { reg } if reg.0 == 1))
    );
    assert_eq!(*function.codes[0].captures, [1]);
    assert_eq!(&*function.local_names[1], "");
}

#[test]
fn classes_return_their_cell_if_a_method_needs_it() {
    let code = module("class A:\n def m(self):\n  self.x = super().m()\n");
    let body = &code.codes[0];
    assert_eq!(body.kind, CodeKind::Class);
    assert_eq!(body.attribute_hint, 1);
    assert_eq!(*body.cells, [1]);
    assert!(matches!(body.ops[body.ops.len() - 1], Op::Return { .. }));
    let plain = module("class A:\n pass\n");
    let ops = &plain.codes[0].ops;
    assert!(matches!(ops[ops.len() - 1], Op::ReturnNone {}));
}

#[test]
fn flows_follow_from_bodies() {
    let flow = |text: &str| module(text).codes[0].flow;
    assert_eq!(flow("def f(): pass\n"), Flow::Plain);
    assert_eq!(flow("def f(): yield\n"), Flow::Generator);
    assert_eq!(flow("async def f(): pass\n"), Flow::Coroutine);
    assert_eq!(flow("async def f(): yield\n"), Flow::AsyncGenerator);
    let top = Options {
        top_level_await: true,
        ..Options::default()
    };
    let code = compiled("await x\n", top.clone()).expect("await may stand at the top");
    assert_eq!(code.flow, Flow::Coroutine);
    let code = compiled("x\n", top).expect("no await is needed");
    assert_eq!(code.flow, Flow::Plain);
}

#[test]
fn annotations_wait_in_code_of_their_own() {
    let code = module("def f(a: int, *, b: str = 1) -> None: pass\nx: int = 1\n");
    // The module's own come first: a function that asks for them calls.
    assert_eq!(&*code.codes[0].name, "__annotate__");
    let annotate = code.codes[1].annotate.as_ref().expect("f is annotated");
    let listing = disassemble(annotate);
    let at = |text: &str| listing.find(text).expect("the annotation is there");
    assert!(at("\"a\"") < at("\"b\"") && at("\"b\"") < at("\"return\""));
}

#[test]
fn mistakes_have_cpythons_words() {
    let cases = [
        ("return 1\n", "'return' outside function"),
        ("break\n", "'break' outside loop"),
        ("await x\n", "'await' outside function"),
        ("def f():\n await x\n", "'await' outside async function"),
        ("def f(x):\n global x\n", "name 'x' is parameter and global"),
        (
            "def f():\n nonlocal x\n",
            "no binding for nonlocal 'x' found",
        ),
        (
            "def f():\n [x async for x in y]\n",
            "asynchronous comprehension outside of an asynchronous function",
        ),
        (
            "async def f():\n yield 1\n return 2\n",
            "'return' with value in async generator",
        ),
        ("*a, *b = c\n", "multiple starred expressions in assignment"),
    ];
    for (text, message) in cases {
        assert_eq!(refused(text), message, "{text}");
    }
}

#[test]
fn long_bodies_use_long_jumps() {
    let body = "  x = g(x, x, x)\n".repeat(10_000);
    let text = format!("def f(x):\n while x < 1:\n{body} for y in x:\n{body} return x\n");
    let code = module(&text);
    assert!(code.codes[0].ops.len() > 80_000);
}

#[test]
fn long_calls_and_displays_use_few_registers() {
    let items = "x, ".repeat(2000);
    let code = module(&format!("f({items})\n[{items}]\n({items})\n{{{items}}}\n"));
    assert!(code.n_regs < 100);
}

#[test]
fn deep_expressions_fit_a_small_stack() {
    let deep = [
        format!("x = {}1\n", "a + ".repeat(900)),
        format!("x = {}a{}\n", "f(".repeat(190), ")".repeat(190)),
        format!("x = {}a{}\n", "[".repeat(190), "]".repeat(190)),
        format!("x = {}a\n", "not ".repeat(900)),
        format!("x = a{}\n", ".b".repeat(900)),
        format!("x = {}a{}\n", "[(lambda: ".repeat(90), ")]".repeat(90)),
    ];
    let run = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(move || {
            for text in &deep {
                refused(text);
            }
        })
        .expect("a thread starts");
    run.join().expect("the stack is large enough");
}
