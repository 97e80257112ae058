"""python -m unittest"""

import sys

__unittest = True

if sys.argv[0].endswith('__main__.py'):
    sys.argv[0] = 'python -m unittest'

from .main import main

main(module=None)
