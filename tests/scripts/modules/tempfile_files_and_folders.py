# area: modules
# prio: P1
# checks: temporary files and folders: their names and modes, when they go away, spooled ones
import gc
import os
import tempfile
import warnings

handle, path = tempfile.mkstemp(".txt", "pre")
name = os.path.basename(path)
print(type(handle), name[:3], name[-4:], len(name), oct(os.stat(path).st_mode), os.path.dirname(path) == tempfile.gettempdir())
os.close(handle)
os.unlink(path)
handle, path = tempfile.mkstemp(b".b")
print(type(path), path[-2:], tempfile.gettempprefix(), tempfile.gettempprefixb())
os.close(handle)
os.unlink(path)
for wrong in dict(suffix=b"x", prefix="y"), dict(dir="/nonexistent_dir"):
    try:
        tempfile.mkstemp(**wrong)
    except (TypeError, OSError) as e:
        print(type(e).__name__, str(e)[:30])
folder = tempfile.TemporaryDirectory(suffix="x")
path = folder.name
print(repr(folder).replace(path, "PATH"), oct(os.stat(path).st_mode))
os.makedirs(path + "/a/b")
open(path + "/a/b/f", "w").close()
folder.cleanup()
folder.cleanup()
print(os.path.exists(path))
with tempfile.TemporaryDirectory() as path:
    print(type(path), os.path.isdir(path))
    os.rmdir(path)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    folder = tempfile.TemporaryDirectory()
    path = folder.name
    del folder
    gc.collect()
    print(os.path.exists(path), [str(w.message).replace(path, "PATH") for w in seen], seen[0].category)
with tempfile.NamedTemporaryFile() as file:
    print(os.path.exists(file.name), file.write(b"abc"), file.tell(), file.mode, oct(os.stat(file.name).st_mode))
    file.seek(0)
    print(file.read())
print(os.path.exists(file.name), file.closed)
file = tempfile.NamedTemporaryFile("w+", delete=False, suffix=".t", encoding="utf-8")
file.write("ä\nb\n")
file.seek(0)
print(list(file))
file.close()
print(os.path.exists(file.name))
os.unlink(file.name)
with tempfile.TemporaryFile("w+") as file:
    file.write("x\ny\n")
    file.seek(0)
    print(file.readlines())
spooled = tempfile.SpooledTemporaryFile(max_size=5)
for data in b"abc", b"defg":
    spooled.write(data)
    print(spooled._rolled, spooled.tell())
spooled.seek(0)
print(spooled.read(), spooled.close(), spooled.closed)
with tempfile.SpooledTemporaryFile(mode="w+") as spooled:
    spooled.write("l1\nl2\n")
    spooled.seek(0)
    print(list(spooled), spooled.name, spooled.mode, spooled.fileno() > 2, spooled._rolled)
