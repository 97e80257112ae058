# area: modules
# prio: P1
# checks: what unittest says of lists, texts, dicts, sets that differ
import io
import unittest


class Cases(unittest.TestCase):
    def test_lists(self):
        self.assertEqual([1, 2, 3], [1, 3, 3])

    def test_lines(self):
        self.assertEqual('a\nb\n', 'a\nc\n')

    def test_dicts(self):
        self.assertEqual({'a': 1}, {'a': 2})

    def test_sets(self):
        self.assertEqual({1, 2}, {2, 3})

    def test_counts(self):
        self.assertCountEqual([1, 1, 2], [2, 1])

    def test_near(self):
        self.assertAlmostEqual(1.0, 1.1)


for verbosity in (1,):
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Cases)
    result = unittest.TextTestRunner(stream, verbosity=verbosity).run(suite)
    for line in stream.getvalue().splitlines():
        if line.startswith('Ran '):
            line = line.partition(' in ')[0]
        if not line.startswith('  File'):
            print(line)
print(result)
