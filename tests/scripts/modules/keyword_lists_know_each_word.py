# area: modules
# prio: P2
# checks: keywords and soft keywords

import keyword

print(keyword.kwlist == sorted(keyword.kwlist), len(keyword.kwlist), keyword.softkwlist[:3])
for word in ["if", "match", "None", "none", "async", "print", "_", "nonlocal", "case", "", "yield"]:
    print(word, keyword.iskeyword(word), keyword.issoftkeyword(word), word.isidentifier())
match = case = 1
_ = match + case
print(match, case, _)
