# area: language
# prio: P1
# checks: the escape for characters by their Unicode name
print('\N{BULLET}', '\N{LATIN SMALL LETTER A WITH ACUTE}', '\N{greek small letter alpha}')
print(f'\N{DIGIT ONE}{1}\N{BULLET}', r'\N{BULLET}', b'\N{BULLET}')
for text in (r"'\N{NO SUCH NAME}'", r"'\N'", r"'\N{}'", r"'\N{BULLET'"):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(e.msg)
