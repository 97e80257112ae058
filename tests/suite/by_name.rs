//! Modules that run by their names: those of packages, of the library, and the prompt of asyncio.

use crate::cli::{Desk, expect};

#[test]
fn a_module_of_a_package_runs_within_it() {
    let desk = Desk::new("package")
        .with("p/__init__.py", "print('init')")
        .with("p/x.py", "print('x', __package__, __name__)")
        .with(
            "p/__main__.py",
            "from . import x\nprint(__package__, __name__)",
        );
    let outcome = desk.hoop(&["-m", "p"]);
    expect(&outcome, 0, "init\nx p p.x\np __main__\n", &[]);
    let outcome = desk.hoop(&["-m", "p.x"]);
    expect(&outcome, 0, "init\nx p __main__\n", &[]);
    let desk = Desk::new("unittest").with(
        "t.py",
        "import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        pass\n",
    );
    let outcome = desk.hoop(&["-m", "unittest", "t"]);
    expect(&outcome, 0, "", &["Ran 1 test", "OK"]);
}

#[test]
fn the_prompt_of_asyncio_serves_tasks() {
    let input = "await asyncio.sleep(0, 7)\n1/0\nasync def f(n):\n    await asyncio.sleep(n)\n    return n\n\n\
                 t = asyncio.create_task(f(0.01))\nt.done()\nawait t\nasyncio.run(f(0))\nexit(3)\n";
    let outcome = Desk::new("prompt").hoop_reading(&["-m", "asyncio"], input.as_bytes());
    let words = [
        "asyncio REPL 3.",
        "Use \"await\" directly",
        ">>> import asyncio",
        "File \"<console>\", line 1, in <module>",
        "ZeroDivisionError",
        "cannot be called from a running event loop",
    ];
    let printed = ">>> 7\n>>> >>> ... ... ... >>> >>> False\n>>> 0.01\n>>> >>> ";
    expect(&outcome, 3, printed, &words);
    let outcome = Desk::new("prompt_end").hoop_reading(&["-m", "asyncio"], b"1\n");
    expect(&outcome, 0, ">>> 1\n>>> ", &["exiting asyncio REPL..."]);
}
