"""Makes a program smaller while a condition holds: statements go, blocks take their parent's place, expressions become parts of themselves."""

import ast
import copy


def smaller(source, holding):
    """The smallest text found, by greedy steps. `holding` tells of many candidates at once which hold."""
    best = source
    try:
        ast.parse(source)
    except SyntaxError:
        return source
    for _ in range(60):
        texts = []
        for candidate in steps(ast.parse(best)):
            try:
                text = ast.unparse(ast.fix_missing_locations(candidate)) + "\n"
                compile(text, "x", "exec")
            except (SyntaxError, ValueError, RecursionError):
                continue
            if len(text) < len(best) and text not in texts:
                texts.append(text)
            if len(texts) >= 240:
                break
        held = []
        for start in range(0, len(texts), 40):
            held = held or holding(texts[start : start + 40])
        if not held:
            break
        best = min(held, key=len)
    return best


def steps(tree):
    """Smaller trees, the boldest first."""
    for path, field, index in bodies(tree):
        body = getattr(find(tree, path), field)
        if isinstance(body[index], ast.AugAssign) and isinstance(body[index].op, ast.Sub):
            continue  # it ends a loop
        if len(body) > 1 or field in ("orelse", "finalbody"):
            other = copy.deepcopy(tree)
            del getattr(find(other, path), field)[index]
            yield other
    for path, field, index in bodies(tree):
        node = getattr(find(tree, path), field)[index]
        for inner in ("body", "orelse", "finalbody"):
            block = getattr(node, inner, None)
            if isinstance(block, list) and block:
                other = copy.deepcopy(tree)
                getattr(find(other, path), field)[index : index + 1] = copy.deepcopy(block)
                yield other
    for position, node in enumerate(ast.walk(tree)):
        for field, value in ast.iter_fields(node):
            values = value if isinstance(value, list) else [value]
            for index, child in enumerate(values):
                if not isinstance(child, ast.expr) or isinstance(getattr(child, "ctx", None), (ast.Store, ast.Del)):
                    continue
                if isinstance(value, list) and isinstance(node, (ast.Call, ast.List, ast.Tuple)):
                    yield replaced(tree, position, field, index, None)
                for part in ast.iter_child_nodes(child):
                    if isinstance(part, ast.expr):
                        yield replaced(tree, position, field, index if isinstance(value, list) else None, part)


def replaced(tree, position, field, index, part):
    other = copy.deepcopy(tree)
    node = list(ast.walk(other))[position]
    if part is None:
        del getattr(node, field)[index]
    elif index is None:
        setattr(node, field, copy.deepcopy(part))
    else:
        getattr(node, field)[index] = copy.deepcopy(part)
    return other


def bodies(tree, path=()):
    """Every place of a statement: the way to its parent, the field, the index."""
    node = find(tree, path)
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        block = getattr(node, field, None)
        if not isinstance(block, list):
            continue
        for index in range(len(block)):
            if field not in ("handlers", "cases"):
                yield path, field, index
            yield from bodies(tree, path + ((field, index),))


def find(tree, path):
    for field, index in path:
        tree = getattr(tree, field)[index]
    return tree
