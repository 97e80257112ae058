# area: modules
# prio: P1
# checks: assertion methods pass and fail with their words

import unittest


class Case(unittest.TestCase):
    def runTest(self):
        pass


c = Case()
checks = [
    lambda: c.assertEqual(1, 2), lambda: c.assertEqual(1, 1), lambda: c.assertNotEqual(1, 1), lambda: c.assertTrue(0), lambda: c.assertFalse(1),
    lambda: c.assertIs(1, None), lambda: c.assertIsNone(5), lambda: c.assertIn(1, [2]), lambda: c.assertNotIn(1, [1]), lambda: c.assertIsInstance(1, str),
    lambda: c.assertAlmostEqual(1.0, 1.1), lambda: c.assertAlmostEqual(1, 1 + 1e-9), lambda: c.assertGreater(1, 2), lambda: c.assertLessEqual(2, 1),
    lambda: c.assertRegex("abc", "z"), lambda: c.assertCountEqual([1, 2], [2, 1]), lambda: c.assertEqual(1, 2, "with message"), lambda: c.fail("failed"),
]
for n, check in enumerate(checks):
    try:
        check()
        print(n, "passed")
    except AssertionError as error:
        print(n, error)
with c.assertRaises(ValueError) as caught:
    int("x")
print(caught.exception)
c.assertRaises(ZeroDivisionError, lambda: 1 / 0)
for action in [lambda: c.assertRaises(KeyError, lambda: None), lambda: c.assertRaisesRegex(ValueError, "zzz", int, "x")]:
    try:
        action()
    except AssertionError as error:
        print(error)
with c.assertWarns(UserWarning):
    import warnings
    warnings.warn("w")
