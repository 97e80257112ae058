# differs: Names are taken as they are written.
# cpython: names are normalised (NFKC): a full-width `a` and `a` are one name.
# here: they are two.
# why: the tables of normalisation are large, and such programs are rare.
# instead: write a name the same way everywhere.
ａ = 1
try:
    print(a)
except NameError as error:
    print(error)
print(ａ)
