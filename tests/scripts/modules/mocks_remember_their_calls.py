# area: modules
# prio: P1
# checks: unittest.mock: Mock, MagicMock, patch, call, side effects, assertions
from unittest.mock import ANY, DEFAULT, MagicMock, Mock, call, patch, sentinel

m = Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.mock_calls, m.call_args.kwargs)
m.method(1).other(2)
print(m.mock_calls, m.method_calls)
m.assert_called_once_with(1, a=2)
for check in (lambda: m.assert_called_with(2), lambda: m.assert_not_called(), lambda: m.assert_any_call(9),
              lambda: Mock(name='x').assert_called(), lambda: m.asert_foo, lambda: Mock(spec=['a']).b):
    try:
        check()
    except (AssertionError, AttributeError) as error:
        print(type(error).__name__, error)
s = Mock(side_effect=[1, ValueError('two'), DEFAULT], return_value='d')
print(s())
try:
    s()
except ValueError as error:
    print(error)
print(s())
mm = MagicMock()
mm.__len__.return_value = 4
mm.__getitem__.side_effect = lambda k: k * 2
print(len(mm), mm['a'], bool(mm), int(mm), list(mm), 3 in mm)
with mm as entered:
    print(entered is mm.__enter__.return_value)
print(call(1, ANY) == call(1, 'x'), call.a.b(1), sentinel.thing, [call(1), call(2)])


class Target:
    value = 1

    def run(self):
        return 'real'


with patch.object(Target, 'run', return_value='fake') as fake:
    print(Target().run(), fake.call_count)
print(Target().run())


@patch.object(Target, 'value', 5)
@patch('__main__.Target.run')
def patched(run):
    run.return_value = 7
    return Target.value, Target().run()


print(patched(), Target.value)
d = {'a': 1}
with patch.dict(d, {'b': 2}):
    print(d)
print(d)
t = Mock(spec=Target)
print(isinstance(t, Target), hasattr(t, 'run'), hasattr(t, 'nothing'))
m.reset_mock()
print(m.call_count, m.mock_calls)
m.configure_mock(**{'a.b.return_value': 5})
print(m.a.b())
m.assert_has_calls([call.a.b()])
