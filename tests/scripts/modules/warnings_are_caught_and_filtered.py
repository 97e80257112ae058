# area: modules
# prio: P1
# checks: catch_warnings, filters, error and categories

import warnings


def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)
    return "result"


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(old(), old())
    warnings.warn("plain")
    warnings.warn(RuntimeWarning("object"))
print([(w.category.__name__, str(w.message)) for w in seen])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old()
    except DeprecationWarning as error:
        print("raised", error)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("ignore")
    warnings.filterwarnings("always", message="keep.*")
    warnings.warn("keep this"); warnings.warn("drop this"); warnings.warn("keep that", UserWarning)
print([str(w.message) for w in seen])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("again")
print(len(seen), issubclass(DeprecationWarning, Warning))
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
