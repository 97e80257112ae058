# area: modules
# prio: P1
# checks: the report of unittest: dots, failures, errors, subtests, skips
import io
import unittest


class Cases(unittest.TestCase):
    def setUp(self):
        self.one = 1

    def test_passes(self):
        self.assertEqual(self.one, 1)

    def test_fails(self):
        self.assertEqual(self.one, 2, 'a message')

    def test_errs(self):
        raise ValueError('boo')

    def test_subtests(self):
        """A line of documentation."""
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    @unittest.skip('not today')
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail('as expected')

    @unittest.expectedFailure
    def test_surprise(self):
        pass

    def test_raises(self):
        with self.assertRaises(ValueError) as caught:
            int('x')
        self.assertIn('invalid', str(caught.exception))
        with self.assertRaisesRegex(TypeError, 'unsupported .* type'):
            1 + 'a'
        with self.assertRaises(KeyError):
            pass

    def test_cleanup(self):
        self.addCleanup(log.append, 'cleanup')
        self.skipTest('later')


log = []
for verbosity in 1, 2:
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Cases)
    result = unittest.TextTestRunner(stream, verbosity=verbosity).run(suite)
    for line in stream.getvalue().splitlines():
        if line.startswith('Ran '):
            line = line.partition(' in ')[0]
        if not line.startswith('  File'):
            print(line)
print(log, result)
