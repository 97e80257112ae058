//! The modules written in Python: their text is part of the program.

/// One row a file of `stdlib/`: dotted name, whether it is a package, text.
pub(crate) const SOURCES: &[(&str, bool, &str)] = &[
    (
        "_threading_local",
        false,
        include_str!("../../stdlib/_threading_local.py"),
    ),
    (
        "_typing_forms",
        false,
        include_str!("../../stdlib/_typing_forms.py"),
    ),
    ("abc", false, include_str!("../../stdlib/abc.py")),
    ("atexit", false, include_str!("../../stdlib/atexit.py")),
    ("cmath", false, include_str!("../../stdlib/cmath.py")),
    ("doctest", false, include_str!("../../stdlib/doctest.py")),
    (
        "asyncio",
        true,
        include_str!("../../stdlib/asyncio/__init__.py"),
    ),
    (
        "asyncio._abstract",
        false,
        include_str!("../../stdlib/asyncio/_abstract.py"),
    ),
    (
        "asyncio.base_futures",
        false,
        include_str!("../../stdlib/asyncio/base_futures.py"),
    ),
    (
        "asyncio.base_tasks",
        false,
        include_str!("../../stdlib/asyncio/base_tasks.py"),
    ),
    (
        "asyncio.constants",
        false,
        include_str!("../../stdlib/asyncio/constants.py"),
    ),
    (
        "asyncio.format_helpers",
        false,
        include_str!("../../stdlib/asyncio/format_helpers.py"),
    ),
    (
        "asyncio.log",
        false,
        include_str!("../../stdlib/asyncio/log.py"),
    ),
    (
        "asyncio.graph",
        false,
        include_str!("../../stdlib/asyncio/graph.py"),
    ),
    (
        "asyncio.streams",
        false,
        include_str!("../../stdlib/asyncio/streams.py"),
    ),
    (
        "asyncio.staggered",
        false,
        include_str!("../../stdlib/asyncio/staggered.py"),
    ),
    (
        "asyncio._deadlock",
        false,
        include_str!("../../stdlib/asyncio/_deadlock.py"),
    ),
    (
        "asyncio.base_events",
        false,
        include_str!("../../stdlib/asyncio/base_events.py"),
    ),
    (
        "asyncio.coroutines",
        false,
        include_str!("../../stdlib/asyncio/coroutines.py"),
    ),
    (
        "asyncio.events",
        false,
        include_str!("../../stdlib/asyncio/events.py"),
    ),
    (
        "asyncio.exceptions",
        false,
        include_str!("../../stdlib/asyncio/exceptions.py"),
    ),
    (
        "asyncio.futures",
        false,
        include_str!("../../stdlib/asyncio/futures.py"),
    ),
    (
        "asyncio.locks",
        false,
        include_str!("../../stdlib/asyncio/locks.py"),
    ),
    (
        "asyncio.mixins",
        false,
        include_str!("../../stdlib/asyncio/mixins.py"),
    ),
    (
        "asyncio.protocols",
        false,
        include_str!("../../stdlib/asyncio/protocols.py"),
    ),
    (
        "asyncio.queues",
        false,
        include_str!("../../stdlib/asyncio/queues.py"),
    ),
    (
        "asyncio.runners",
        false,
        include_str!("../../stdlib/asyncio/runners.py"),
    ),
    (
        "asyncio.taskgroups",
        false,
        include_str!("../../stdlib/asyncio/taskgroups.py"),
    ),
    (
        "asyncio.tasks",
        false,
        include_str!("../../stdlib/asyncio/tasks.py"),
    ),
    (
        "asyncio.timeouts",
        false,
        include_str!("../../stdlib/asyncio/timeouts.py"),
    ),
    (
        "asyncio.transports",
        false,
        include_str!("../../stdlib/asyncio/transports.py"),
    ),
    (
        "asyncio.unix_events",
        false,
        include_str!("../../stdlib/asyncio/unix_events.py"),
    ),
    (
        "asyncio._executors",
        false,
        include_str!("../../stdlib/asyncio/_executors.py"),
    ),
    (
        "asyncio.threads",
        false,
        include_str!("../../stdlib/asyncio/threads.py"),
    ),
    (
        "concurrent",
        true,
        include_str!("../../stdlib/concurrent/__init__.py"),
    ),
    (
        "concurrent.futures",
        true,
        include_str!("../../stdlib/concurrent/futures/__init__.py"),
    ),
    (
        "concurrent.futures._base",
        false,
        include_str!("../../stdlib/concurrent/futures/_base.py"),
    ),
    (
        "concurrent.futures.thread",
        false,
        include_str!("../../stdlib/concurrent/futures/thread.py"),
    ),
    ("queue", false, include_str!("../../stdlib/queue.py")),
    (
        "threading",
        false,
        include_str!("../../stdlib/threading.py"),
    ),
    ("bisect", false, include_str!("../../stdlib/bisect.py")),
    (
        "collections",
        true,
        include_str!("../../stdlib/collections/__init__.py"),
    ),
    (
        "collections._user",
        false,
        include_str!("../../stdlib/collections/_user.py"),
    ),
    (
        "collections.abc",
        false,
        include_str!("../../stdlib/collections/abc.py"),
    ),
    (
        "contextlib",
        false,
        include_str!("../../stdlib/contextlib.py"),
    ),
    ("copy", false, include_str!("../../stdlib/copy.py")),
    ("copyreg", false, include_str!("../../stdlib/copyreg.py")),
    (
        "dataclasses",
        false,
        include_str!("../../stdlib/dataclasses.py"),
    ),
    (
        "functools",
        false,
        include_str!("../../stdlib/functools.py"),
    ),
    ("difflib", false, include_str!("../../stdlib/difflib.py")),
    ("enum", false, include_str!("../../stdlib/enum.py")),
    ("heapq", false, include_str!("../../stdlib/heapq.py")),
    ("inspect", false, include_str!("../../stdlib/inspect.py")),
    ("keyword", false, include_str!("../../stdlib/keyword.py")),
    ("numbers", false, include_str!("../../stdlib/numbers.py")),
    ("pprint", false, include_str!("../../stdlib/pprint.py")),
    ("random", false, include_str!("../../stdlib/random.py")),
    ("re", false, include_str!("../../stdlib/re.py")),
    ("reprlib", false, include_str!("../../stdlib/reprlib.py")),
    (
        "statistics",
        false,
        include_str!("../../stdlib/statistics.py"),
    ),
    ("string", false, include_str!("../../stdlib/string.py")),
    ("textwrap", false, include_str!("../../stdlib/textwrap.py")),
    (
        "traceback",
        false,
        include_str!("../../stdlib/traceback.py"),
    ),
    ("types", false, include_str!("../../stdlib/types.py")),
    ("typing", false, include_str!("../../stdlib/typing.py")),
    (
        "unittest",
        true,
        include_str!("../../stdlib/unittest/__init__.py"),
    ),
    (
        "unittest.async_case",
        false,
        include_str!("../../stdlib/unittest/async_case.py"),
    ),
    (
        "unittest.case",
        false,
        include_str!("../../stdlib/unittest/case.py"),
    ),
    (
        "unittest.loader",
        false,
        include_str!("../../stdlib/unittest/loader.py"),
    ),
    (
        "unittest.main",
        false,
        include_str!("../../stdlib/unittest/main.py"),
    ),
    (
        "unittest.mock",
        false,
        include_str!("../../stdlib/unittest/mock.py"),
    ),
    (
        "unittest.result",
        false,
        include_str!("../../stdlib/unittest/result.py"),
    ),
    (
        "unittest.runner",
        false,
        include_str!("../../stdlib/unittest/runner.py"),
    ),
    (
        "unittest.suite",
        false,
        include_str!("../../stdlib/unittest/suite.py"),
    ),
    (
        "unittest.util",
        false,
        include_str!("../../stdlib/unittest/util.py"),
    ),
    (
        "unittest.__main__",
        false,
        include_str!("../../stdlib/unittest/__main__.py"),
    ),
    ("warnings", false, include_str!("../../stdlib/warnings.py")),
    ("weakref", false, include_str!("../../stdlib/weakref.py")),
];

/// The folder that tracebacks show before the path of such a file.
pub(crate) const FOLDER: &str = "<stdlib>";

/// The row of a module.
pub(crate) fn find(name: &str) -> Option<&'static (&'static str, bool, &'static str)> {
    SOURCES.iter().find(|row| row.0 == name)
}

/// The program that `-m NAME` means: the path and the text of the module, of a package its `__main__`.
pub(crate) fn program(name: &str) -> Option<(String, &'static str)> {
    let row = match find(name)? {
        (_, true, _) => find(&format!("{name}.__main__"))?,
        row => row,
    };
    Some((path(row.0, false), row.2))
}

/// The path under which tracebacks show a module.
pub(crate) fn path(name: &str, package: bool) -> String {
    let inner = if package { "/__init__.py" } else { ".py" };
    format!("{FOLDER}/{}{inner}", name.replace('.', "/"))
}
