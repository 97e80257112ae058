#!/usr/bin/env python3
"""Counts which of CPython's own test methods pass under hoop.

    python3 tests/cpython/run.py HOOP [test_dict ... | asyncio | asyncio.tasks ...] [-v] [-j N] [--timeout S]

The tests are read where this Python has them; nothing of them is kept. A method counts
when it passes under this Python. Files that hoop cannot load whole are cut down: the
statement at which loading fails is replaced by `pass`, again and again, in a folder that
is removed at the end; what a cut method tested counts as failed.

Two totals are printed. "all" is every method that passes here. "language" leaves out
methods that CPython itself marks as its own (`cpython_only` and the like) and those that
name a module which is no part of the language: see BEYOND.
"""

import argparse
import ast
import collections
import concurrent.futures
import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

FILES = '''
dict list tuple set int float complex bool unicode bytes range slice generators
coroutines asyncgen exceptions exception_group except_star raise with scope class descr
super property decorators patma fstring format unpack unpack_ex grammar
named_expressions augassign compare contains iter itertools functools collections
dataclasses enum heapq bisect math operator contextlib typing
'''.split()

# Asked for by the word `asyncio`: the files of test_asyncio for what needs no sockets.
ASYNCIO = '''
tasks futures futures2 taskgroups timeouts waitfor locks queues runners context pep492
eager_task_factory threads
'''.split()

# Modules that tests share, copied and cut like the tests themselves.
SHARED = ['lock_tests', 'list_tests', 'seq_tests', 'string_tests', 'mapping_tests', 'test_grammar',
          'typinganndata', 'test_iter', 'test_with', 'test_contextlib']

# Modules that the issue of the language does not list and Hoopsnake does not have. A
# method that uses one of them, by a name that an import bound to it, is not about the
# language. `pickle`, `struct` and `codecs` are here in `shim/`, so they
# excuse nobody.
BEYOND = set('''
threading _thread concurrent multiprocessing subprocess locale decimal fractions ctypes tracemalloc
unicodedata sqlite3 socket tempfile pydoc ast dis platform faulthandler resource signal
marshal binascii zlib xml symtable sysconfig _testcapi _testinternalcapi _decimal
xxsubtype
'''.split())

# Methods of test_asyncio that need what Hoopsnake does not have yet, by class and name or
# by name, with the reason; they are left out of "language" like the above.
LATER = {

}

# Helpers of the tests of CPython that start another Python or a thread.
BEYOND_HELPERS = set('''
threading_helper script_helper assert_python_ok assert_python_failure spawn_python
run_in_subinterp
'''.split())

# Decorators that say the same of CPython itself.
OWN = {'cpython_only', 'refcount_test', 'requires_subprocess', 'bigmemtest',
       'bigaddrspacetest', 'requires_debug_ranges'}


def file_of(tests, module):
    """Where a module of the folder of tests lies."""
    return tests / (module.replace('.', '/') + '.py')


def read_lines(process, lines):
    for line in process.stdout:
        lines.put(line)
    lines.put(None)


class Runner:
    """Runs one file under one interpreter, across crashes and hangs."""

    def __init__(self, command, scratch, name, timeout):
        self.command = command
        self.scratch = scratch
        self.name = name
        self.timeout = timeout
        self.results = {}
        self.broken = None
        self.notes = []

    def run(self):
        done = 0
        for _ in range(60):
            finished = self.once()
            if finished or self.broken:
                break
            if len(self.results) == done:
                self.notes.append('stopped: a process did nothing')
                break
            done = len(self.results)
        return self.results

    def once(self):
        with tempfile.TemporaryDirectory(prefix='hoop-cpython-') as folder:
            skip = os.path.join(folder, 'skip')
            with open(skip, 'w') as file:
                file.write('\n'.join(self.results))
            return self.once_in(folder, skip)

    def once_in(self, folder, skip):
        process = subprocess.Popen(
            self.command + [str(HERE / 'worker.py'), self.scratch, self.name,
                            '.'.join(map(str, sys.version_info[:3])),
                            '--skip-file', skip],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL, cwd=folder, text=True, errors='replace',
            start_new_session=True, preexec_fn=limit_memory)
        lines = queue.Queue()
        threading.Thread(target=read_lines, args=(process, lines),
                         daemon=True).start()
        current = None
        finished = False
        why = None
        while True:
            try:
                line = lines.get(timeout=self.timeout)
            except queue.Empty:
                why = 'timeout'
                break
            if line is None:
                break
            if not line.startswith('@@ '):
                continue
            word, _, rest = line[3:].rstrip('\n').partition(' ')
            if word == 'start':
                current = rest
            elif word == 'end':
                method, _, rest = rest.partition(' ')
                status, _, message = rest.partition(' ')
                self.results[method] = (status, message)
                current = None
            elif word == 'broken':
                self.broken = rest
            elif word == 'note':
                self.notes.append(rest)
            elif word == 'done':
                finished = True
        try:
            os.killpg(process.pid, 9)
        except ProcessLookupError:
            pass
        process.wait()
        if current is not None:
            self.results[current] = (
                'crash', why or f'the process died with status {process.returncode}')
        return finished


def limit_memory():
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def blank(source, node):
    """The source with a statement replaced by `pass`, lines kept."""
    lines = source.split('\n')
    first = node.lineno
    for decorator in getattr(node, 'decorator_list', []):
        first = min(first, decorator.lineno)
    start = lines[first - 1]
    indent = start[:len(start) - len(start.lstrip())]
    head = start[:node.col_offset] if first == node.lineno else indent
    if head.strip():
        indent = head       # `if x: statement` on one line
    lines[first - 1:node.end_lineno] = (
        [indent + 'pass'] + [''] * (node.end_lineno - first))
    return '\n'.join(lines)


def fewer_names(source, node, message):
    """The source with one name less in an import of several, if the message says which."""
    if not isinstance(node, (ast.Import, ast.ImportFrom)) or len(node.names) < 2:
        return None
    quoted = message.split("'")
    if len(quoted) < 3:
        return None
    left = [alias for alias in node.names
            if alias.name != quoted[1]
            and (isinstance(node, ast.ImportFrom)
                 or not alias.name.startswith(quoted[1] + '.'))]
    if len(left) == len(node.names) or not left:
        return None
    node.names = left
    lines = source.split('\n')
    start = lines[node.lineno - 1]
    indent = start[:len(start) - len(start.lstrip())]
    lines[node.lineno - 1:node.end_lineno] = (
        [indent + ast.unparse(node)] + [''] * (node.end_lineno - node.lineno))
    return '\n'.join(lines)


def statement_at(tree, line, methods_too):
    """The innermost statement at a line that runs while the module is loaded; for a
    syntax error (`methods_too`) the innermost function, if there is one."""
    found = None
    body = tree.body
    while body is not None:
        inner = None
        for node in body:
            first = min([node.lineno] + [d.lineno for d in
                                         getattr(node, 'decorator_list', [])])
            if first <= line <= node.end_lineno:
                found = node
                if isinstance(node, (ast.ClassDef, ast.If, ast.Try, ast.With,
                                     ast.For, ast.While)):
                    if line >= node.body[0].lineno:
                        inner = (node.body + getattr(node, 'orelse', [])
                                 + getattr(node, 'finalbody', [])
                                 + [statement
                                    for handler in getattr(node, 'handlers', [])
                                    for statement in handler.body])
                break
        body = inner
    return found


class Cutter:
    """Reduced copies of a test file and the modules it shares."""

    def __init__(self, tests, scratch, name):
        self.folder = pathlib.Path(scratch) / 'test'
        self.cuts = []
        shutil.copytree(HERE / 'shim', scratch, dirs_exist_ok=True)
        for data in tests.glob('*.txt'):
            (self.folder / data.name).symlink_to(data)
        (self.folder / 'data').mkdir(exist_ok=True)
        for module in {name, *SHARED}:
            path = file_of(tests, module)
            if path.is_file():
                shutil.copyfile(path, file_of(self.folder, module))
            elif (tests / module).is_dir():
                shutil.copytree(tests / module, self.folder / module,
                                ignore=shutil.ignore_patterns('__pycache__'))

    def cut(self, broken):
        """Removes the statement at fault; False when there is none to remove."""
        rows, message = split_rows(broken)
        for row in reversed(rows.split()):
            file, line, function = row.rsplit('|', 2)
            path = pathlib.Path(file)
            if self.folder not in path.parents or not line.isdigit():
                continue
            if path.relative_to(self.folder).parts[0] == 'support':
                continue
            source = path.read_text(encoding='utf-8')
            node = statement_at(ast.parse(source), int(line),
                                function == '<syntax>')
            if node is None:
                continue
            path.write_text(fewer_names(source, node, message)
                            or blank(source, node), encoding='utf-8')
            self.cuts.append(f'{path.stem}:{node.lineno}: {message}')
            return True
        return False


def split_rows(broken):
    words = broken.split(' ')
    at = 0
    while at < len(words) and words[at].count('|') >= 2:
        at += 1
    return ' '.join(words[:at]), ' '.join(words[at:])


def method_nodes(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    yield node.name, inner


def names_in(node):
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name):
            yield inner.id
        elif isinstance(inner, ast.Attribute):
            yield inner.attr


def imported(tree):
    """The names that imports anywhere in a file bind to a module that excuses."""
    names = set(BEYOND_HELPERS)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition('.')[0]
                if top in BEYOND:
                    names.add(alias.asname or top)
        elif isinstance(node, ast.ImportFrom):
            if (node.module or '').partition('.')[0] in BEYOND and not node.level:
                names.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            # name = import_helper.import_module('name')
            call = node.value
            words = [a.value for a in call.args if isinstance(a, ast.Constant)]
            if words and words[0] in BEYOND and 'import' in ast.unparse(call.func):
                names.update(t.id for t in node.targets if isinstance(t, ast.Name))
    return names


def uses(function, names):
    """Whether a function reads one of the names, and does not bind it itself."""
    bound = {arg.arg for node in ast.walk(function) if isinstance(node, ast.arguments)
             for arg in [*node.posonlyargs, *node.args, *node.kwonlyargs]}
    for inner in ast.walk(function):
        if isinstance(inner, ast.Name):
            if isinstance(inner.ctx, ast.Store) or inner.id in bound:
                continue
            if inner.id in names:
                return True
        elif isinstance(inner, ast.Import):
            if any(a.name.partition('.')[0] in BEYOND for a in inner.names):
                return True
        elif isinstance(inner, ast.ImportFrom):
            if (inner.module or '').partition('.')[0] in BEYOND:
                return True
    return False


def called(function):
    """What a method calls: its own class's methods and functions of the file."""
    for inner in ast.walk(function):
        if isinstance(inner, ast.Call):
            if isinstance(inner.func, ast.Name):
                yield inner.func.id
            elif (isinstance(inner.func, ast.Attribute)
                    and isinstance(inner.func.value, ast.Name)
                    and inner.func.value.id == 'self'):
                yield 'self.' + inner.func.attr


def beyond_language(tests, name):
    """Names of test methods, and whole classes, that are not about the language."""
    methods, classes, bases = set(), set(), {}
    path = file_of(tests, name)
    if not path.is_file():
        path = tests / name / '__init__.py'
    paths = [path] + [tests / f'{module}.py' for module in SHARED[:4]]
    for path in paths:
        tree = ast.parse(path.read_text(encoding='utf-8'))
        names = imported(tree)
        # A helper that uses such a module makes its callers so, within one step.
        helpers = {node.name for node in tree.body
                   if isinstance(node, ast.FunctionDef) and uses(node, names)}
        helpers |= {'self.' + node.name for owner, node in method_nodes(tree)
                    if not node.name.startswith(('test', '__'))
                    and node.name not in ('setUp', 'tearDown') and uses(node, names)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                # Dotted bases are of a shared file: `seq_tests.CommonTest`.
                bases.setdefault(node.name, (
                    {inner.name for inner in node.body
                     if isinstance(inner, ast.FunctionDef)},
                    [ast.unparse(base).rpartition('.')[2] for base in node.bases]))
                marks = {n for d in node.decorator_list for n in names_in(d)}
                if marks & (OWN | BEYOND_HELPERS):
                    classes.add(node.name)
        for owner, node in method_nodes(tree):
            if not node.name.startswith('test'):
                continue
            marks = {n for d in node.decorator_list for n in names_in(d)}
            if (marks & (OWN | BEYOND_HELPERS) or uses(node, names)
                    or helpers & set(called(node))):
                methods.add((owner, node.name))
    return methods, classes, bases


def owner_of(owner, name, bases, depth=0):
    """The class that defines a method which `owner` runs."""
    own, above = bases.get(owner, ((), ()))
    if name in own or depth > 20:
        return owner
    for base in above:
        found = owner_of(base, name, bases, depth + 1)
        if found is not None:
            return found
    return None


def is_beyond(method, beyond):
    methods, classes, bases = beyond
    owner, _, name = method.partition('.')
    if owner in LATER or name in LATER:
        return True
    return owner in classes or (owner_of(owner, name, bases), name) in methods


def reference(tests, name, timeout):
    """Statuses under this Python, kept between runs in the folder of temporary files."""
    version = '.'.join(map(str, sys.version_info[:3]))
    cache = pathlib.Path(tempfile.gettempdir()) / f'hoop-cpython-{version}-{os.getuid()}'
    cache.mkdir(exist_ok=True)
    kept = cache / f'{name}.json'
    if kept.is_file():
        return json.loads(kept.read_text())
    results = Runner([sys.executable], '-', name, timeout * 3).run()
    if results:
        kept.write_text(json.dumps(results))
    return results


def run_file(hoop, tests, name, timeout):
    expected = reference(tests, name, timeout)
    with tempfile.TemporaryDirectory(prefix='hoop-cpython-') as scratch:
        scratch = os.path.realpath(scratch)
        cutter = Cutter(tests, scratch, name)
        while True:
            runner = Runner([hoop], scratch, name, timeout)
            results = runner.run()
            if not runner.broken:
                break
            if len(cutter.cuts) > 200 or not cutter.cut(runner.broken):
                runner.notes.append('cannot be loaded: ' + runner.broken)
                break
    beyond = beyond_language(tests, name)
    passing = [m for m, (status, _) in expected.items() if status == 'ok']
    good = [m for m in passing if results.get(m, ('',))[0] == 'ok']
    language = [m for m in passing if not is_beyond(m, beyond)]
    held = [m for m in language if results.get(m, ('',))[0] == 'ok']
    return dict(name=name, passing=passing, good=good, language=language, held=held,
                results=results, cuts=cutter.cuts, notes=runner.notes)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('hoop')
    parser.add_argument('tests', nargs='*')
    parser.add_argument('-v', action='store_true', help='each failure, one line')
    parser.add_argument('-j', type=int, default=os.cpu_count())
    parser.add_argument('--timeout', type=float, default=20)
    words = parser.parse_intermixed_args()
    import test
    tests = pathlib.Path(test.__path__[0])
    names = []
    for word in words.tests or FILES:
        if word == 'asyncio':
            names += [f'test_asyncio.test_{file}' for file in ASYNCIO
                      if file_of(tests, f'test_asyncio.test_{file}').is_file()]
        elif word.startswith('asyncio.'):
            names.append('test_asyncio.test_' + word.removeprefix('asyncio.'))
        else:
            whole = word.startswith('test_') or file_of(tests, word).is_file()
            names.append(word if whole else 'test_' + word)
    hoop = os.path.abspath(words.hoop)
    sums = collections.Counter()
    reasons = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(words.j) as pool:
        rows = pool.map(lambda name: run_file(hoop, tests, name, words.timeout), names)
        for row in rows:
            counts = [len(row[key]) for key in ('held', 'language', 'good', 'passing')]
            sums.update(dict(zip(('held', 'language', 'good', 'passing'), counts)))
            print(f'{row["name"]:28} {counts[0]:4}/{counts[1]:4} '
                  f'{100 * counts[0] / max(counts[1], 1):5.1f}%   all '
                  f'{counts[2]:4}/{counts[3]:4}', flush=True)
            language = set(row['language'])
            for method in row['passing']:
                status, message = row['results'].get(method, ('cut', ''))
                if status == 'ok':
                    continue
                if method in language:
                    reasons[' '.join(message.partition(' [line')[0].split())[:70]
                            or status] += 1
                if words.v:
                    mark = ' ' if method in language else '-'
                    print(f'  {mark} {method}: {status} {message}')
            if words.v:
                for cut in row['cuts']:
                    print(f'    cut {cut}')
                for note in row['notes']:
                    print(f'    note {note}')
    if len(names) > 1:
        print(f'{"language":28} {sums["held"]:4}/{sums["language"]:4} '
              f'{100 * sums["held"] / max(sums["language"], 1):5.1f}%')
        print(f'{"all":28} {sums["good"]:4}/{sums["passing"]:4} '
              f'{100 * sums["good"] / max(sums["passing"], 1):5.1f}%')
    if words.v:
        print('The most frequent reasons:')
        for reason, count in reasons.most_common(25):
            print(f'{count:5} {reason}')


if __name__ == '__main__':
    main()
